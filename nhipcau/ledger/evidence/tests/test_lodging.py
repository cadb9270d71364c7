"""Evidence is lodged, refused with its sentence, withdrawn."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, transaction

from nhipcau.agencies.factories import AgencyFactory, UserFactory
from nhipcau.agencies.models import Agency, Succession
from nhipcau.base import append_only, clock
from nhipcau.base.models import AuditEvent
from nhipcau.base.refusal import Refused
from nhipcau.ledger.evidence import counts, kinds
from nhipcau.ledger.evidence.actions import close_period, lodge, reopen_period, withdraw
from nhipcau.ledger.evidence.jobs import discard_expired_files
from nhipcau.ledger.evidence.models import Evidence, EvidenceRule, Measure, PeriodMove
from nhipcau.ledger.evidence.periods import moved
from nhipcau.ledger.evidence.values import Attached, Given
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import IndicatorFactory, ProgrammeFactory, ProvisionFactory, periods_of
from nhipcau.ledger.work.models import Task

pytestmark = pytest.mark.django_db

DAY = datetime.date(2024, 11, 5)


@pytest.fixture(autouse=True)
def in_february_2025() -> Iterator[None]:
    with patch.object(clock, "today", return_value=datetime.date(2025, 2, 20)):
        yield


@pytest.fixture
def programme() -> Programme:
    return ProgrammeFactory.create(first_year=2024, signed_on=datetime.date(2024, 6, 4))


@pytest.fixture
def agency() -> Agency:
    return AgencyFactory.create(name="Sở Thông tin và Truyền thông tỉnh Lạng Sơn")


@pytest.fixture
def task(programme: Programme, agency: Agency) -> Task:
    provision = ProvisionFactory.create(programme=programme, address="IV.1.d")
    return Task.objects.create(
        programme=programme, code="24.IV1d.02", title="Tập huấn cho đài truyền thanh xã",
        lead=agency, provision=provision,
    )  # fmt: skip


def said(programme: Programme, agency: Agency, **more: object) -> Evidence:
    given = {
        "programme": programme, "agency": agency, "kind": "training", "day": DAY,
        "summary": "Tập huấn 45 cán bộ đài truyền thanh xã", "by": None, **more,
    }  # fmt: skip
    return lodge(**given)  # type: ignore[arg-type]


def test_evidence_stands_with_its_words_its_numbers_and_its_event(
    programme: Programme, agency: Agency, task: Task
) -> None:
    indicator = IndicatorFactory.create(programme=programme)
    by = UserFactory.create()
    evidence = said(
        programme, agency, task=task, by=by, number="12/BC-STTTT",
        measures=[Given(indicator, Decimal(45))],
    )  # fmt: skip
    assert evidence.said.summary == "Tập huấn 45 cán bộ đài truyền thanh xã"
    assert evidence.said.number == "12/BC-STTTT"
    assert evidence.counted_on == DAY
    assert evidence.measures.get().value == 45
    event = AuditEvent.objects.get(verb="ledger.evidence_lodged")
    assert (event.target, event.actor, event.acting_for) == (evidence.uuid, by.uuid, agency.uuid)
    assert append_only.breaks(Evidence, after=0, upto=10**9) == []


def test_evidence_cannot_be_changed_below_python(programme: Programme, agency: Agency) -> None:
    evidence = said(programme, agency)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE evidence_evidence SET day = '2024-01-01' WHERE id = %s", [evidence.pk]
        )


def test_the_same_form_sent_twice_is_one_evidence(programme: Programme, agency: Agency) -> None:
    once = uuid4()
    first = said(programme, agency, once=once)
    assert said(programme, agency, once=once) == first
    assert Evidence.objects.count() == 1
    assert AuditEvent.objects.filter(verb="ledger.evidence_lodged").count() == 1


def test_a_closed_period_takes_nothing_and_says_where_to_write(
    programme: Programme, agency: Agency, task: Task
) -> None:
    periods_of(programme, 2025)
    year = periods_of(programme, 2024)["year"]
    close_period(period=year, by=None)
    with pytest.raises(Refused) as refused:
        said(programme, agency, task=task)
    assert str(refused.value) == (
        "Chưa ghi nhận được minh chứng cho nhiệm vụ 24.IV1d.02: kỳ báo cáo năm 2024 đã chốt số "
        "liệu ngày 14/12/2024. Đề nghị ghi vào kỳ năm 2025 hoặc đề nghị đầu mối mở lại kỳ báo cáo."
    )
    assert not Evidence.objects.exists()
    late = said(programme, agency, task=task, counted_on=datetime.date(2024, 12, 15))
    assert late.is_late


def test_a_reopened_period_takes_it_and_what_moved_is_listed(
    programme: Programme, agency: Agency
) -> None:
    early = said(programme, agency)
    year = close_period(period=periods_of(programme, 2024)["year"], by=None)
    assert moved(year) is not None
    assert len(moved(year) or []) == 0
    with pytest.raises(Refused, match="thiếu lý do"):
        reopen_period(period=year, reason=" ", by=None)
    reopen_period(period=year, reason="Bổ sung số liệu của huyện Cao Lộc", by=None)
    said(programme, agency, summary="Bổ sung")
    withdraw(evidence=early, reason="Ghi nhầm đơn vị", by=None)
    year.refresh_from_db()
    close_period(period=year, by=None)
    found = moved(year)
    assert found is not None
    assert [each.said.summary for each in found.lodged] == ["Bổ sung"]
    assert [each.evidence for each in found.withdrawn] == [early]
    assert [each.kind for each in PeriodMove.objects.all()] == ["closed", "reopened", "closed"]


def test_a_period_closes_on_its_day_and_not_before(programme: Programme) -> None:
    quarter = periods_of(programme, 2025)["quarter-1"]
    assert quarter.closing_day == datetime.date(2025, 3, 14)
    with pytest.raises(Refused, match="chưa đến ngày chốt số liệu 14/3/2025"):
        close_period(period=quarter, by=None)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (datetime.date(2023, 12, 31), "trước khi chương trình bắt đầu"),
        (datetime.date(2025, 2, 21), "ngày 21/02/2025 chưa đến"),
    ],
)
def test_a_day_outside_the_programme_is_refused(
    programme: Programme, agency: Agency, day: datetime.date, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        said(programme, agency, day=day)


def test_an_agency_that_had_ended_is_refused_and_its_successor_named(
    programme: Programme, agency: Agency
) -> None:
    heir = AgencyFactory.create(
        name="Sở Khoa học và Công nghệ tỉnh Lạng Sơn", first_day=datetime.date(2025, 1, 10)
    )
    agency.last_day = datetime.date(2025, 1, 9)
    agency.save()
    Succession.objects.create(
        kind="merge", old=agency, new=heir, day=datetime.date(2025, 1, 10), source="ví dụ"
    )
    with pytest.raises(Refused) as refused:
        said(programme, agency, day=datetime.date(2025, 2, 3))
    assert str(refused.value) == (
        "Chưa ghi nhận được minh chứng: Sở Thông tin và Truyền thông tỉnh Lạng Sơn kết thúc hoạt "
        "động ngày 09/01/2025, ngày 03/02/2025 không còn. Đề nghị ghi cho cơ quan tiếp nhận: "
        "Sở Khoa học và Công nghệ tỉnh Lạng Sơn."
    )
    with pytest.raises(Refused, match="chưa thành lập"):
        said(programme, heir, day=datetime.date(2024, 12, 30))


def test_a_task_of_another_programme_is_refused(agency: Agency, task: Task) -> None:
    other = ProgrammeFactory.create(first_year=2024)
    with pytest.raises(Refused, match="nhiệm vụ này không thuộc"):
        said(other, agency, task=task)


def test_numbers_are_given_once_and_are_not_negative(programme: Programme, agency: Agency) -> None:
    indicator = IndicatorFactory.create(programme=programme, disaggregated_by=["giới tính"])
    for wrong, words in [
        ([Given(indicator, Decimal(-1))], "số không được âm"),
        ([Given(indicator, Decimal(1)), Given(indicator, Decimal(1))], "hai lần"),
        ([Given(indicator, Decimal(1)), Given(indicator, Decimal(1), ("nữ",))], "tổng vừa ghi"),
        ([Given(indicator, Decimal(1), ("nữ", "Tày"))], "giới tính"),
        ([Given(IndicatorFactory.create(), Decimal(1))], "không thuộc"),
    ]:
        with pytest.raises(Refused, match=words):
            said(programme, agency, measures=wrong)
    parts = [Given(indicator, Decimal(20), ("nữ",)), Given(indicator, Decimal(25), ("nam",))]
    said(programme, agency, measures=parts)
    assert Measure.objects.count() == 2


def test_withdrawn_evidence_stays_to_be_seen_and_is_withdrawn_once(
    programme: Programme, agency: Agency
) -> None:
    evidence = said(programme, agency)
    with pytest.raises(Refused, match="thiếu lý do"):
        withdraw(evidence=evidence, reason="", by=None)
    withdraw(evidence=evidence, reason="Ghi nhầm ngày", by=None)
    assert list(Evidence.objects.standing()) == []
    with pytest.raises(Refused, match="đã được rút lại"):
        withdraw(evidence=evidence, reason="Ghi nhầm ngày", by=None)


def test_an_obligation_takes_the_kinds_of_its_rules_and_is_counted(
    programme: Programme, agency: Agency, task: Task
) -> None:
    assert task.provision
    obligation = Obligation.objects.create(provision=task.provision, line=1)
    EvidenceRule.objects.create(programme=programme, kind="broadcast", obligation=obligation)
    with pytest.raises(Refused, match="Tập huấn, bồi dưỡng” không được tính"):
        said(programme, agency, obligation=obligation)
    by_rule = said(programme, agency, kind="broadcast")
    said(programme, agency, task=task)
    said(programme, agency, kind="event")
    assert counts.by_provision(programme) == {task.provision.pk: 2}
    found = Evidence.objects.filter(counts.of_provision(task.provision))
    assert found.count() == 2
    withdraw(evidence=by_rule, reason="Ghi nhầm", by=None)
    assert counts.by_provision(programme) == {task.provision.pk: 1}
    counts.recount(programme)
    assert counts.by_provision(programme) == {task.provision.pk: 1}


@pytest.mark.parametrize("kind", [each.code for each in kinds.EVIDENCE])
def test_every_kind_of_the_ledger_can_be_lodged(
    programme: Programme, agency: Agency, kind: str
) -> None:
    assert said(programme, agency, kind=kind).kind == kind


def test_a_kind_that_no_manifest_declares_is_a_fault_of_the_code(
    programme: Programme, agency: Agency
) -> None:
    with pytest.raises(LookupError, match="khong-co"):
        said(programme, agency, kind="khong-co")


def test_a_file_is_closed_and_lies_under_a_name_that_tells_nothing(
    programme: Programme, agency: Agency
) -> None:
    attached = Attached(ContentFile(b"noi dung"), "danh-sach.txt")
    evidence = said(programme, agency, files=[attached])
    row = evidence.files.get()
    assert (row.name, row.is_closed, row.is_photo) == ("danh-sach.txt", True, False)
    assert "danh-sach" not in str(row.file.name)


def test_the_night_discards_files_whose_time_has_run_out_and_the_record_stays(
    programme: Programme, agency: Agency, tmp_path: Path,
    settings: Any, django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    place = {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": place}
    last_days = {"het-han.txt": 19, "con-han.txt": 20, "khong-han.txt": None}
    evidence = said(
        programme, agency,
        files=[
            Attached(
                ContentFile(name.encode()), name,
                kept_until=datetime.date(2025, 2, last) if last else None,
            )
            for name, last in last_days.items()
        ],
    )  # fmt: skip
    before = dict(evidence.files.values_list("name", "sha256"))
    for _night in range(2):  # the second has nothing to do
        with django_capture_on_commit_callbacks(execute=True):
            discard_expired_files(timestamp=0)
    gone = evidence.files.get(removed_on=datetime.date(2025, 2, 20))
    assert (gone.name, gone.sha256, gone.file.name) == ("het-han.txt", before["het-han.txt"], "")
    held = [each.read_text() for each in tmp_path.rglob("*") if each.is_file()]
    assert sorted(held) == ["con-han.txt", "khong-han.txt"]
    event = AuditEvent.objects.get(verb="ledger.evidence_file_discarded")
    assert (event.target, event.actor) == (gone.uuid, None)
    assert dict(evidence.files.values_list("name", "sha256")) == before
