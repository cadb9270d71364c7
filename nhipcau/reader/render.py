"""The tree for people: an outline for a terminal, a table for a spreadsheet; and JSON by name."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence

from nhipcau.reader.json_form import as_json, mentions
from nhipcau.reader.tree import Assignment, Document, Provision

LABELS = {
    "part": "phần", "chapter": "chương", "section": "mục", "subsection": "tiểu mục",
    "article": "điều", "clause": "khoản", "point": "điểm", "bullet": "gạch đầu dòng",
    "attachment": "kèm theo",
}  # fmt: skip
ROLES = (
    ("lead", "chủ trì"), ("coordinate", "phối hợp"), ("guide", "hướng dẫn"),
    ("guided", "được hướng dẫn"), ("support", "hỗ trợ"), ("participate", "tham gia"),
    ("executor", "thực hiện"), ("responsible", "trách nhiệm"),
)  # fmt: skip
RELATIONS = {
    "can_cu": "Căn cứ", "thuc_hien": "Thực hiện", "de_nghi": "Theo đề nghị", "nested": "Dẫn trong",
}  # fmt: skip
COLUMNS = (
    "Điểm", "Cấp", "Dòng", "Nội dung", *(label.capitalize() for _, label in ROLES),
    "Định kỳ", "Thời hạn", "Chưa nêu chủ thể",
)  # fmt: skip
# A cell that begins like this is a formula to a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
WIDEST = 90


def render(document: Document, format: str) -> str:  # noqa: A002 - the word of the command line
    """Return the document as "tree", "json" or "csv". Raises ValueError on another format;
    Akoma Ntoso is written by `nhipcau.standards.akn`."""
    if format == "tree":
        return as_tree(document)
    if format == "json":
        return json.dumps(as_json(document), ensure_ascii=False, indent=1)
    if format == "csv":
        return as_csv(document)
    raise ValueError(f"unknown format: {format}")


def as_tree(document: Document) -> str:
    """Return an indented outline with Vietnamese labels: front, bases, provisions with who does
    what, doubts."""
    found = _by_provision(document)
    depth: dict[str, int] = {"": -1}
    rows = [*_front_rows(document)]
    for provision in document.provisions:
        depth[provision.id] = level = depth.get(provision.parent, -1) + 1
        rows.append("  " * level + _title(provision))
        own = "  " * (level + 1) + "→ "
        rows += [own + row for one in found.get(provision.id, ()) for row in _parts(one)]
    rows += [_doubt_row(each.provision, each.line, each.sentence) for each in document.doubts]
    return "\n".join(rows)


def _front_rows(document: Document) -> list[str]:
    rows = {
        "Văn bản": f"{document.kind} {document.number}".strip(),
        "Ngày": f"{document.place}, {document.date_written}".strip(", "),
        "Ban hành": "; ".join(document.issuers),
        "Trích yếu": document.title,
        "Người ký": "; ".join(each.name for each in document.signers),
        "Nơi nhận": "; ".join(document.recipients),
    }
    bases = [
        f"{RELATIONS[each.relation]}: {each.kind} {each.number}".rstrip()
        for each in document.legal_bases
    ]
    return [f"{label}: {text}" for label, text in rows.items() if text] + bases


def _title(provision: Provision) -> str:
    shown = provision.marker or LABELS[provision.kind]
    text = provision.text if len(provision.text) <= WIDEST else provision.text[:WIDEST] + "…"
    return f"{shown} {text}".rstrip()


def _parts(one: Assignment) -> list[str]:
    rows = [
        f"{label}: {', '.join(each.name for each in mentions(one, part))}"
        for part, label in ROLES
        if mentions(one, part)
    ]
    return rows + (["chưa nêu chủ thể: cần người xác nhận"] if one.implied_both else [])


def _doubt_row(provision: str, line: int, sentence: str) -> str:
    where = f"{provision} (dòng {line})" if provision else "văn bản"
    return f"? {where}: {sentence}"


def as_csv(document: Document) -> str:
    """Return one row a provision with who does what, by when: UTF-8 with a byte order mark and
    commas, as spreadsheets expect. Assignments of one provision share its row."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    found = _by_provision(document)
    for provision in document.provisions:
        writer.writerow([_cell(each) for each in _row(provision, found.get(provision.id, ()))])
    return "\ufeff" + target.getvalue()


def _by_provision(document: Document) -> Mapping[str, Sequence[Assignment]]:
    found: dict[str, list[Assignment]] = {}
    for one in document.assignments:
        found.setdefault(one.provision, []).append(one)
    return found


def _row(provision: Provision, assignments: Sequence[Assignment]) -> list[str]:
    text = " ".join((provision.text, *provision.paragraphs)).strip()
    return [
        provision.id,
        LABELS[provision.kind],
        str(provision.first_line),
        text,
        *(
            _joined(each.name for one in assignments for each in mentions(one, part))
            for part, _ in ROLES
        ),
        _joined(one.recurrence for one in assignments),
        _joined(one.due for one in assignments),
        "x" if any(one.implied_both for one in assignments) else "",
    ]


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
