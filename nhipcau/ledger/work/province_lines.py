"""Provinces rolled up as lines of a table, in words."""

from dataclasses import dataclass

from django.utils.formats import localize
from django.utils.html import format_html

from .rollup import Counts, Group, RolledUp
from .templatetags.work import dong


@dataclass(frozen=True, slots=True)
class Line:
    """One province, what has none, or the whole."""

    name: str
    code: str
    total: str
    done: str
    awaiting: str
    ongoing: str
    late: str
    estimated: str
    allotted: str
    spent: str


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a table, those without a province apart."""

    provinces: list[Line]
    nowhere: list[Line]
    total: Line


def of(rolled: RolledUp) -> Lines:
    """A roll-up as the table shows it."""
    lines = [_line(each) for each in rolled.provinces]
    return Lines(
        [each for each in lines if each.code],
        [each for each in lines if not each.code],
        _line(Group("", "", rolled.total)),
    )


def _line(group: Group) -> Line:
    counts, money = group.counts, group.counts.money
    return Line(
        name=group.name,
        code=group.code,
        total=_number(counts.total),
        done=_number(counts.done),
        awaiting=_number(counts.awaiting),
        ongoing=_number(counts.ongoing),
        late=_late(counts),
        estimated=dong(money["estimated"]),
        allotted=dong(money["allotted"]),
        spent=dong(money["spent"]),
    )


def _number(count: int) -> str:
    return str(count) if count < 1000 else str(localize(count))


def _late(counts: Counts) -> str:
    return format_html('<b class="late">{}</b>', _number(counts.late)) if counts.late else ""
