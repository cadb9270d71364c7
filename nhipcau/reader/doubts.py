"""Doubts: what only a person can know, said in the tree instead of guessed."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from nhipcau.language.dates import find_dates
from nhipcau.language.sort import CLAUSES
from nhipcau.reader.head import Head
from nhipcau.reader.markers import ordinal
from nhipcau.reader.outline import Node, Outline
from nhipcau.reader.tree import Assignment, Doubt


def read_doubts(
    head: Head, outline: Outline, assignments: Iterable[Assignment], *, is_scan: bool
) -> Iterator[Doubt]:
    """Yield the doubts of a document: codes "scan", "number", "date", "implied_both",
    "repeated", "gap"."""
    if is_scan:
        yield Doubt("scan", "Chữ nhận dạng từ bản quét. Cần người đối chiếu với bản gốc.", "", 0)
    yield from _of_front(head)
    for node in outline.nodes:
        yield from _of_numbering(node)
        yield from _of_dates(node)
    for row in _rows(outline):
        yield from _of_row(row)
    for one in assignments:
        if one.implied_both:
            sentence = "Không nêu chủ thể: có thể là tất cả các bên ký kết. Cần người xác nhận."
            yield Doubt("implied_both", sentence, one.provision, one.line)


def _of_front(head: Head) -> Iterator[Doubt]:
    if not head.number:
        yield Doubt("number", "Không thấy số, ký hiệu của văn bản.", "", 0)
    if not head.date_written:
        yield Doubt("date", "Không thấy ngày ban hành.", "", 0)
    elif not head.date:
        yield Doubt("date", _no_such_day(head.date_written), "", 0)


def _of_dates(node: Node) -> Iterator[Doubt]:
    for block in node.blocks:
        for found in find_dates(block.plain):
            if found.value is None:
                yield Doubt("date", _no_such_day(found.written), node.id, block.first)


def _no_such_day(written: str) -> str:
    return f"Lịch không có ngày «{written}»; giữ như trong văn bản."


def _of_numbering(node: Node) -> Iterator[Doubt]:
    if "#" in node.id.rsplit(".", 1)[-1]:
        sentence = f"Ký hiệu «{node.marker}» lặp lại trong cùng một mục."
        yield Doubt("repeated", sentence, node.id, node.blocks[0].first)


def _rows(outline: Outline) -> Iterator[list[Node]]:
    """The rows of siblings; those at the top stand in one component each."""
    top: dict[str, list[Node]] = {}
    for node in outline.nodes:
        if node.parent is None:
            top.setdefault(node.component, []).append(node)
        if node.row:
            yield node.row
    yield from top.values()


def _of_row(row: list[Node]) -> Iterator[Doubt]:
    for before, after in pairwise(row):
        if before.style == after.style and _is_gap(before, after):
            sentence = f"Sau «{before.marker}» là «{after.marker}»: số thứ tự không liền nhau."
            yield Doubt("gap", sentence, after.id, after.blocks[0].first)


def _is_gap(before: Node, after: Node) -> bool:
    if before.style == "letter":
        places = CLAUSES.find(before.value[:1]), CLAUSES.find(after.value[:1])
        # a b c d e, without đ, is a custom of many typists; letters outside the row are their own.
        return min(places) >= 0 and places[1] - places[0] > (2 if before.value == "d" else 1)
    step = ordinal(after.style, after.value) - ordinal(before.style, before.value)
    return before.style in {"roman", "number", "decimal", "article", "chapter"} and step > 1
