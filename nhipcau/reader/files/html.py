"""HTML pages: their blocks in reading order, lists with the markers that a browser shows."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from nhipcau.reader.files.numbering import write_number
from nhipcau.reader.files.plain import decode
from nhipcau.reader.files.tables import rows_as_lines
from nhipcau.reader.refusal import Refused

SKIPPED = frozenset({"script", "style", "head", "template", "noscript", "svg", "iframe", "object"})
INLINE = frozenset(
    {"a", "abbr", "b", "big", "bdi", "cite", "code", "em", "font", "i", "ins", "kbd", "label",
     "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
     "del", "time", "data", "wbr", "o:p"}
)  # fmt: skip
FORMATS = {"A": "upperLetter", "a": "lowerLetter", "I": "upperRoman", "i": "lowerRoman"}
LAST_ROMAN = 3_999


def read_html(content: bytes, name: str) -> list[str]:
    """Return the lines of a page. No scripts, no network, no DTD. Raises Refused on a page that
    holds no text."""
    parser = lxml_html.HTMLParser(no_network=True, encoding="utf-8", huge_tree=False)
    try:
        page = lxml_html.document_fromstring(decode(content, name).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Refused(f"trang «{name}» không có nội dung", "gửi trang có văn bản") from error
    return [line for line in _Walk().lines(page) if line]


class _Walk:
    """Collects characters until a block ends."""

    def __init__(self) -> None:
        self.buffer: list[str] = []
        # The marker of a list item waits for its first words, which may stand in a block of theirs.
        self.marker = ""

    def lines(self, root: etree._Element) -> Iterator[str]:
        """Yield the lines of `root`."""
        yield from self._element(root, 0)
        yield from self._flush()

    def _flush(self) -> Iterator[str]:
        line = " ".join("".join(self.buffer).split())
        self.buffer.clear()
        if line:
            yield self.marker + line
            self.marker = ""

    def _element(self, element: etree._Element, items_above: int) -> Iterator[str]:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in SKIPPED:
            return
        if tag == "table":
            yield from self._flush()
            yield from rows_as_lines(_rows(element))
            return
        if tag == "br":
            yield from self._flush()
            return
        is_block = tag not in INLINE
        if is_block:
            yield from self._flush()
        if tag == "li":
            self.marker = _list_marker(element, items_above)
        self.buffer.append(element.text or "")
        items = 0
        for child in element:
            yield from self._element(child, items)
            items += child.tag == "li"
            self.buffer.append(child.tail or "")
        if is_block:
            yield from self._flush()


def _rows(table: etree._Element) -> list[list[list[str]]]:
    return [
        [list(_Walk().lines(cell)) for cell in row if cell.tag in {"td", "th"}]
        for row in table.iter("tr")
        if next(row.iterancestors("table"), None) is table
    ]


def _list_marker(item: etree._Element, items_above: int) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    count = _number(item.get("value"), _number(parent.get("start"), 1) + items_above)
    kind = parent.get("type", "1")
    sign = ")" if kind == "a" else "."
    # Letters and Roman figures grow with the number itself; browsers too give them up here.
    format_ = FORMATS.get(kind, "decimal") if count <= LAST_ROMAN else "decimal"
    return f"{write_number(count, format_)}{sign} "


def _number(written: str | None, otherwise: int) -> int:
    """A number of a list, as long as a list can be."""
    return int(written) if written and re.fullmatch(r"\d{1,9}", written) else otherwise
