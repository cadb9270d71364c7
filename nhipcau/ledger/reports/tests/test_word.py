"""A report goes to Word and comes back: words are taken, numbers are decided on, tables stay."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document as open_docx
from docx.oxml.ns import qn

from nhipcau.base.refusal import Refused
from nhipcau.ledger.reports import coming_back, sending
from nhipcau.ledger.reports.coming_back import Decision
from nhipcau.ledger.reports.composing import compose
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.models import Incoming, Report, ReportLine
from nhipcau.ledger.reports.policies import Stale
from nhipcau.standards import nd30

from .conftest import Scene
from .test_drafting import DONE


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
    assert report.numbers.count() == (choice == "take")


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
