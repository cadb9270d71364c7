"""A spreadsheet goes out and comes back the same; what a person changed in it is shown first."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from nhipcau.agencies.factories import person_with
from nhipcau.agencies.roles import Role
from nhipcau.ledger.obligations import actions, sheet
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.obligations.sheet_views import differences
from nhipcau.ledger.programmes.actions import enter
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import EXAMPLE
from nhipcau.reader import read_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Programme:
    document = read_text(EXAMPLE)
    programme = enter(document, text=EXAMPLE, file_name="vi-du.txt", by=None)
    actions.propose(programme=programme, document=document, by=None)
    return programme


def out(programme: Programme) -> bytes:
    return sheet.write(Obligation.objects.of(programme))


def changed(content: bytes, cell: str, to: str) -> bytes:
    book = load_workbook(BytesIO(content))
    book.worksheets[0][cell] = to
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def test_what_goes_out_comes_back_the_same(draft: Programme) -> None:
    assert differences(draft, sheet.read(BytesIO(out(draft)))) == []


def test_a_changed_cell_is_one_difference(draft: Programme) -> None:
    column = sheet.HEAD.index("Sản phẩm")
    content = changed(out(draft), f"{chr(65 + column)}2", "04 tài liệu song ngữ")
    found = differences(draft, sheet.read(BytesIO(content)))
    assert [(each.line, each.to.deliverable) for each in found] == [(2, "04 tài liệu song ngữ")]


@pytest.mark.parametrize(
    ("cell", "to", "sentence"),
    [
        ("A1", "STT", "cột 1 phải là “Mã”"),
        ("A2", "không phải mã", "dòng 2, cột “Mã”"),
        ("A3", "{first}", "dòng 3 lặp lại dòng 2"),
        ("A2", "00000000-0000-4000-8000-000000000000", "dòng 2 không thuộc chương trình này"),
    ],
)
def test_a_bad_sheet_is_refused_with_its_row(
    draft: Programme, cell: str, to: str, sentence: str
) -> None:
    first = Obligation.objects.of(draft)[0].uuid
    content = changed(out(draft), cell, to.format(first=first))
    with pytest.raises(sheet.BadSheet, match=sentence):
        differences(draft, sheet.read(BytesIO(content)))


def test_differences_are_shown_before_they_are_written(client: Client, draft: Programme) -> None:
    client.force_login(person_with(Role.FOCAL_POINT))
    column = sheet.HEAD.index("Thời hạn")
    content = changed(out(draft), f"{chr(65 + column)}2", "trước 30/9/2025")
    address = reverse("ledger:sheet-back", args=[draft.slug])
    given = {"file": SimpleUploadedFile("bang.xlsx", content)}
    page = client.post(address, given).content.decode()
    assert "trước 30/9/2025" in page
    assert not Obligation.objects.filter(due="trước 30/9/2025").exists()
    client.post(address, {"file": SimpleUploadedFile("bang.xlsx", content), "sure": "on"})
    assert Obligation.objects.filter(due="trước 30/9/2025").count() == 1


def test_a_decided_row_is_not_changed_through_a_sheet(client: Client, draft: Programme) -> None:
    client.force_login(person_with(Role.FOCAL_POINT))
    obligation = Obligation.objects.of(draft)[0]
    actions.confirm(obligation=obligation, version=1, by=None)
    column = sheet.HEAD.index("Thời hạn")
    content = changed(out(draft), f"{chr(65 + column)}2", "trước 30/9/2025")
    given = {"file": SimpleUploadedFile("bang.xlsx", content), "sure": "on"}
    response = client.post(reverse("ledger:sheet-back", args=[draft.slug]), given)
    assert response.status_code == 422
    assert "đã có người xác nhận" in response.content.decode()


def test_a_cell_that_looks_like_a_formula_is_only_words(draft: Programme) -> None:
    obligation = Obligation.objects.of(draft)[0]
    to = actions.Change(parts=(), deliverable="=HYPERLINK(1)")
    actions.change(obligation=obligation, version=1, to=to, by=None)
    cells = [cell for row in load_workbook(BytesIO(out(draft))).active.values for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert differences(draft, sheet.read(BytesIO(out(draft)))) == []
