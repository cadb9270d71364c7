"""Reorganisations recorded by a person: the rows they leave, and what is refused with a sentence."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from nhipcau.agencies import questions, successions
from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.models import Agency, AgencyName, Succession
from nhipcau.agencies.successions import Ground, NewAgency, Share
from nhipcau.base.models import AuditEvent
from nhipcau.base.refusal import Refused

pytestmark = pytest.mark.django_db

DAY = date(2025, 3, 1)
EVE = DAY - timedelta(days=1)
GROUND = Ground(DAY, "Nghị quyết 01/NQ-HĐND (20/02/2025)", "Công báo tỉnh (ví dụ)")


def department(name: str, **kwargs: object) -> Agency:
    return AgencyFactory.create(name=name, **kwargs)


def new_agency(name: str = "Sở Dân tộc và Tôn giáo", **kwargs: object) -> NewAgency:
    return NewAgency(code="so-moi", full_name=name, kind="unit", level="provincial", **kwargs)  # type: ignore[arg-type]


def test_a_merge_ends_the_old_and_establishes_the_new() -> None:
    old = [department("Ban Dân tộc"), department("Ban Tôn giáo")]
    new = successions.merge(old=old, into=new_agency(short_name="Sở DTTG"), ground=GROUND, by=None)
    assert (new.first_day, new.established_by) == (DAY, GROUND.instrument)
    assert [(name.form, name.name) for name in new.names.all()] == [
        ("full", "Sở Dân tộc và Tôn giáo"),
        ("short", "Sở DTTG"),
    ]
    for agency in Agency.objects.filter(pk__in=[each.pk for each in old]):
        assert (agency.last_day, agency.ended_by) == (EVE, GROUND.instrument)
        assert agency.names.get().last_day == EVE
        assert questions.answering(agency, on=DAY).agencies == (new,)
        assert questions.answering(agency, on=EVE).agencies == (agency,)


def test_every_write_of_a_merge_is_in_the_audit() -> None:
    old = [department("Ban Dân tộc"), department("Ban Tôn giáo")]
    successions.merge(old=old, into=new_agency(), ground=GROUND, by=None)
    verbs = sorted(AuditEvent.objects.values_list("verb", flat=True))
    assert verbs == sorted(
        ["agencies.ended"] * 2 + ["agencies.established"] + ["agencies.succession_recorded"] * 2
    )


def test_a_merge_into_an_agency_of_the_same_name_may_bear_it_again() -> None:
    old = [department("Sở Nội vụ"), department("Sở Lao động")]
    new = successions.merge(old=old, into=new_agency("Sở Nội vụ"), ground=GROUND, by=None)
    assert questions.called("Sở Nội vụ", on=EVE) == (old[0],)
    assert questions.called("Sở Nội vụ", on=DAY) == (new,)


def test_a_split_hands_each_function_to_its_own_agency() -> None:
    old = department("Sở Thông tin và Truyền thông")
    culture, science = department("Sở Văn hóa"), department("Sở Khoa học")
    shares = [
        Share(culture, ("thông tin đối ngoại", "báo chí")),
        Share(science, ("chuyển đổi số",)),
    ]
    successions.split(old=old, shares=shares, ground=GROUND, by=None)
    assert questions.answering(old, "TTĐN", on=DAY).agencies == (culture,)
    assert questions.answering(old, "chuyển đổi số", on=DAY).agencies == (science,)
    assert set(questions.answering(old, on=DAY).agencies) == {culture, science}
    unknown = questions.answering(old, "bưu chính", on=DAY)
    assert unknown.standing is questions.Standing.UNKNOWN


def test_a_function_may_go_and_come_back_years_later() -> None:
    """Vocational training did, between two ministries; no day is a circle."""
    education, labour = department("Bộ Giáo dục"), department("Bộ Lao động")
    there = Share(labour, ("dạy nghề",))
    back = Share(education, ("dạy nghề",))
    later = Ground(date(2026, 1, 1), GROUND.instrument, GROUND.source)
    successions.transfer(old=education, share=there, ground=GROUND, by=None)
    successions.transfer(old=labour, share=back, ground=later, by=None)
    assert questions.answering(education, "dạy nghề", on=EVE).agencies == (education,)
    assert questions.answering(education, "dạy nghề", on=date(2025, 6, 1)).agencies == (labour,)
    assert questions.answering(education, "dạy nghề", on=date(2026, 6, 1)).agencies == (education,)
    assert questions.answering(education, "phổ thông", on=date(2026, 6, 1)).agencies == (education,)


def test_a_chain_of_successors_is_followed_to_its_end() -> None:
    first, second, third = department("Cục Một"), department("Cục Hai"), department("Cục Ba")
    later = Ground(date(2025, 7, 1), "Nghị định 2", "Công báo")
    successions.transfer(old=first, share=Share(second), ground=GROUND, by=None)
    successions.transfer(old=second, share=Share(third), ground=later, by=None)
    answer = questions.answering(first, on=later.day)
    assert answer.agencies == (third,)
    assert answer.holders[0].instruments == (GROUND.instrument, "Nghị định 2")
    lineage = questions.Lineage.load()
    assert [step.new for step in lineage.became(first)] == [second, third]
    assert [step.old for step in lineage.came_from(third)] == [first, second]


def test_a_dissolved_agency_has_no_successor() -> None:
    agency = department("Thanh tra Sở")
    successions.dissolve(agency=agency, ground=GROUND, by=None)
    answer = questions.answering(agency, on=DAY)
    assert (answer.standing, answer.agencies) == (questions.Standing.UNKNOWN, ())


def test_a_renamed_agency_is_the_same_one() -> None:
    agency = department("Sở Ngoại vụ")
    successions.rename(agency=agency, full_name="Sở Đối ngoại", ground=GROUND, by=None)
    assert questions.called("Sở Ngoại vụ", on=EVE) == (agency,)
    assert questions.called("Sở Đối ngoại", on=DAY) == (agency,)
    assert questions.called("Sở Ngoại vụ", on=DAY) == ()
    assert questions.answering(agency, on=DAY).standing is questions.Standing.ITSELF


def test_a_withdrawn_succession_stays_on_record_and_the_old_agency_goes_on() -> None:
    old, new = department("Cục Một"), department("Cục Hai")
    successions.transfer(old=old, share=Share(new), ground=GROUND, by=None)
    row = Succession.objects.get()
    successions.withdraw(succession=row, reason="ghi nhầm ngày", by=None)
    old.refresh_from_db()
    assert (old.last_day, old.ended_by) == (None, "")
    assert questions.answering(old, on=DAY).agencies == (old,)
    assert Succession.objects.get().withdrawn_because == "ghi nhầm ngày"
    with pytest.raises(Refused, match="đã được rút lại"):
        successions.withdraw(succession=row, reason="lần nữa", by=None)


def test_the_database_lets_nobody_rewrite_a_succession() -> None:
    old, new = department("Cục Một"), department("Cục Hai")
    successions.transfer(old=old, share=Share(new), ground=GROUND, by=None)
    for change in (
        "UPDATE agencies_succession SET day = day + 1",
        "DELETE FROM agencies_succession",
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change)


# What is refused, each with its sentence.


def refused(sentence: str) -> "pytest.RaisesExc[Refused]":
    return pytest.raises(Refused, match=sentence)


def test_two_agencies_of_one_name_under_one_parent_are_refused() -> None:
    parent = department("Ủy ban nhân dân tỉnh Ví Dụ")
    department("Sở Nội vụ", parent=parent)
    old = [department("Ban Một", parent=parent), department("Ban Hai", parent=parent)]
    with refused("Ủy ban nhân dân tỉnh Ví Dụ đã có cơ quan mang tên “Sở Nội vụ”"):
        successions.merge(
            old=old, into=new_agency("Sở Nội vụ", parent=parent), ground=GROUND, by=None
        )
    assert not Succession.objects.exists()
    assert not Agency.objects.filter(last_day=EVE).exists()


def test_one_name_under_two_parents_is_no_clash() -> None:
    for place in ("Một", "Hai"):
        department("Sở Nội vụ", parent=department(f"Ủy ban nhân dân tỉnh {place}"))
    assert len(questions.called("Sở Nội vụ", on=DAY)) == 2


def test_the_database_itself_refuses_one_name_under_one_parent() -> None:
    department("Sở Nội vụ")
    with pytest.raises(IntegrityError, match="Sở Nội vụ is the name of another agency"):
        department("Sở Nội vụ")


def test_moving_under_a_parent_that_has_the_name_is_refused_by_the_database() -> None:
    parent = department("Ủy ban nhân dân tỉnh Ví Dụ")
    department("Sở Nội vụ", parent=parent)
    other = department("Sở Nội vụ")
    other.parent = parent
    with pytest.raises(IntegrityError, match="Sở Nội vụ is the name of another agency"):
        other.save()


def test_a_circle_of_successors_on_one_day_is_refused() -> None:
    first, second, third = department("Cục Một"), department("Cục Hai"), department("Cục Ba")
    successions.transfer(old=first, share=Share(second, ("báo chí",)), ground=GROUND, by=None)
    successions.transfer(old=second, share=Share(third, ("báo chí",)), ground=GROUND, by=None)
    with refused("cho chính Cục Ba trong ngày 01/3/2025, thành một vòng"):
        successions.transfer(old=third, share=Share(first, ("báo chí",)), ground=GROUND, by=None)


def test_the_database_itself_refuses_a_circle() -> None:
    first, second = department("Cục Một"), department("Cục Hai")
    successions.transfer(old=first, share=Share(second, ("báo chí",)), ground=GROUND, by=None)
    with pytest.raises(IntegrityError, match="a circle of successors"):
        Succession.objects.create(
            kind="transfer",
            old=second,
            new=first,
            day=DAY,
            function="báo chí",
            functions=["báo chí"],
            is_whole=False,
            source="ví dụ",
        )


def test_an_agency_that_ended_takes_nothing_over() -> None:
    old, ended = department("Cục Một"), department("Cục Hai", last_day=date(2024, 12, 31))
    with refused("Cục Hai kết thúc hoạt động hết ngày 31/12/2024, không thể tiếp nhận"):
        successions.transfer(old=old, share=Share(ended), ground=GROUND, by=None)


def test_an_agency_that_ended_has_nothing_to_hand_over() -> None:
    ended, new = department("Cục Một", last_day=date(2024, 12, 31)), department("Cục Hai")
    with refused("Cục Một kết thúc hoạt động hết ngày 31/12/2024, không còn chức năng"):
        successions.transfer(old=ended, share=Share(new), ground=GROUND, by=None)


def test_an_agency_does_not_end_before_it_begins() -> None:
    old, new = department("Cục Một", first_day=DAY), department("Cục Hai")
    with refused("Cục Một thành lập ngày 01/3/2025, sau ngày kết thúc 28/02/2025"):
        successions.transfer(old=old, share=Share(new), ground=GROUND, by=None)


def test_a_period_of_a_name_that_overlaps_a_later_one_is_refused() -> None:
    agency = department("Sở Ngoại vụ")
    later = Ground(date(2025, 7, 1), GROUND.instrument, GROUND.source)
    successions.rename(agency=agency, full_name="Sở Đối ngoại", ground=later, by=None)
    with refused("thời gian mang tên chồng lên tên “Sở Đối ngoại” từ ngày 01/7/2025"):
        successions.rename(agency=agency, full_name="Sở Hợp tác", ground=GROUND, by=None)


def test_the_database_itself_refuses_two_names_at_a_time() -> None:
    agency = department("Sở Ngoại vụ")
    with pytest.raises(IntegrityError, match="one_full_name_at_a_time"):
        AgencyName.objects.create(
            agency=agency, form="full", name="Sở Đối ngoại", first_day=DAY, source="ví dụ"
        )


def test_a_merge_of_one_is_refused() -> None:
    with refused("cần ít nhất hai cơ quan khác nhau"):
        successions.merge(old=[department("Ban Một")], into=new_agency(), ground=GROUND, by=None)


@pytest.mark.parametrize(
    ("ground", "sentence"),
    [
        (Ground(DAY, " ", "Công báo"), "thiếu văn bản làm căn cứ"),
        (Ground(DAY, "Nghị định 1", ""), "thiếu nguồn"),
    ],
)
def test_nothing_is_recorded_without_its_instrument_and_source(
    ground: Ground, sentence: str
) -> None:
    with refused(sentence):
        successions.dissolve(agency=department("Ban Một"), ground=ground, by=None)
