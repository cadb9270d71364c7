"""The one page of a commune in a quarter: what was done, numbers, difficulties; sent as often as needed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from nhipcau.agencies.models import Agency, Place
from nhipcau.base import audit, clock
from nhipcau.base.audit import Actor
from nhipcau.ledger.evidence import figure_policies as policies
from nhipcau.ledger.evidence.kinds import QUARTER
from nhipcau.ledger.evidence.models import CommuneQuarter, Figure, Indicator, Period
from nhipcau.ledger.evidence.numbers import Written
from nhipcau.ledger.evidence.values import Given

from .figures import give_figure
from .lodging import lodge, withdraw

Mark = Figure.Mark


@dataclass(frozen=True, slots=True)
class Quarter:
    """What a commune says: by indicator a number, or which kind of none; nothing where unsaid."""

    done: str = ""
    difficulties: str = ""
    nothing_arose: bool = False
    written: Mapping[Indicator, Written] = field(default_factory=dict)


@transaction.atomic
def send_quarter(
    *,
    period: Period,
    agency: Agency,
    place: Place | None,
    said: Quarter,
    by: Actor | None,
    version: int | None = None,
) -> CommuneQuarter:
    """Record a commune's quarter; sent again, what it said before is withdrawn.

    `version` is that of the page that the person saw, 0 where there was none. Raises Refused, also
    where somebody else sent since.
    """
    current = Period.objects.select_for_update(no_key=True).get(pk=period.pk)
    policies.check_quarter(current, nothing_arose=said.nothing_arose, done=said.done)
    page, is_new = CommuneQuarter.objects.select_for_update().get_or_create(
        period=current, agency=agency, defaults={"place": place}
    )
    if version is not None:
        policies.check_is_latest(0 if is_new else page.version, version)
    if page.evidence is not None:
        withdraw(evidence=page.evidence, reason="Đơn vị gửi lại trang của quý.", by=by)
        page.evidence = None
    numbers = [
        Given(indicator, each.value)
        for indicator, each in said.written.items()
        if each.value is not None
    ]
    if said.done or numbers:
        page.evidence = lodge(
            programme=current.programme, kind=QUARTER, agency=agency, place=place,
            day=min(clock.today(), current.closing_day), summary=said.done or "Số liệu của quý",
            measures=numbers, by=by,
        )  # fmt: skip
    _note_what_is_missing(current, agency, place, said, by)
    page.place, page.difficulties = place, said.difficulties
    page.nothing_arose, page.sent_by = said.nothing_arose, by.uuid if by else None
    page.version += 0 if is_new else 1
    page.save()
    audit.record("ledger.quarter_sent", by=by, target=page, acting_for=agency)
    return page


def _note_what_is_missing(
    period: Period, agency: Agency, place: Place | None, said: Quarter, by: Actor | None
) -> None:
    """Each indicator without a number says which kind of none it is, or nothing."""
    for indicator in period.programme.indicators.filter(is_effect=False):
        written = said.written.get(indicator)
        if written is None and said.nothing_arose:
            written = Written(Mark.NONE_AROSE)
        if written is not None and written.value is not None:
            written = None  # a number is the evidence's
        give_figure(
            indicator=indicator, period=period, agency=agency, place=place,
            kind=Figure.Kind.DONE, written=written, by=by,
        )  # fmt: skip
