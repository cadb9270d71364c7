"""What evidence measured, one tally for each indicator, unit and place; in one query."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from .models import Indicator
from .tally import Tally

# Parts of one evidence («nữ», «nam») are one observation: their sum.
SEEN = """
    WITH seen AS (
        SELECT m.indicator_id, e.agency_id, e.place_id, e.counted_on, e.position,
            sum(m.value) AS value
        FROM evidence_measure m JOIN evidence_evidence e ON e.id = m.evidence_id
        WHERE m.indicator_id = ANY(%(indicators)s::bigint[])
            AND e.counted_on BETWEEN %(first)s AND %(last)s
            AND (%(agencies)s::bigint[] IS NULL OR e.agency_id = ANY(%(agencies)s::bigint[]))
            AND (%(places)s::bigint[] IS NULL OR e.place_id = ANY(%(places)s::bigint[]))
            AND NOT EXISTS (SELECT FROM evidence_withdrawal w WHERE w.evidence_id = e.id)
        GROUP BY m.indicator_id, e.id
    )
    SELECT indicator_id, agency_id, place_id, count(*), sum(value), max(value),
        (array_agg(value ORDER BY counted_on DESC, position DESC))[1],
        max(counted_on), (array_agg(position ORDER BY counted_on DESC, position DESC))[1]
    FROM seen GROUP BY 1, 2, 3
"""
# What only adds up needs no order and no observation told apart: a third of the time.
SUMS = """
    SELECT m.indicator_id, e.agency_id, e.place_id, count(*), sum(m.value), sum(m.value),
        sum(m.value), max(e.counted_on), 0
    FROM evidence_measure m JOIN evidence_evidence e ON e.id = m.evidence_id
    LEFT JOIN evidence_withdrawal w ON w.evidence_id = e.id
    WHERE m.indicator_id = ANY(%(indicators)s::bigint[])
        AND e.counted_on BETWEEN %(first)s AND %(last)s
        AND (%(agencies)s::bigint[] IS NULL OR e.agency_id = ANY(%(agencies)s::bigint[]))
        AND (%(places)s::bigint[] IS NULL OR e.place_id = ANY(%(places)s::bigint[]))
        AND w.id IS NULL
    GROUP BY 1, 2, 3
"""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where an observation is attributed: a unit, and the place where it was done."""

    agency: int
    place: int | None


Leaves = dict[Leaf, Tally]


def of(
    indicators: Iterable[Indicator],
    first: date,
    last: date,
    *,
    agencies: Collection[int] | None = None,
    places: Collection[int] | None = None,
) -> Mapping[int, Leaves]:
    """By indicator: what each unit measured in each place, in the days from first to last.

    One query, and one more where some numbers are not simply summed."""
    asked: dict[str, Any] = {
        "first": first, "last": last,
        "agencies": None if agencies is None else list(agencies),
        "places": None if places is None else list(places),
    }  # fmt: skip
    found: dict[int, Leaves] = defaultdict(dict)
    sums: list[int] = []
    others: list[int] = []
    for each in indicators:
        (sums if _only_adds(each) else others).append(each.pk)
    with connection.cursor() as cursor:
        for query, keys in ((SUMS, sums), (SEEN, others)):
            if keys:
                cursor.execute(query, {**asked, "indicators": keys})
                for row in cursor.fetchall():
                    indicator, agency, place, count, total, most, value, day, position = row
                    tally = Tally(count, total, most, ((day, position), value))
                    found[indicator][Leaf(agency, place)] = tally
    return found


def _only_adds(indicator: Indicator) -> bool:
    """Whether a unit's numbers are summed over time, and no last one among units is asked for."""
    adds = Indicator.Adds
    return indicator.over_time == adds.SUM and indicator.over_places != adds.LAST
