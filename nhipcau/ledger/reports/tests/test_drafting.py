"""A draft stands on the records, in sentences an official would write; typed words stay."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.base.refusal import Refused
from nhipcau.ledger.evidence.models import Period
from nhipcau.ledger.reports import writing
from nhipcau.ledger.reports.account import Counts, Point
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.figures import count, grouped, millions, numbers_in, percent
from nhipcau.ledger.reports.merging import merge
from nhipcau.ledger.reports.models import Report, ReportLine
from nhipcau.ledger.reports.policies import Stale
from nhipcau.ledger.reports.wording import of_point

from .conftest import Scene

DONE = {"state": "done", "done_on": datetime.date(2025, 9, 1)}
LATE = {"state": "done", "done_on": datetime.date(2025, 10, 10)}


def line(report: Report, key: str) -> ReportLine:
    return ReportLine.objects.get(section__report=report, key=key)


def test_a_report_is_there_before_anyone_opens_it(scene: Scene) -> None:
    scene.task(1)
    report = scene.report()
    assert report.due == datetime.date(2025, 12, 20)
    assert report.above is not None
    assert report.above.level == "party"


def test_the_draft_counts_each_task_in_one_box(scene: Scene) -> None:
    scene.task(1, **DONE)
    scene.task(2, **LATE)
    scene.task(3, due=datetime.date(2025, 12, 31), state="ongoing")
    scene.task(4, due=None, is_routine=True)
    scene.task(5, state="out")
    report = scene.report()
    draft(report=report)
    assert line(report, "point:I.1.a").draft == (
        "Về nội dung “Biên soạn tài liệu truyền thông bằng tiếng Tày, tiếng Nùng” (điểm I.1.a): "
        "có 03 nhiệm vụ có thời hạn, đã hoàn thành 02 nhiệm vụ "
        "(đúng hạn 01 nhiệm vụ, quá hạn 01 nhiệm vụ), đạt 66,7%; "
        "còn 01 nhiệm vụ đang thực hiện trong hạn; thực hiện thường xuyên 01 nhiệm vụ."
    )
    assert line(report, "box:late").draft == "Có 01 nhiệm vụ hoàn thành quá hạn (Phụ lục I)."


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Counts(on_time=4), "có 04 nhiệm vụ có thời hạn, tất cả đã hoàn thành đúng hạn."),
        (Counts(on_time=1), "có 01 nhiệm vụ có thời hạn, đã hoàn thành đúng hạn."),
        (
            Counts(late=1, overdue=1),
            "có 02 nhiệm vụ có thời hạn, đã hoàn thành 01 nhiệm vụ (quá hạn), đạt 50%; "
            "còn 01 nhiệm vụ quá hạn.",
        ),
        (
            Counts(not_started=12),
            "có 12 nhiệm vụ có thời hạn, chưa có nhiệm vụ hoàn thành; "
            "còn 12 nhiệm vụ chưa triển khai, còn trong hạn.",
        ),
        (Counts(routine=3, evidence=1250),
         "thực hiện thường xuyên 03 nhiệm vụ; đã ghi nhận 1.250 minh chứng."),
    ],
)  # fmt: skip
def test_sentences_read_as_an_official_writes(counts: Counts, said: str) -> None:
    (told,) = of_point(Point("IV.1", "Truyền thông", 1, counts))
    assert told.text.removeprefix("Về nội dung “Truyền thông” (khoản IV.1): ") == said


def test_numbers_are_written_as_officials_write_them() -> None:
    assert [count(n) for n in (0, 5, 12, 1250)] == ["0", "05", "12", "1.250"]
    assert grouped(Decimal("12345.5")) == "12.345,5"
    assert percent(1, 8) == "12,5%"
    assert percent(1, 0) == ""
    assert millions(Decimal(350_500_000)) == "350,5 triệu đồng"


def test_numbers_are_told_from_codes_and_days() -> None:
    said = "Ngày 05/12/2025, 05 đơn vị đạt 12,5%, 1.250 lượt (25.IV1d.02, số 922/CTPH, điểm IV.1.a)"
    assert numbers_in(said) == ("05", "12,5%", "1.250")


def test_typed_words_stay_when_figures_move(scene: Scene) -> None:
    scene.task(1, **DONE)
    second = scene.task(2, due=datetime.date(2025, 12, 31), state="ongoing")
    report = scene.report()
    draft(report=report)
    row = line(report, "whole")
    words = f"{row.draft[:-1]}, được bà con đón nhận."
    writing.write_line(line=row, version=row.version, words=words, by=scene.officer)
    type(second).objects.filter(pk=second.pk).update(**DONE)
    draft(report=report)
    row.refresh_from_db()
    assert row.words.endswith("được bà con đón nhận.")
    assert "tất cả đã hoàn thành đúng hạn" in row.draft
    assert "02 nhiệm vụ có thời hạn" in row.words


def test_a_number_is_not_changed_in_passing(scene: Scene) -> None:
    scene.task(1, **DONE)
    report = scene.report()
    draft(report=report)
    row = line(report, "point:I.1.a")
    with pytest.raises(Refused, match="“01” của nền tảng bị đổi thành “03”"):
        writing.write_line(
            line=row, version=row.version, words=row.draft.replace("01", "03"), by=scene.officer
        )


def test_a_unit_reports_another_number_with_its_reason(scene: Scene) -> None:
    scene.task(1, **DONE)
    report = scene.report()
    draft(report=report)
    with pytest.raises(Refused, match="thiếu lý do"):
        writing.give_number(
            report=report,
            key="point:I.1.a:on_time",
            theirs=Decimal(2),
            reason=" ",
            by=scene.officer,
        )
    writing.give_number(
        report=report, key="point:I.1.a:on_time", theirs=Decimal(2),
        reason="Một nhiệm vụ chưa được nhập", by=scene.officer,
    )  # fmt: skip
    assert "có 02 nhiệm vụ có thời hạn" in line(report, "point:I.1.a").draft
    assert report.numbers.get().ours == 1


def test_a_closed_period_takes_no_number(scene: Scene) -> None:
    scene.task(1, **DONE)
    report = scene.report()
    draft(report=report)
    Period.objects.filter(pk=scene.period.pk).update(closed_at="2025-12-14T17:00:00+07:00")
    report.refresh_from_db()
    with pytest.raises(Refused, match="Năm 2025 đã chốt số liệu ngày 14/12/2025"):
        writing.give_number(
            report=report,
            key="point:I.1.a:on_time",
            theirs=Decimal(2),
            reason="x",
            by=scene.officer,
        )


def test_the_second_writer_is_told(scene: Scene) -> None:
    scene.task(1)
    report = scene.report()
    draft(report=report)
    row = line(report, "opening")
    writing.write_line(
        line=row, version=row.version, words="Thực hiện chương trình.", by=scene.officer
    )
    with pytest.raises(Stale, match="vừa được cập nhật"):
        writing.write_line(line=row, version=row.version, words="Khác.", by=scene.leader)


sentences = st.lists(
    st.sampled_from(["đã", "hoàn", "thành", "05", "06", "nhiệm", "vụ", "tốt", "12,5%"]), max_size=9
).map(" ".join)


@given(base=sentences, typed=sentences, fresh=sentences)
def test_merging_never_loses_a_word_that_was_typed(base: str, typed: str, fresh: str) -> None:
    merged = merge(base, typed, fresh)
    if typed != base:
        came = [word for word in typed.split() if word not in base.split()]
        assert all(merged.text.split().count(word) >= came.count(word) for word in came)


@given(base=sentences, other=sentences)
def test_merging_takes_the_one_change_there_is(base: str, other: str) -> None:
    assert merge(base, base, other).text == other
    assert merge(base, other, base).text == other
    assert merge(base, other, other).text == other
