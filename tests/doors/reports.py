"""Doors of the reports."""

import datetime
from typing import Any

from nhipcau.ledger.evidence.models import Period
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.models import Regime, Report, ReportLine

from .kinds import opens, writes

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
}
HOLDERS = {
    WRITE: {"officer", "focal_point"},
    SEND: {"leader", "focal_point"},
    RECEIVE: {"focal_point"},
}


def objects(world: Any) -> dict[str, dict[str, object]]:
    """A report of the visitors' own agency, with its lines."""
    report = _report(world)
    draft(report=report)
    line = ReportLine.objects.filter(section__report=report).first()
    assert line is not None
    uuid = {"uuid": report.uuid}
    given: dict[str, dict[str, object]] = {name: uuid for name in DOORS if name != "ledger:reports"}
    given["ledger:reports"] = {}
    given["ledger:report-records"] = {**uuid, "key": line.key}
    given["ledger:report-line"] = {**uuid, "line": line.uuid}
    given["ledger:report-add-line"] = {**uuid, "section": line.section.key}
    return given


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
