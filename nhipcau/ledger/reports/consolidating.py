"""Gathers the reports below: numbers add up by each indicator's rule, lines keep whose they are."""

import json
from collections.abc import Iterator
from typing import Any

from django.db import transaction

from nhipcau.agencies.models import User
from nhipcau.base import audit

from . import policies, wording
from .account import Account, from_json
from .figures import count
from .models import Report, ReportMove, SnapshotText
from .moving import latest, move
from .parties import on_behalf
from .wording import Line


def gathered(report: Report) -> list[Report]:
    """The reports below that are there, in the order of their agencies."""
    below = report.gathered.current().filter(state__in=Report.THERE)
    return list(below.select_related("agency", "period", "place").prefetch_related("agency__names"))


def snapshot(report: Report, edition: int | None = None) -> dict[str, Any] | None:
    """What was sent last, or in an edition; None before the first sending or after redaction."""
    rows = SnapshotText.objects.filter(row__report=report).order_by("-row__edition")
    if edition is not None:
        rows = rows.filter(row__edition=edition)
    text = rows.values_list("text", flat=True).first()
    return json.loads(text) if text else None


def gathered_account(report: Report) -> Account:
    """The frozen numbers of the reports below, added up."""
    total = Account(units=0)
    for below in gathered(report):
        held = snapshot(below)
        if held is not None:
            total = total + from_json(held["account"])
    return total


def lines_of_gathered(report: Report) -> Iterator[Line]:
    """One line for each report below, under the name of whose it is."""
    for below in gathered(report):
        held = snapshot(below)
        if held is None:
            continue
        counts = from_json(held["account"]).counts
        if counts.dated or counts.routine:
            said = wording.whole(counts).removeprefix("Trong kỳ, đơn vị ")
            who = on_behalf(held["agency"], held.get("side", ""))
            yield Line(f"below:{below.uuid}", f"{who} {said}")


def below_of(report: Report) -> list[Report]:
    """Every report that this one gathers, sent or not."""
    return list(report.gathered.current().for_list())


def who_is_in(report: Report) -> str:
    """«Báo cáo tổng hợp từ 12/15 đơn vị»: how many of those below have sent."""
    below = report.gathered.current().count()
    return f"{count(len(gathered(report)))}/{count(below)}" if below else ""


@transaction.atomic
def consolidate(*, report: Report, version: int, by: User) -> Report:
    """Take a received report into the one above. Raises Refused."""
    current = latest(report, version)
    policies.check_is_receiver(current, by)
    policies.check_can_consolidate(current)
    current.state = Report.State.CONSOLIDATED
    move(current, ReportMove.Kind.CONSOLIDATED, by=by)
    audit.record("ledger.report_consolidated", by=by, target=current, acting_for=by.acting_for)
    return current
