"""Doors of the reports."""

import datetime
from typing import Any
from uuid import uuid4

from nhipcau.ledger.evidence.models import Period
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.models import (
    Conference,
    Proposal,
    Regime,
    Report,
    ReportLine,
    Review,
)

from .kinds import Door, opens, writes

WRITE, SEND, RECEIVE = "reports.write", "reports.send", "reports.receive"

DOORS = {
    "ledger:reports": opens("ledger.read_internal"),
    "ledger:report": opens("ledger.read_internal"),
    "ledger:report-records": opens("ledger.read_internal"),
    "ledger:report-line": writes(WRITE),
    "ledger:report-add-line": writes(WRITE),
    "ledger:report-number": writes(WRITE),
    "ledger:report-submit": writes(WRITE),
    "ledger:report-send": writes(SEND),
    "ledger:report-receive": writes(RECEIVE),
    "ledger:report-send-back": writes(RECEIVE),
    "ledger:report-consolidate": writes(RECEIVE),
    "ledger:report-replace": writes(SEND),
    "ledger:report-propose": writes(WRITE),
    "ledger:report-standing": opens("ledger.read_internal"),
    "ledger:report-paper": writes("papers.draft"),
    "ledger:report-correct": writes("papers.draft"),
    "ledger:report-take-in": writes(WRITE),
    # What one person sent in is shown to that person.
    "ledger:report-back": Door(302, 404, WRITE),
    "ledger:report-docx": opens("ledger.read_internal"),
    "ledger:report-pdf": opens("ledger.read_internal"),
    "ledger:report-xlsx": opens("ledger.read_internal"),
    "ledger:report-brief": opens("ledger.read_internal"),
    "ledger:regimes": opens("ledger.read_internal"),
    "ledger:proposals": opens("ledger.read_internal"),
    "ledger:proposal-answer": opens(SEND),
    "ledger:proposal-plan": writes(RECEIVE),
    "ledger:annual-reviews": opens("ledger.read_internal"),
    "ledger:annual-review": opens("ledger.read_internal"),
    "ledger:annual-review-hold": writes(RECEIVE),
    "ledger:annual-review-paper": writes(RECEIVE),
    "ledger:annual-review-invite": writes(RECEIVE),
    "ledger:annual-review-conclude": writes(RECEIVE),
    "ledger:annual-review-note": writes(WRITE),
    "ledger:annual-review-calendar": opens("ledger.read_internal"),
}
HOLDERS = {
    WRITE: {"officer", "focal_point"},
    SEND: {"leader", "focal_point"},
    RECEIVE: {"focal_point"},
}

LISTS = {"ledger:reports", "ledger:regimes", "ledger:proposals", "ledger:annual-reviews"}


def objects(world: Any) -> dict[str, dict[str, object]]:
    """A report of the visitors' own agency, with its lines."""
    report = _report(world)
    draft(report=report)
    line = ReportLine.objects.filter(section__report=report).first()
    assert line is not None
    uuid: dict[str, object] = {"uuid": report.uuid}
    given: dict[str, dict[str, object]] = {name: uuid for name in DOORS if name not in LISTS}
    given.update({name: {} for name in LISTS})
    of_review: dict[str, object] = {"uuid": _review(world).uuid}
    given.update({name: of_review for name in DOORS if name.startswith("ledger:annual-review-")})
    given["ledger:annual-review"] = of_review
    of_proposal: dict[str, object] = {"uuid": _proposal(world, report).uuid}
    given["ledger:proposal-answer"] = given["ledger:proposal-plan"] = of_proposal
    given["ledger:report-back"] = {**uuid, "incoming": uuid4()}
    given["ledger:report-records"] = {**uuid, "key": line.key}
    given["ledger:report-line"] = {**uuid, "line": line.uuid}
    given["ledger:report-add-line"] = {**uuid, "section": line.section.key}
    return given


def _review(world: Any) -> Review:
    review = Review.objects.create(programme=world.programme, year=2025, lead=world.agency)
    at = datetime.datetime(2026, 1, 9, 8, tzinfo=datetime.UTC)
    Conference.objects.create(
        review=review, starts_at=at, ends_at=at + datetime.timedelta(hours=3),
        venue="Hội trường A (ví dụ)", chair="Lãnh đạo hai bên",
    )  # fmt: skip
    return review


def _proposal(world: Any, report: Report) -> Proposal:
    return Proposal.objects.create(
        programme=world.programme, report=report, agency=world.agency, kind="proposal",
        words="Bố trí kinh phí sớm (ví dụ)", to_words="Lãnh đạo bộ",
        asked_on=datetime.date(2025, 5, 15),
    )  # fmt: skip


def _report(world: Any) -> Report:
    period = Period.objects.create(
        programme=world.programme,
        kind=Period.Kind.OTHER,
        year=2025,
        label="Chuyên đề tháng 5 năm 2025",
        first_day=datetime.date(2025, 4, 15),
        closing_day=datetime.date(2025, 5, 14),
    )
    regime = Regime.objects.create(
        code="vi-du", kind=Regime.Kind.THEMATIC, name="Báo cáo chuyên đề (ví dụ)",
        content="Kết quả", reporters="Đơn vị", receiver="Đầu mối", method="Văn bản điện tử",
        deadline_words="Theo văn bản", frequency=Period.Kind.OTHER, closing_words="Theo văn bản",
        outline_kind="unit-report", letter="Công văn số 12/VD ngày 15/4/2025", source="ví dụ",
    )  # fmt: skip
    return Report.objects.create(
        regime=regime, period=period, agency=world.agency, level="unit",
        due=datetime.date(2025, 5, 20),
    )  # fmt: skip
