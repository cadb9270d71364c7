"""Accounts add up in any order; communes into provinces into parties equals all at once."""

import datetime
from decimal import Decimal
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency, Place, Succession
from nhipcau.agencies.models.place import CodeList
from nhipcau.agencies.roles import Role
from nhipcau.ledger.evidence.actions import lodge
from nhipcau.ledger.papers.composing import text_of
from nhipcau.ledger.programmes.models import Party
from nhipcau.ledger.reports import sending, standing
from nhipcau.ledger.reports.account import Account, Counts, Point, Value, added
from nhipcau.ledger.reports.composing import compose
from nhipcau.ledger.reports.consolidating import consolidate
from nhipcau.ledger.reports.drafting import account_of, draft
from nhipcau.ledger.reports.models import Report, ReportLine
from nhipcau.ledger.reports.opening import open_reports
from nhipcau.ledger.reports.since import moved_since, sentence
from nhipcau.registry.modules import registry

from .conftest import Scene
from .test_drafting import DONE

numbers = st.integers(0, 40)
counts = st.builds(Counts, *[numbers] * 10)
accounts = st.builds(
    lambda each: Account(
        points=tuple(
            Point(place, place, order, number)
            for order, (place, number) in enumerate(sorted(each.items()))
        )
    ),
    st.dictionaries(st.sampled_from(["I.1", "I.2", "II.1"]), counts),
)
values = st.one_of(
    st.builds(Value.of, st.integers(0, 1000).map(Decimal)),
    st.sampled_from([Value.of(None, mark) for mark in ("unknown", "none_arose", "not_applicable")]),
)


@given(st.lists(accounts, min_size=1, max_size=6), st.randoms())
def test_it_does_not_matter_who_gathers_whom(held: list[Account], random: object) -> None:
    at_once = reduce(Account.__add__, held)
    random.shuffle(held)  # type: ignore[attr-defined]
    middle = len(held) // 2
    parts = [reduce(Account.__add__, part) for part in (held[:middle], held[middle:]) if part]
    in_steps = reduce(Account.__add__, parts)
    assert in_steps.counts == at_once.counts
    assert {each.address: each.counts for each in in_steps.points} == {
        each.address: each.counts for each in at_once.points
    }


@pytest.mark.parametrize("how", ["sum", "most", "mean", "last", "not"])
@given(held=st.lists(values, min_size=2, max_size=6), middle=st.integers(1, 5))
def test_indicators_add_in_steps_as_at_once(how: str, held: list[Value], middle: int) -> None:
    parts = [part for part in (held[:middle], held[middle:]) if part]
    in_steps = added([added(part, how) for part in parts], how)
    at_once = added(held, how)
    assert (in_steps.mark, in_steps.value, in_steps.parts, in_steps.missing) == (
        at_once.mark, at_once.value, at_once.parts, at_once.missing,
    )  # fmt: skip


@given(st.lists(values, min_size=1, max_size=6))
def test_what_nobody_gave_is_never_taken_for_zero(held: list[Value]) -> None:
    total = added(held, "sum")
    assert total.missing == sum(1 for each in held if each.mark == "unknown")
    if not any(each.mark == "value" for each in held):
        assert total.value is None


def province(scene: Scene, name: str) -> tuple[Agency, Agency]:
    """A province's department, and a commune in it."""
    codes, _made = CodeList.objects.get_or_create(
        code="vi-du-tinh", defaults={"name": "ví dụ", "level": "province", "source": "ví dụ"}
    )
    towns, _made = CodeList.objects.get_or_create(
        code="vi-du-xa", defaults={"name": "ví dụ", "level": "commune", "source": "ví dụ"}
    )
    place = Place.objects.create(list=codes, code=name[:9], unit_type="tỉnh", source="ví dụ")
    below = Place.objects.create(
        list=towns, code=name[:9], unit_type="xã", parent=place, source="ví dụ"
    )
    department = AgencyFactory.create(name=f"Sở {name}", level="provincial")
    commune = AgencyFactory.create(name=f"Xã {name}", level="commune")
    department.places.add(place)
    commune.places.add(below)
    return department, commune


def handed_up(report: Report) -> None:
    """Sent by its leader, received and gathered by whoever is above."""
    leader = MembershipFactory.create(agency=report.agency, role=Role.LEADER).user
    draft(report=report)
    row = sending.send(report=report, version=report.version, by=leader)
    assert row.above is not None
    above = MembershipFactory.create(agency=row.above.agency, role=Role.FOCAL_POINT).user
    row = sending.receive(report=row, version=row.version, by=above)
    consolidate(report=row, version=row.version, by=above)


def test_communes_into_provinces_into_the_party(scene: Scene) -> None:
    (tay, tay_xa), (nung, _nung_xa) = province(scene, "Tày"), province(scene, "Nùng")
    for number, agency in enumerate([tay, tay_xa, nung, scene.unit], start=1):
        scene.task(number, lead=agency, **DONE)
    open_reports(regime=scene.regime, period=scene.period, by=None)
    reports = {
        each.agency: each
        for each in Report.objects.filter(level__in=("department", "commune", "unit"))
    }
    assert reports[tay_xa].above == reports[tay]
    party = reports[tay].above
    assert party is not None
    assert party.level == "party"
    for agency in (tay_xa, tay, nung, scene.unit):
        handed_up(Report.objects.get(pk=reports[agency].pk))
    draft(report=party)
    account = account_of(party)
    assert (account.counts.on_time, account.units) == (4, 5)
    words = list(ReportLine.objects.filter(section__report=party).values_list("draft", flat=True))
    # Each line keeps whose it is.
    assert any(each.startswith("Sở Tày chủ trì 02 nhiệm vụ") for each in words)
    assert any(each.startswith("Sở Nùng chủ trì 01 nhiệm vụ") for each in words)


def test_a_joint_report_speaks_for_the_sides_as_they_are_called(scene: Scene) -> None:
    """The old committee signed; on the closing day the ministry that took over is named."""
    old = AgencyFactory.create(name="Ủy ban cũ (ví dụ)", level="central")
    new = AgencyFactory.create(name="Bộ Dân tộc (ví dụ)", level="central")
    type(old).objects.filter(pk=old.pk).update(last_day=datetime.date(2025, 2, 28))
    Succession.objects.create(
        kind="merge", old=old, new=new, day=datetime.date(2025, 3, 1), source="ví dụ"
    )
    Party.objects.create(programme=scene.programme, order=2, name_as_signed="Ủy ban cũ", agency=old)
    scene.task(1, **DONE)
    handed_up(scene.report())
    handed_up(scene.report("party"))
    joint = scene.report("joint")
    draft(report=joint)
    words = dict(ReportLine.objects.filter(section__report=joint).values_list("key", "draft"))
    assert ", Bộ Văn hóa (ví dụ) và Bộ Dân tộc (ví dụ) báo cáo kết quả" in words["opening"]
    side = next(said for key, said in words.items() if key.startswith("below:"))
    assert side.startswith(
        "Bộ Văn hóa (ví dụ) (cơ quan đầu mối: Cục Thông tin (ví dụ)) chủ trì 01 nhiệm vụ"
    )
    document = compose(joint)
    assert any(each.startswith(f"{side.split(' chủ trì')[0]} | ") for each in text_of(document))
    assert [each.name for each in document.issuers] == ["Bộ Văn hóa (ví dụ)", "Bộ Dân tộc (ví dụ)"]
    assert [each.heading for each in document.signatures][1] == "BỘ VĂN HÓA (VÍ DỤ)"


def test_lateness_is_seen_by_the_ladder_and_totals_by_all(scene: Scene) -> None:
    scene.task(1, **DONE)
    report = scene.report()
    stranger = MembershipFactory.create(agency=AgencyFactory.create(), role=Role.OFFICER).user
    own = standing.standing(scene.regime, scene.period, user=scene.officer)
    other = standing.standing(scene.regime, scene.period, user=stranger)
    assert [row.is_seen for row in own.rows if row.report == report] == [True]
    assert [row.is_seen for row in other.rows if row.report == report] == [False]
    assert own.total == other.total == 3


def test_what_moved_since_stands_beside_the_frozen_figure(scene: Scene) -> None:
    task = scene.task(1, **DONE)
    report = scene.report()
    draft(report=report)
    row = sending.send(report=report, version=report.version, by=scene.leader)
    assert moved_since(row) == []
    type(task).objects.filter(pk=task.pk).update(done_on=datetime.date(2025, 10, 5))
    moved = moved_since(row)
    assert [(each.words, each.frozen, each.now) for each in moved] == [
        ("Điểm I.1.a: hoàn thành đúng hạn", "01", "0"),
        ("Điểm I.1.a: hoàn thành quá hạn", "0", "01"),
    ]
    assert sentence(row, moved).startswith(
        "Số liệu tính đến ngày 14/12/2025. Sau khi gửi có 02 thay đổi."
    )


def test_the_report_names_who_did_it_under_the_name_of_that_day(scene: Scene) -> None:
    """Before the ministries were merged the old name stands, with who it is now."""
    old = AgencyFactory.create(name="Trung tâm cũ (ví dụ)", level="central")
    type(old).objects.filter(pk=old.pk).update(last_day=datetime.date(2025, 2, 28))
    Succession.objects.create(
        kind="merge", old=old, new=scene.unit, day=datetime.date(2025, 3, 1), source="ví dụ"
    )
    kind = next(iter(registry.evidence_kinds()))
    for day in (datetime.date(2025, 2, 28), datetime.date(2025, 3, 1)):
        agency = old if day.month == 2 else scene.unit
        lodge(
            programme=scene.programme, kind=kind, agency=agency, day=day,
            summary="In 500 cuốn song ngữ", by=None,
        )  # fmt: skip
    scene.task(1, **DONE)
    report = scene.report()
    draft(report=report)
    words = "\n".join(
        ReportLine.objects.filter(section__report=report).values_list("draft", flat=True)
    )
    assert (
        "ngày 28/02/2025, Trung tâm cũ (ví dụ) (nay là Trung tâm Tư liệu (ví dụ)): In 500" in words
    )
    assert "ngày 01/3/2025, Trung tâm Tư liệu (ví dụ): In 500 cuốn song ngữ." in words
