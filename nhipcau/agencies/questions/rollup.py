"""Figures by old places as figures by new ones, in one query, without losing or inventing any.

A figure of a place that was divided stays with that place: nobody knows how to share it out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import F, Field, OuterRef, Subquery

from nhipcau.agencies.models import PlaceChange

from .places import NEW_PROVINCES, OLD_PROVINCES, by_code

# A figure that is not known is None, and is not 0.
Figure = tuple[str, Decimal | int | None]


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a new place; `missing` counts the figures in it that nobody gave."""

    code: str
    value: Decimal | None
    missing: int


@dataclass(frozen=True, slots=True)
class Divided:
    """The sum of an old place that is now in several, the default one first: kept whole."""

    code: str
    value: Decimal | None
    missing: int
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RollUp:
    """Totals by new places, and what could not be given to one of them."""

    totals: tuple[Total, ...]
    divided: tuple[Divided, ...]

    @property
    def value(self) -> Decimal:
        """The sum of everything: the sum of the figures that came in."""
        values = [*(each.value for each in self.totals), *(each.value for each in self.divided)]
        return sum((value for value in values if value is not None), Decimal(0))


ROLL_UP = """
    WITH figures (code, value, missing) AS (
        SELECT given.code, sum(given.value), count(*) - count(given.value)
        FROM unnest(%s::text[], %s::numeric[]) AS given (code, value)
        GROUP BY given.code
    )
    SELECT
        onward.is_divided,
        CASE WHEN coalesce(onward.is_divided, true) THEN figures.code ELSE onward.targets[1] END,
        CASE WHEN onward.is_divided THEN onward.targets END,
        sum(figures.value),
        sum(figures.missing)::int
    FROM figures
    LEFT JOIN agencies_codelist list ON list.code = %s
    LEFT JOIN agencies_place old ON old.list_id = list.id AND old.code = figures.code
    LEFT JOIN LATERAL (
        SELECT
            bool_or(change.kind = 'divided') AS is_divided,
            array_agg(new.code ORDER BY change.is_default DESC, new.code) AS targets
        FROM agencies_placechange change JOIN agencies_place new ON new.id = change.new_id
        WHERE change.old_id = old.id
    ) onward ON true
    GROUP BY 1, 2, 3
    ORDER BY 2
"""


def roll_up(figures: Iterable[Figure], *, of_list: str) -> RollUp:
    """Sum figures by the places that the old ones of a list are in now, in one query.

    Raises ForeignCode for a code that the list does not have.
    """
    given = list(figures)
    codes = [code for code, _ in given]
    values = [None if value is None else Decimal(value) for _, value in given]
    with connection.cursor() as cursor:
        cursor.execute(ROLL_UP, [codes, values, of_list])
        rows = cursor.fetchall()
    totals, divided = [], []
    for is_divided, code, targets, value, missing in rows:
        if is_divided is None:
            by_code(code, of_list)  # says which list the code is of
        elif is_divided:
            divided.append(Divided(code, value, missing, tuple(targets)))
        else:
            totals.append(Total(code, value, missing))
    return RollUp(tuple(totals), tuple(divided))


def by_new_provinces(figures: Iterable[Figure]) -> tuple[Total, ...]:
    """Figures by the 63 as figures by the 34. Raises ForeignCode for a code of another list."""
    return roll_up(figures, of_list=OLD_PROVINCES).totals


def new_province(code: str) -> "Subquery[Field[Any, Any]]":
    """The code of the new province, for a queryset whose column `code` holds one of the 63.

    `rows.annotate(now=new_province("province")).values("now").annotate(Sum("value"))` is the same
    roll-up for rows that lie in a table, again in one query.
    """
    changes = PlaceChange.objects.filter(
        old__list__code=OLD_PROVINCES, old__code=OuterRef(code), new__list__code=NEW_PROVINCES
    )
    return Subquery(changes.annotate(now=F("new__code")).values("now")[:1])
