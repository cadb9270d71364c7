"""What goes out is opened by the programs of offices; pages are looked at, sentences read aloud."""

import datetime
import os
import shutil
import subprocess
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from nhipcau.ledger.evidence.actions import lodge
from nhipcau.ledger.papers import loading
from nhipcau.ledger.reports import brief, proposing, sheet
from nhipcau.ledger.reports.composing import compose
from nhipcau.ledger.reports.drafting import account_of, draft
from nhipcau.ledger.reports.models import Report
from nhipcau.ledger.reports.tables import sheets
from nhipcau.ledger.testing import ProvisionFactory
from nhipcau.ledger.work.models import BudgetLine, TaskPart
from nhipcau.registry.modules import registry
from nhipcau.standards import nd30

from .conftest import Scene
from .test_drafting import DONE, LATE


@pytest.fixture
def report(scene: Scene) -> Report:
    """A unit's year, with everything that a report may say."""
    loading.load()
    second = ProvisionFactory.create(
        programme=scene.programme, address="I.2", marker="2.", kind="clause",
        text="Tập huấn cán bộ đài truyền thanh xã; trao đổi kinh nghiệm.",
    )  # fmt: skip
    first = scene.task(1, **DONE, deliverable="02 tài liệu", result="Đã bàn giao")
    TaskPart.objects.create(task=first, agency=scene.focal)
    scene.task(2, **LATE)
    scene.task(3, provision=second, due=datetime.date(2025, 12, 31), state="ongoing")
    scene.task(4, provision=second)
    scene.task(5, provision=second, due=None, is_routine=True)
    BudgetLine.objects.create(
        plan=scene.plan, year=2025, source="state", owner=scene.unit,
        allotted=Decimal(1_250_000_000), spent=Decimal(1_000_000_000),
    )  # fmt: skip
    lodge(
        programme=scene.programme, kind=next(iter(registry.evidence_kinds())), agency=scene.unit,
        day=datetime.date(2025, 5, 12), task=first, by=None,
        summary="In và cấp phát 500 cuốn sổ tay song ngữ Tày - Việt cho 12 xã biên giới",
    )  # fmt: skip
    made = scene.report()
    draft(report=made)
    said = proposing.Said("proposal", "Giao kinh phí từ quý I hằng năm", "Lãnh đạo bộ")
    proposing.propose(report=made, said=said, by=scene.officer)
    return made


def text_of(pdf: bytes) -> str:
    pages = PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def test_text_and_annex_agree(report: Report) -> None:
    made = {each.name: each for each in sheets(report, account_of(report))}
    assert len(made["Nhiệm vụ"].rows) == 5
    assert [row[2] for row in made["Theo điểm"].rows] == [2, 2]
    book = load_workbook(BytesIO(sheet.write(made.values())))
    assert book.sheetnames == ["Nhiệm vụ", "Theo điểm", "Kinh phí", "Kiến nghị"]
    assert book["Kinh phí"]["C2"].value == 1_250_000_000


@pytest.mark.machine
def test_pdf_and_brief_say_what_the_page_says(report: Report) -> None:
    pdf, page = nd30.to_pdf(compose(report)), brief.to_pdf(report)
    keep("bao-cao.pdf", pdf)
    keep("tom-tat.pdf", page)
    assert "1.250.000.000" in text_of(pdf)
    assert len(PdfDocument(page)) == 1
    assert "Hoàn thành đúng hạn" in text_of(page)


@pytest.mark.machine
def test_libreoffice_opens_the_document(report: Report, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not here")
    source = tmp_path / "bao-cao.docx"
    source.write_bytes(nd30.to_docx(compose(report)))
    keep("bao-cao.docx", source.read_bytes())
    subprocess.run(
        [program, "--headless", f"-env:UserInstallation=file://{tmp_path}/office", "--convert-to",
         "pdf", "--outdir", str(tmp_path), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    pdf = (tmp_path / "bao-cao.pdf").read_bytes()
    keep("bao-cao-lo.pdf", pdf)
    said = plain(text_of(pdf))
    assert plain("KẾT QUẢ THỰC HIỆN NHIỆM VỤ ĐƯỢC GIAO") in said
    assert plain("ngày 12/5/2025, Trung tâm Tư liệu (ví dụ)") in said


def plain(text: str) -> str:
    """Letters without marks fall out of a PDF in their order; those with marks do not always."""
    return "".join(letter for letter in text if letter.isascii() and letter.isalnum())


def keep(name: str, content: bytes) -> None:
    """Leave a file to look at, where the environment says so."""
    if folder := os.environ.get("NHIPCAU_LOOK"):
        (Path(folder) / name).write_bytes(content)
