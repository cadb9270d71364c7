"""Mending what was written down of a dispatch; the document itself is mended by who issued it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import override

from nhipcau.agencies.bodies import bodies_of
from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit, clock
from nhipcau.shell.search.index import index

from . import actions, policies
from .models import Dispatch, DispatchEvent


@transaction.atomic
def correct(
    *,
    dispatch: Dispatch,
    version: int,
    said: Mapping[str, Any],
    by: User,
    acting_for: Agency,
) -> Dispatch:
    """Mend what was written down wrongly; what stood before is kept in the events. Raises Refused."""
    dispatch = actions.latest(dispatch, version)
    changed = {name: value for name, value in said.items() if getattr(dispatch, name) != value}
    number, day = said["number"], said["issued_on"]
    policies.check_can_correct(
        dispatch, bodies=bodies_of(by), twin=actions.standing_twin(dispatch.sender, number, day)
    )
    policies.check_days(issued_on=day, due=said["due"], today=clock.today())
    policies.check_can_answer(dispatch.answers, issued_on=day)
    if not changed:
        return dispatch
    was = {name: _told(dispatch, name) for name in changed}
    for name, value in changed.items():
        setattr(dispatch, name, value)
    actions.move(dispatch)
    told = [f"{_label(name)}: {was[name]} → {_told(dispatch, name)}" for name in changed]
    actions.note(dispatch, DispatchEvent.Kind.CORRECTED, "; ".join(told), by=by, agency=acting_for)
    audit.record(
        "correspondence.corrected", by=by, target=dispatch, acting_for=acting_for,
        changes={name: (was[name], _told(dispatch, name)) for name in changed},
    )  # fmt: skip
    index([dispatch, *dispatch.receipts.all()])
    return dispatch


def _label(name: str) -> str:
    # Data are written in Vietnamese, whatever language the page is in.
    with override("vi"):
        return str(getattr(Dispatch._meta.get_field(name), "verbose_name", name))


def _told(dispatch: Dispatch, name: str) -> str:
    """A field as people read it; a dash for nothing."""
    shown = getattr(dispatch, f"get_{name}_display", None)
    with override("vi"):
        value = str(shown()) if shown else getattr(dispatch, name)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "–")
