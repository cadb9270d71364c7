"""Legal bases: the lines of căn cứ, thực hiện and đề nghị (Decree 30/2020, Phụ lục I, II.6.b)."""

import re
from collections.abc import Iterable, Iterator

from nhipcau.reader.blocks import Block
from nhipcau.reader.citations import Cited, find_cited, find_laws
from nhipcau.reader.head import BASIS
from nhipcau.reader.tree import LegalBasis

RELATIONS = {
    "căn cứ": "can_cu",
    "thực hiện": "thuc_hien",
    "thi hành": "thuc_hien",
    "trên cơ sở": "can_cu",
}
# After these words an instrument belongs to the title of the one before it.
_TITLE = re.compile(
    r"(?i)\b(?:quy định|về việc|về|ban hành|phê duyệt|sửa đổi|hướng dẫn|thực hiện|triển khai|công bố"
    r"|thông qua|bãi bỏ|phân bổ|giao)\b"
)


def read_bases(blocks: Iterable[Block]) -> Iterator[LegalBasis]:
    """Yield the instruments that the basis lines name, in reading order."""
    for block in blocks:
        match = BASIS.match(block.plain)
        if match:
            yield from _read_line(block, RELATIONS.get(match["word"].lower(), "de_nghi"))


def _read_line(block: Block, relation: str) -> Iterator[LegalBasis]:
    cited = find_cited(block.text, block.plain)
    laws = [law for law in find_laws(block.plain) if not _inside(law, cited)]
    title_of: Cited | None = None
    named: set[str] = set()
    for one in sorted([*cited, *laws], key=lambda each: each.start):
        is_nested = title_of is not None and _is_in_title(block.plain[title_of.end : one.start])
        if is_nested and one.kind in {"Luật", "Bộ luật", "Pháp lệnh"} and not one.number:
            continue
        if one.number and one.number in named:
            continue
        named.add(one.number)
        if not is_nested:
            title_of = one
        yield LegalBasis(
            "nested" if is_nested else relation, one.kind, one.number, one.date, one.issuer,
            block.text, block.first,
        )  # fmt: skip


def _inside(law: Cited, cited: list[Cited]) -> bool:
    return any(one.start <= law.start < one.end or one.start < law.end <= one.end for one in cited)


def _is_in_title(between: str) -> bool:
    """Between two instruments stands a title, unless a semicolon opens a new one."""
    return ";" not in between and bool(_TITLE.search(between))
