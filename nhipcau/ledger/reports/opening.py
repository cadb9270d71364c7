"""Reports exist beforehand: one for every unit that owes it, with its deadline and who gathers it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from nhipcau.agencies.directory import upwards
from nhipcau.agencies.models import Agency, Place
from nhipcau.base import audit
from nhipcau.base.audit import Actor
from nhipcau.ledger.evidence.models import Evidence, Period
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import Task

from . import policies
from .inheriting import Heirs
from .inheriting import Place as At
from .levels import ABOVE, Level
from .models import Deadline, Regime, Report
from .outlines import outline_for
from .parties import reporter
from .scope import of_year

COMMITTEE = "people's committee"
LATELY = 120  # days after closing in which a missing report is still made


@dataclass(frozen=True, slots=True)
class Owing:
    """A unit that owes a report at a level."""

    agency: Agency
    level: Level
    place: Place | None = None


@transaction.atomic
def open_reports(*, regime: Regime, period: Period, by: Actor | None) -> list[Report]:
    """Make the reports of a period that are not there yet; answers the new ones. Raises Refused."""
    policies.check_regime(regime)
    held = {
        (each.level, each.agency_id): each
        for each in Report.objects.current().filter(regime=regime, period=period)
    }
    missing = [each for each in owing(regime, period) if (each.level, each.agency.pk) not in held]
    if not missing:
        return []
    policies.check_can_open(period)
    outlines = {
        level: outline_for(regime.outline_at(level), on=period.closing_day)
        for level in {each.level for each in missing}
    }
    made = [
        Report.objects.create(
            regime=regime,
            period=period,
            agency=each.agency,
            place=each.place,
            level=each.level,
            outline=outlines[each.level],
            due=due_of(regime, period, each.level),
            is_example=period.programme.is_example,
        )
        for each in missing
    ]
    for report in made:
        audit.record("ledger.report_opened", by=by, target=report)
    _join([*held.values(), *made])
    return made


def owing(regime: Regime, period: Period) -> list[Owing]:
    """Who owes a report: who leads work of the year or lodged evidence; parties; all together."""
    wanted = set(regime.levels)
    parties = _party_agencies(period)
    found = [each for each in _units(period, parties) if each.level in wanted]
    if Level.PARTY in wanted:
        found += [Owing(agency, Level.PARTY) for agency in dict.fromkeys(parties)]
    if Level.JOINT in wanted and parties:
        found.append(Owing(parties[0], Level.JOINT))
    return found


def due_of(regime: Regime, period: Period, level: str) -> date:
    """The deadline of a level in a period, by the dated rows; ten days after closing without one."""
    closing = period.closing_day
    rows = [row for row in regime.deadlines.all() if row.level == level and _holds(row, closing)]
    return rows[0].due(closing) if rows else date.fromordinal(closing.toordinal() + 10)


def _holds(row: Deadline, on: date) -> bool:
    begun = row.first_day is None or row.first_day <= on
    return begun and (row.last_day is None or row.last_day >= on)


def _units(period: Period, parties: list[Agency]) -> Iterator[Owing]:
    """Agencies that lead work of the year, in a plan or by a directive; those that ended answer
    through who took their functions over."""
    led = Task.objects.filter(of_year(period.year), programme=period.programme_id)
    done = Evidence.objects.filter(
        programme=period.programme_id, day__range=(period.first_day, period.closing_day)
    )
    pks = {*led.order_by().values_list("lead", flat=True).distinct()}
    pks |= {*done.order_by().values_list("agency", flat=True).distinct()}
    on = period.closing_day
    signed = {agency.pk for agency in _signed(period.programme) if agency.exists_on(on)}
    heirs, found = Heirs(period.programme, on=on), set()
    for agency in Agency.objects.filter(pk__in=pks).prefetch_related("names"):
        places: set[At] = {None}
        if heirs.are_several(agency):
            places = {*led.filter(lead=agency).values_list("provision", flat=True)}
            rows = done.filter(agency=agency).values_list(
                "task__provision", "obligation__provision"
            )
            places |= {of_task or of_obligation for of_task, of_obligation in rows.distinct()}
        found |= {heirs.of(agency, place) for place in places}
    for agency in sorted(found, key=lambda each: each.code):
        if agency not in parties and agency.pk not in signed:
            yield Owing(agency, level_of(agency))


def level_of(agency: Agency) -> Level:
    """At which level an agency reports."""
    if agency.level == "commune":
        return Level.COMMUNE
    if agency.level in {"provincial", "district"}:
        return Level.COMMITTEE if agency.kind == COMMITTEE else Level.DEPARTMENT
    return Level.UNIT


def _signed(programme: Programme) -> list[Agency]:
    return [party.agency for party in programme.parties.all() if party.agency is not None]


def _party_agencies(period: Period) -> list[Agency]:
    """Who reports for each party on the closing day, in the order of the text."""
    parties = period.programme.parties.select_related("agency", "focal_point")
    found = [reporter(party, period.closing_day) for party in parties]
    return [agency for agency in found if agency is not None]


def _join(reports: list[Report]) -> None:
    """Say which report gathers each: the same province first, else the nearest level above."""
    by_level: dict[str, list[Report]] = {}
    for report in reports:
        by_level.setdefault(report.level, []).append(report)
    places = _provinces([report.agency_id for report in reports])
    for report in reports:
        above = _above(report, by_level, places)
        if above is not None and report.above_id != above.pk:
            report.above = above
            report.save(update_fields=["above"])


def _above(
    report: Report, by_level: dict[str, list[Report]], places: dict[int, set[int]]
) -> Report | None:
    for level in ABOVE[report.level]:
        at_level = by_level.get(level, [])
        if level in {Level.DEPARTMENT, Level.COMMITTEE}:
            own = places.get(report.agency_id, set())
            at_level = [each for each in at_level if own & places.get(each.agency_id, set())]
        elif level == Level.PARTY:
            at_level = [each for each in at_level if _is_within(report.agency, each.agency)] or (
                at_level[:1]
            )
        if at_level:
            return at_level[0]
    return None


def _is_within(agency: Agency, of: Agency) -> bool:
    """Whether an agency stands below another, or below the same body as its focal point."""
    return not upwards([agency]).isdisjoint({of.pk, of.parent_id})


def _provinces(agencies: list[int]) -> dict[int, set[int]]:
    """The provinces in which each agency acts; a commune's is the one it lies in."""
    through = Agency.places.through._default_manager.filter(agency__in=agencies)
    found: dict[int, set[int]] = {}
    rows = through.values_list("agency", "place", "place__parent", "place__parent__parent")
    for agency, *line in rows:
        found.setdefault(agency, set()).update(pk for pk in line if pk is not None)
    return found


def open_due(*, on: date) -> int:
    """Make what is owed for every period that runs or closed lately; answers how many are new."""
    periods = Period.objects.filter(
        programme__state=Programme.State.PUBLISHED,
        first_day__lte=on,
        closing_day__gte=date.fromordinal(on.toordinal() - LATELY),
        closed_at=None,
    ).select_related("programme")
    made = 0
    for period in periods:
        regimes = Regime.objects.on(period.closing_day).of(period.programme)
        for regime in regimes.filter(frequency=period.kind).prefetch_related("deadlines"):
            made += len(open_reports(regime=regime, period=period, by=None))
    return made
