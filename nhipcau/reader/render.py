"""The tree for people and programs: an outline for a terminal, JSON."""

import json
from typing import TypedDict

from nhipcau.reader.tree import Assignment, Document, PartyMention


class ScoredDocument(TypedDict):
    """The prediction format of the gold scorer, at the least."""

    doc: dict[str, object]
    outline: list[dict[str, object]]
    legal_bases: list[str]
    assignments: list[dict[str, object]]


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


def render(document: Document, format: str) -> str:  # noqa: A002 - the word of the command line
    """Return the document as "tree" or "json". Raises ValueError on another format."""
    if format == "tree":
        return as_tree(document)
    if format == "json":
        return json.dumps(as_json(document), ensure_ascii=False, indent=1, default=str)
    raise ValueError(f"unknown format: {format}")


def as_json(document: Document) -> ScoredDocument:
    """Return plain values: the scorer's keys, with everything else beside them."""
    return {
        "doc": {"number": document.number, "date": document.date and document.date.isoformat()},
        "outline": [{"id": each.id, "text": each.text} for each in document.outline],
        "legal_bases": [each.number for each in document.legal_bases if each.number],
        "assignments": [_assignment(each) for each in document.assignments],
    }


def _assignment(one: Assignment) -> dict[str, object]:
    row: dict[str, object] = {"node": one.provision, "line": one.line}
    for role, _ in ROLES:
        row[role] = [each.name for each in _mentions(one, role)]
    return row | {"implied_both": one.implied_both, "strict": one.strict, "words": one.words}


def _mentions(one: Assignment, role: str) -> tuple[PartyMention, ...]:
    mentions: tuple[PartyMention, ...] = getattr(one, role)
    return mentions


def as_tree(document: Document) -> str:
    """Return an indented outline with Vietnamese labels."""
    rows = [
        f"{document.kind or 'Văn bản'} {document.number}".strip(),
        f"Ngày: {document.date_written}  Nơi: {document.place}",
        f"Ban hành: {'; '.join(document.issuers)}",
        f"Trích yếu: {document.title}",
        *(f"Căn cứ: {each.kind} {each.number}" for each in document.legal_bases),
    ]
    depth: dict[str, int] = {"": -1}
    found: dict[str, list[Assignment]] = {}
    for one in document.assignments:
        found.setdefault(one.provision, []).append(one)
    for provision in document.provisions:
        depth[provision.id] = level = depth.get(provision.parent, -1) + 1
        rows.append(
            f"{'  ' * level}{provision.marker or LABELS[provision.kind]} {provision.text[:90]}"
        )
        for one in found.get(provision.id, ()):
            rows += [
                f"{'  ' * (level + 1)}→ {label}: {', '.join(e.name for e in _mentions(one, role))}"
                for role, label in ROLES
                if _mentions(one, role)
            ]
    return "\n".join(rows)
