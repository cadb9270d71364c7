"""A report goes to Word and comes back: words are taken, numbers are decided on, tables stay."""

import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document as open_docx
from docx.oxml.ns import qn
from openpyxl import load_workbook

from nhipcau.base.refusal import Refused
from nhipcau.ledger.evidence.models import Figure, Indicator
from nhipcau.ledger.papers.composing import text_of
from nhipcau.ledger.reports import coming_back, sending
from nhipcau.ledger.reports.coming_back import Decision
from nhipcau.ledger.reports.composing import compose
from nhipcau.ledger.reports.drafting import account_of, draft
from nhipcau.ledger.reports.models import Incoming, Report, ReportLine
from nhipcau.ledger.reports.policies import Stale
from nhipcau.ledger.reports.tables import sheets
from nhipcau.standards import nd30

from .conftest import Scene
from .test_consolidating import handed_up
from .test_drafting import DONE

# Every test lives a reporting year of its own.
pytestmark = pytest.mark.machine


@pytest.fixture
def report(scene: Scene) -> Report:
    scene.task(1, **DONE)
    scene.task(2, **DONE)
    made = scene.report()
    draft(report=made)
    return made


def changed(report: Report, was: str, to: str) -> bytes:
    """The report's file, with one stretch of text changed in Word, wherever it stands."""
    word = open_docx(io.BytesIO(nd30.to_docx(compose(report))))
    for text in word.element.body.iter(qn("w:t")):
        if was in (text.text or ""):
            text.text = text.text.replace(was, to)
            break
    else:
        raise AssertionError(was)
    return saved(word)


def saved(word: object) -> bytes:
    held = io.BytesIO()
    word.save(held)  # type: ignore[attr-defined]
    return held.getvalue()


def take(report: Report, content: bytes, scene: Scene) -> Incoming:
    return coming_back.take_in(
        report=report, content=content, file_name="bao-cao.docx", by=scene.officer
    )


def point(report: Report) -> ReportLine:
    return ReportLine.objects.get(section__report=report, key="point:I.1.a")


def test_a_file_that_nobody_changed_changes_nothing(report: Report, scene: Scene) -> None:
    held = take(report, nd30.to_docx(compose(report)), scene)
    assert coming_back.preview(held).is_empty


def test_changed_words_are_taken_in_after_the_preview(report: Report, scene: Scene) -> None:
    content = changed(report, "(điểm I.1.a): có 02", "(điểm I.1.a): năm nay có 02")
    held = take(report, content, scene)
    assert "năm nay" not in point(report).words
    (each,) = coming_back.preview(held).prose
    assert not each.needs_decision
    assert coming_back.accept(incoming=held, decisions={}, by=scene.officer) == 1
    assert "năm nay có 02" in point(report).words
    assert not Incoming.objects.exists()


@pytest.mark.parametrize(
    ("choice", "reason", "stands"), [("keep", "", "có 02 nhiệm vụ"), ("take", "Đếm sót", "có 03 nhiệm vụ")]
)  # fmt: skip
def test_a_changed_number_waits_for_a_decision(
    report: Report, scene: Scene, choice: str, reason: str, stands: str
) -> None:
    held = take(report, changed(report, "có 02 nhiệm vụ", "có 03 nhiệm vụ"), scene)
    (each,) = coming_back.preview(held).prose
    assert (each.gone, each.come) == (("02",), ("03",))
    with pytest.raises(Refused, match="chưa chọn giữ số"):
        coming_back.accept(incoming=held, decisions={}, by=scene.officer)
    decisions = {each.key: Decision(choice, reason)}
    coming_back.accept(incoming=held, decisions=decisions, by=scene.officer)
    assert stands in point(report).words
    given = [(each.key, each.ours, each.theirs) for each in report.numbers.all()]
    assert given == ([("point:I.1.a:on_time", Decimal(2), Decimal(3))] if choice == "take" else [])
    made = {each.name: each.rows for each in sheets(report, account_of(report))}
    assert made["Theo điểm"][0][2:4] == ((3, 3) if choice == "take" else (2, 2))
    assert ("Số liệu đơn vị báo cáo" in made) == (choice == "take")


def test_a_total_that_was_corrected_in_word_reaches_every_table(
    client: Client, report: Report, scene: Scene
) -> None:
    """2.500 of the side becomes 2.600 with a reason: in the sentence, the annexes and upward."""
    measured(scene)
    draft(report=report)
    handed_up(report)
    above = Report.objects.get(level="party")
    draft(report=above)
    row = ReportLine.objects.get(section__report=above, key="indicator:luot-nguoi")
    assert "2.500 lượt, đạt 83,3% kế hoạch" in row.words
    held = coming_back.take_in(
        report=above,
        content=changed(above, "2.500", "2.600"),
        file_name="a.docx",
        by=scene.receiver,
    )
    (each,) = coming_back.preview(held).prose
    decisions = {each.key: Decision("take", "Cộng thêm một đài")}
    coming_back.accept(incoming=held, decisions=decisions, by=scene.receiver)
    row.refresh_from_db()
    # What follows from the number follows: its share of the plan, and what is cumulative.
    assert "2.600 lượt, đạt 86,7% kế hoạch" in row.words
    assert "lũy kế" not in row.words
    client.force_login(scene.receiver)
    page = client.get(above.get_absolute_url()).content.decode()
    assert ">2.500</td>" in page
    assert "<b>2.600</b>" in page
    assert "Cộng thêm một đài" in page
    book = client.get(reverse("ledger:report-xlsx", args=[above.uuid])).content
    sheet = load_workbook(io.BytesIO(book))
    assert [sheet["Chỉ tiêu"].cell(2, at).value for at in (4, 5, 8)] == [3000, 2600, "86,7%"]
    both = [sheet["Số liệu đơn vị báo cáo"].cell(2, at).value for at in (3, 4, 5)]
    assert both == [2500, 2600, "Cộng thêm một đài"]
    said = text_of(compose(above))
    assert any("| 3.000 | 2.600 |" in each for each in said)
    assert any("| 2.500 | 2.600 | Cộng thêm một đài" in each for each in said)
    # Sent upward, the reason goes along.
    handed_up(above)
    joint = Report.objects.get(level="joint")
    draft(report=joint)
    assert "Cộng thêm một đài" in "\n".join(text_of(compose(joint)))
    assert account_of(joint).indicators[0].done.value == 2600


def measured(scene: Scene) -> None:
    """The unit planned 3.000 and reached 2.500."""
    indicator = Indicator.objects.create(
        programme=scene.programme, code="luot-nguoi", name="Số lượt người", unit="lượt",
        definition="Đếm", provision=scene.point, source="ví dụ",
    )  # fmt: skip
    for kind, value in ((Figure.Kind.PLANNED, 3000), (Figure.Kind.DONE, 2500)):
        Figure.objects.create(
            indicator=indicator, period=scene.period, agency=scene.unit, kind=kind, value=value,
            reason="ví dụ",
        )  # fmt: skip


def test_a_number_is_not_taken_without_a_reason(report: Report, scene: Scene) -> None:
    held = take(report, changed(report, "có 02 nhiệm vụ", "có 03 nhiệm vụ"), scene)
    (each,) = coming_back.preview(held).prose
    with pytest.raises(Refused, match="thiếu lý do"):
        coming_back.accept(
            incoming=held, decisions={each.key: Decision("take", " ")}, by=scene.officer
        )
    assert "có 02 nhiệm vụ" in point(report).words


def test_tables_rebuilt_by_hand_are_refused_and_nothing_is_kept(
    report: Report, scene: Scene
) -> None:
    content = changed(report, "(điểm I.1.a): có 02", "(điểm I.1.a): năm nay có 02")
    word = open_docx(io.BytesIO(content))
    for control in list(word.element.body.iter(qn("w:sdt"))):
        if next(control.iterancestors(qn("w:tbl")), None) is not None:
            control.getparent().remove(control)
    for mark in list(word.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        if next(mark.iterancestors(qn("w:tbl")), None) is not None:
            mark.getparent().remove(mark)
    with pytest.raises(Refused, match="dựng lại bằng tay"):
        take(report, saved(word), scene)
    assert not Incoming.objects.exists()
    assert point(report).typed is None


def test_a_file_of_another_report_is_refused(report: Report, scene: Scene) -> None:
    above = report.above
    assert above is not None
    draft(report=above)
    with pytest.raises(Refused, match="không phải bản xuất từ báo cáo này"):
        take(report, nd30.to_docx(compose(above)), scene)


def test_who_wrote_meanwhile_is_not_overwritten(report: Report, scene: Scene) -> None:
    content = changed(report, "(điểm I.1.a): có 02", "(điểm I.1.a): năm nay có 02")
    held = take(report, content, scene)
    row = point(report)
    ReportLine.objects.filter(pk=row.pk).update(version=row.version + 1)
    with pytest.raises(Stale, match="vừa được cập nhật"):
        coming_back.accept(incoming=held, decisions={}, by=scene.officer)


def test_the_way_there_and_back_by_the_pages(client: Client, report: Report, scene: Scene) -> None:
    client.force_login(scene.officer)
    sent = client.get(reverse("ledger:report-docx", args=[report.uuid]))
    assert sent.status_code == 200
    content = changed(report, "có 02 nhiệm vụ", "có 03 nhiệm vụ")
    given = {"file": SimpleUploadedFile("bao-cao.docx", content)}
    page = client.post(reverse("ledger:report-take-in", args=[report.uuid]), given, follow=True)
    assert "Số liệu “02” bị đổi thành “03”" in page.content.decode()
    key = point(report).uuid.hex
    held = Incoming.objects.get()
    address = reverse("ledger:report-back", args=[report.uuid, held.uuid])
    done = client.post(address, {f"choice:{key}": "take", f"reason:{key}": "Đếm sót"}, follow=True)
    assert "có 03 nhiệm vụ" in done.content.decode()


def test_of_a_report_returned_in_part_only_that_part_is_taken(report: Report, scene: Scene) -> None:
    """Words of a section that stays shut are refused whole; those of the returned one are taken."""
    content = changed(report, "(điểm I.1.a): có 02", "(điểm I.1.a): năm nay có 02")
    here = point(report).section.key
    row = sending.send(report=report, version=report.version, by=scene.leader)
    for section, is_taken in (("ton-tai", False), (here, True)):
        Report.objects.filter(pk=row.pk).update(state="sent")
        row.refresh_from_db()
        row = sending.send_back(
            report=row, version=row.version, reason="Bổ sung", sections=[section],
            by=scene.receiver,
        )  # fmt: skip
        held = take(row, content, scene)
        if is_taken:
            coming_back.accept(incoming=held, decisions={}, by=scene.officer)
        else:
            with pytest.raises(Refused, match="không bị trả lại"):
                coming_back.accept(incoming=held, decisions={}, by=scene.officer)
        assert ("năm nay" in point(row).words) is is_taken


def test_a_report_that_is_out_takes_no_file(report: Report, scene: Scene) -> None:
    content = nd30.to_docx(compose(report))
    out = sending.send(report=report, version=report.version, by=scene.leader)
    with pytest.raises(Refused, match="báo cáo đã gửi"):
        take(out, content, scene)
