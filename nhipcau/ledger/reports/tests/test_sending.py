"""Sending freezes; what comes in is received, returned, gathered; each step refuses out of turn."""

import datetime
from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils.translation import override

from nhipcau.base.refusal import Refused
from nhipcau.ledger.reports import sending, words
from nhipcau.ledger.reports.account import Account, from_json, to_json
from nhipcau.ledger.reports.consolidating import consolidate, gathered_account, snapshot
from nhipcau.ledger.reports.drafting import account_of, draft
from nhipcau.ledger.reports.models import Report, ReportMove
from nhipcau.ledger.reports.policies import Stale

from .conftest import Scene
from .test_drafting import DONE


@pytest.fixture
def report(scene: Scene) -> Report:
    scene.task(1, **DONE)
    made = scene.report()
    draft(report=made)
    return made


def sent(report: Report, scene: Scene) -> Report:
    return sending.send(report=report, version=report.version, by=scene.leader)


def test_what_was_sent_does_not_move_with_the_records(report: Report, scene: Scene) -> None:
    done = sent(report, scene)
    before = snapshot(done)
    scene.task(2, **DONE)
    draft(report=done)
    assert snapshot(done) == before
    assert before is not None
    keys = {line["key"]: line for section in before["sections"] for line in section["lines"]}
    assert len(keys["point:I.1.a"]["sources"]["tasks"]) == 1
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE reports_snapshot SET edition = 9")


def test_what_is_sent_is_vietnamese_whatever_language_its_sender_reads(
    report: Report, scene: Scene
) -> None:
    with override("en"):
        frozen = snapshot(sent(report, scene))
    assert frozen is not None
    assert "Nhiệm vụ" in {title for sheet in frozen["tables"] for title in sheet["head"]}


def test_a_report_goes_its_way(report: Report, scene: Scene) -> None:
    row = sending.submit(report=report, version=report.version, by=scene.officer)
    row = sent(row, scene)
    row = sending.receive(report=row, version=row.version, by=scene.receiver)
    row = sending.send_back(
        report=row, version=row.version, reason="Thiếu số lượt nghe", sections=["theo-diem"],
        by=scene.receiver,
    )  # fmt: skip
    row = sent(row, scene)
    assert row.edition == 2
    row = sending.receive(report=row, version=row.version, by=scene.receiver)
    row = consolidate(report=row, version=row.version, by=scene.receiver)
    kinds = list(ReportMove.objects.values_list("kind", flat=True))
    assert kinds == [
        "to_leader", "sent", "received", "returned", "sent", "received", "consolidated",
    ]  # fmt: skip


STEPS: dict[str, Callable[[Report, Scene], Report]] = {
    "send": lambda r, s: sending.send(report=r, version=r.version, by=s.leader),
    "submit": lambda r, s: sending.submit(report=r, version=r.version, by=s.officer),
    "receive": lambda r, s: sending.receive(report=r, version=r.version, by=s.receiver),
    "send_back": lambda r, s: sending.send_back(
        report=r, version=r.version, reason="Thiếu", by=s.receiver
    ),
    "consolidate": lambda r, s: consolidate(report=r, version=r.version, by=s.receiver),
    "replace": lambda r, s: sending.replace(
        report=r, version=r.version, reason="Sai số liệu", by=s.leader
    ),
}
ALLOWED: dict[str, set[str]] = {
    "open": {"send", "submit"},
    "with_leader": {"send", "submit"},
    "sent": {"receive", "send_back", "replace"},
    "received": {"send_back", "consolidate", "replace"},
    "returned": {"send", "submit"},
    "consolidated": {"replace"},
    "replaced": set(),
}


@pytest.mark.parametrize("state", ALLOWED)
def test_each_state_lets_through_what_it_should(state: str, report: Report, scene: Scene) -> None:
    Report.objects.filter(pk=report.pk).update(state=state, edition=1)
    passed = set()
    for name, step in STEPS.items():
        report.refresh_from_db()
        mark = transaction.savepoint()
        try:
            step(report, scene)
            passed.add(name)
        except Refused:
            pass
        transaction.savepoint_rollback(mark)
    assert passed == ALLOWED[state]


def test_the_second_sender_is_told(report: Report, scene: Scene) -> None:
    sent(report, scene)
    with pytest.raises(Stale, match="vừa được người khác cập nhật"):
        sent(report, scene)


def test_a_report_for_an_account_that_went_out_is_refused(report: Report, scene: Scene) -> None:
    above = report.above
    assert above is not None
    draft(report=above)
    sending.send(report=above, version=above.version, by=scene.receiver)
    report.refresh_from_db()
    with pytest.raises(Refused, match="kỳ báo cáo đã khép lại"):
        sent(report, scene)


def test_the_party_gathers_what_was_sent(report: Report, scene: Scene) -> None:
    above = report.above
    assert above is not None
    assert gathered_account(above).counts.done == 0
    done = sent(report, scene)
    assert gathered_account(above).counts.done == 1
    draft(report=above)
    texts = [line.words for section in above.sections.all() for line in section.lines.all()]
    assert any(
        text.startswith("Trung tâm Tư liệu (ví dụ) chủ trì 01 nhiệm vụ có thời hạn")
        for text in texts
    )
    held = snapshot(done)
    assert held is not None
    assert account_of(above).counts == from_json(held["account"]).counts


def test_an_account_goes_to_json_and_back(report: Report) -> None:
    account: Account = account_of(report)
    assert from_json(to_json(account)) == account


@pytest.mark.parametrize(
    ("state", "first_sent", "on", "said"),
    [
        ("open", None, "2025-12-01", "Chưa đến kỳ"),
        ("open", None, "2025-12-16", "Đang soạn thảo"),
        ("open", None, "2025-12-23", "Đang soạn thảo, quá hạn 03 ngày"),
        ("with_leader", None, "2025-12-16", "Trình lãnh đạo"),
        ("sent", "2025-12-19", "2026-01-05", "Đã gửi đúng hạn"),
        ("sent", "2025-12-22", "2026-01-05", "Đã gửi, quá hạn 02 ngày"),
        ("received", "2025-12-22", "2026-01-05", "Đã tiếp nhận"),
        ("returned", "2025-12-22", "2026-01-05", "Trả lại, đề nghị bổ sung, hoàn thiện"),
        ("consolidated", "2025-12-22", "2026-01-05", "Đã tổng hợp"),
    ],
)
def test_states_have_their_words(
    report: Report, state: str, first_sent: str | None, on: str, said: str
) -> None:
    report.state = state
    report.first_sent_on = datetime.date.fromisoformat(first_sent) if first_sent else None
    assert words.status(report, on=datetime.date.fromisoformat(on)) == said


def test_whether_it_came_in_time_is_said_with_its_day(report: Report) -> None:
    def said(first_sent: str, on: str = "2026-01-05") -> str:
        report.first_sent_on = datetime.date.fromisoformat(first_sent) if first_sent else None
        return words.timeliness(report, on=datetime.date.fromisoformat(on))

    assert said("", on="2025-12-20") == "Còn trong hạn, đến 20/12/2025"
    assert said("", on="2025-12-23") == "Quá hạn 03 ngày, chưa gửi"
    assert said("2025-12-19") == "Đã gửi đúng hạn ngày 19/12/2025"
    assert said("2025-12-22") == "Đã gửi ngày 22/12/2025, quá hạn 02 ngày"
