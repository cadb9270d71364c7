"""Periods of a year from dated rules; which one a day counts in, and what moved after it closed."""

import calendar
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from nhipcau.ledger.programmes.models import Programme

from .models import Evidence, Figure, Period, PeriodMove, PeriodRule, Withdrawal

ROMAN = ("", "I", "II", "III", "IV")


@transaction.atomic
def load(path: Path) -> int:
    """Take the rules of a file in (data/periods.json); what is held is left. Returns the new ones."""
    added = 0
    for row in json.loads(path.read_text(encoding="utf-8"))["rules"]:
        for rule in _rules(row):
            _held, is_new = PeriodRule.objects.get_or_create(
                kind=rule.kind, turn=rule.turn, first_year=rule.first_year, defaults=_said(rule)
            )
            added += is_new
    return added


@transaction.atomic
def ensure(programme: Programme, year: int) -> list[Period]:
    """The periods of a reporting year, made from the rules that hold in it where they are not there."""
    periods = []
    for rule in _holding(year):
        first = date(year - rule.years_back, rule.first_month, rule.first_day)
        period, _new = Period.objects.get_or_create(
            programme=programme, kind=rule.kind, year=year, turn=rule.turn,
            defaults={
                "label": rule.label.format(year=year, turn=rule.turn, roman=ROMAN[rule.turn % 5]),
                "first_day": first,
                "closing_day": _day(year, rule.closing_month, rule.closing_day),
            },
        )  # fmt: skip
        periods.append(period)
    return sorted(periods, key=lambda each: (each.closing_day, each.pk))


def closed_on(programme: Programme, day: date) -> Period | None:
    """The closed period in which a day counts; of several, the one that closed last."""
    held = Period.objects.filter(programme=programme).closed().holding(day)
    return held.order_by("-closing_day", "first_day").first()


def next_open(programme: Programme, day: date) -> tuple[date, Period | None]:
    """The first day from a day on that no closed period holds, and a period that holds it.

    Of several open ones, the one of the kind that closed the day: a year is followed by a year.
    """
    closed = closed_on(programme, day)
    kind = closed.kind if closed else Period.Kind.YEAR
    while closed is not None:
        day = closed.closing_day + timedelta(days=1)
        kind, closed = closed.kind, closed_on(programme, day)
    held = list(Period.objects.filter(programme=programme).holding(day))
    same = [each for each in held if each.kind == kind]
    return day, next(iter(same or held[-1:]), None)


@dataclass(frozen=True, slots=True)
class Moved:
    """What changed in a period's figures after they were closed for the first time."""

    since: datetime
    lodged: list[Evidence]
    withdrawn: list[Withdrawal]
    figures: list[Figure]

    def __len__(self) -> int:
        return len(self.lodged) + len(self.withdrawn) + len(self.figures)


MOST_SHOWN = 200


def moved(period: Period) -> Moved | None:
    """What moved after the first closing; None for a period that was never closed."""
    first = period.moves.filter(kind=PeriodMove.Kind.CLOSED).order_by("position").first()
    if first is None:
        return None
    since = first.recorded_at
    counted = Q(
        counted_on__gte=period.first_day, counted_on__lte=period.closing_day,
        programme=period.programme_id,
    )  # fmt: skip
    lodged = Evidence.objects.filter(counted, recorded_at__gt=since).with_row()
    withdrawn = Withdrawal.objects.filter(
        recorded_at__gt=since,
        evidence__in=Evidence.objects.filter(counted, recorded_at__lte=since),
    ).select_related("evidence__words", "evidence__agency", "words")
    return Moved(since, list(lodged[:MOST_SHOWN]), list(withdrawn[:MOST_SHOWN]),
        list(_figures(period, since)[:MOST_SHOWN]))  # fmt: skip


def same_last_year(period: Period) -> Period | None:
    """Cùng kỳ: the period of its kind and turn in the year before."""
    if period.kind == Period.Kind.OTHER:
        return None
    return Period.objects.filter(
        programme=period.programme_id, kind=period.kind, turn=period.turn, year=period.year - 1
    ).first()


def year_of(period: Period) -> Period:
    """The year that a period is in; itself, where nobody made the year."""
    year = Period.objects.filter(
        programme=period.programme_id, kind=Period.Kind.YEAR, year=period.year
    ).first()
    return year or period


def _figures(period: Period, since: datetime) -> QuerySet[Figure]:
    held = Figure.objects.filter(period=period, given_at__gt=since)
    return held.select_related("indicator", "agency").prefetch_related("agency__names")


def _holding(year: int) -> list[PeriodRule]:
    """One rule for each kind and turn: the latest that has begun."""
    rules = PeriodRule.objects.filter(Q(last_year=None) | Q(last_year__gte=year))
    found = {
        (rule.kind, rule.turn): rule
        for rule in rules.filter(first_year__lte=year).order_by("first_year")
    }
    return list(found.values())


def _rules(row: dict[str, Any]) -> Iterator[PeriodRule]:
    """The rows that one rule of the file stands for: twelve for months, four for quarters."""
    said = {key: row[key] for key in ("kind", "label", "first_year", "source")}
    said["doubt"], said["last_year"] = row.get("doubt", ""), row.get("last_year")
    if "every" not in row:
        (first_month, first_day), (closing_month, closing_day) = row["first"], row["closing"]
        yield PeriodRule(
            **said, turn=row["turn"], first_month=first_month, first_day=first_day,
            years_back=row.get("years_back", 0),
            closing_month=closing_month, closing_day=closing_day,
        )  # fmt: skip
        return
    for turn in range(1, 12 // row["every"] + 1):
        closing = turn * row["every"]
        first = closing - row["every"]
        yield PeriodRule(
            **said, turn=turn, first_month=first or 12, first_day=row["first_day"],
            years_back=0 if first else 1,
            closing_month=closing, closing_day=row["closing_day"],
        )  # fmt: skip


def _said(rule: PeriodRule) -> dict[str, Any]:
    names = [each.name for each in PeriodRule._meta.fields]
    return {name: getattr(rule, name) for name in names if name != "id"}


def _day(year: int, month: int, day: int) -> date:
    """A day of a rule; the last of the month where the month is shorter."""
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
