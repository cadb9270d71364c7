"""Every write about instruments: what they are, and what became of them."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.base import audit
from nhipcau.base.audit import Actor
from nhipcau.shell.search.index import index

from .models import Instrument, InstrumentEvent

Row = Mapping[str, Any]


class NotHeld(Exception):
    """An instrument that cannot be held as given; the message is the sentence for the person."""


@transaction.atomic
def hold(
    *,
    kind: str,
    number: str,
    issuer: str,
    issued_on: date | None,
    title: str,
    source: str,
    by: Actor | None,
) -> Instrument:
    """Hold an instrument that no programme has named yet. Raises NotHeld for one held already."""
    held = Instrument.objects.filter(number=number, issuer=issuer).first()
    if held is not None:
        raise NotHeld(
            _("Chưa ghi nhận được: %(instrument)s đã có. Đề nghị mở văn bản đó.")
            % {"instrument": held}
        )
    instrument = Instrument.objects.create(
        kind=kind, number=number, issuer=issuer, issued_on=issued_on, title=title, source=source
    )
    audit.record("ledger.instrument_held", by=by, target=instrument)
    index([instrument])
    return instrument


@transaction.atomic
def tell(
    *,
    instrument: Instrument,
    kind: InstrumentEvent.Kind,
    day: date | None,
    other: Instrument | None,
    source: str,
    doubt: str,
    by: Actor | None,
) -> InstrumentEvent:
    """Say what happened to an instrument, by which source. Raises NotHeld for what is told already."""
    if other == instrument:
        raise NotHeld(_("Chưa ghi nhận được: một văn bản không tự thay thế chính nó."))
    same = InstrumentEvent.objects.filter(instrument=instrument, kind=kind, day=day, other=other)
    if same.exists():
        raise NotHeld(_("Chưa ghi nhận được: việc này đã được ghi nhận cho %s.") % instrument)
    event = InstrumentEvent.objects.create(
        instrument=instrument, kind=kind, day=day, other=other, source=source, doubt=doubt
    )
    changes = {kind.value: (None, day.isoformat() if day else "")}
    audit.record("ledger.instrument_told", by=by, target=instrument, changes=changes, note=source)
    return event


@transaction.atomic
def load(path: Path, *, by: Actor | None) -> int:
    """Hold the facts of a data file; returns how many instruments are new or got their facts.

    What has a source already is left alone: a person may have mended it.
    """
    rows: list[Row] = json.loads(path.read_text(encoding="utf-8"))["instruments"]
    new = [(row, _fill(row)) for row in rows]
    told = [(row, instrument) for row, instrument in new if instrument is not None]
    for row, instrument in told:
        InstrumentEvent.objects.bulk_create(_events(row, instrument))
        audit.record("ledger.instrument_loaded", by=by, target=instrument, note=path.name)
    index(instrument for _row, instrument in told)
    return len(told)


def _fill(row: Row) -> Instrument | None:
    """The instrument with its facts, or None where they are held already."""
    instrument = _named(row) or Instrument(number=row["number"], issuer=row["issuer"])
    if instrument.source:
        return None
    instrument.kind, instrument.title = row["kind"], row["title"]
    instrument.issued_on = _day(row["issued_on"])
    instrument.source, instrument.doubt = row["source"], row.get("doubt", "")
    instrument.save()
    return instrument


def _named(row: Row) -> Instrument | None:
    return Instrument.objects.filter(number=row["number"], issuer=row["issuer"]).first()


def _events(row: Row, instrument: Instrument) -> Iterable[InstrumentEvent]:
    for event in row.get("events", ()):
        other = event.get("by")
        yield InstrumentEvent(
            instrument=instrument,
            kind=InstrumentEvent.Kind(event["kind"]),
            day=_day(event["day"]),
            other=Instrument.objects.get(number=other) if other else None,
            source=event["source"],
            doubt=event.get("doubt", ""),
        )


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
