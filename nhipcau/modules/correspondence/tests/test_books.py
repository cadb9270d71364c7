"""The follow-up books and the pasted number."""

import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from nhipcau.ledger.public import Instrument
from nhipcau.modules.correspondence.finding import number_in
from nhipcau.modules.correspondence.models import Dispatch, Receipt

from .conftest import CULTURE, PEOPLES, Two, as_person

pytestmark = pytest.mark.django_db

BOOKS = "/van-ban-trao-doi/so-theo-doi"
NUMBER = "/van-ban-trao-doi/tra-so"
JSON = {"dang": "json"}


def rows(content: bytes) -> list[tuple[object, ...]]:
    return list(load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True))


def test_the_book_of_what_went_out_has_the_fields_of_the_decree(two: Two, letter: Dispatch) -> None:
    client = as_person(two.writer)
    page = client.get(f"{BOOKS}/di/").content.decode()
    assert "Sổ theo dõi văn bản đi của chương trình" in page
    assert letter.number in page
    sheet = rows(client.get(f"{BOOKS}/di/bang-tinh/").content)
    assert sheet[0][0] == "SỔ THEO DÕI VĂN BẢN ĐI CỦA CHƯƠNG TRÌNH"
    head = next(n for n, row in enumerate(sheet) if row[0] == "Số, ký hiệu văn bản")
    assert sheet[head + 1] == tuple(f"({n})" for n in range(1, 11))
    line = sheet[head + 2]
    assert line[:5] == (
        letter.number, "10/03/2025", f"Công văn: {letter.subject}", letter.signer, PEOPLES,
    )  # fmt: skip


def test_the_book_of_what_came_in_goes_by_arrival(two: Two, letter: Dispatch) -> None:
    Receipt.objects.update(
        arrival_number="88", arrived_on=datetime.date(2026, 1, 2), handler="Phòng Chính sách"
    )
    client = as_person(two.reader)
    assert letter.number in client.get(f"{BOOKS}/den/?year=2026").content.decode()
    assert letter.number not in client.get(f"{BOOKS}/den/?year=2025").content.decode()
    sheet = rows(client.get(f"{BOOKS}/den/bang-tinh/?year=2026").content)
    line = sheet[-1]
    assert line[:4] == ("02/01/2026", "88", CULTURE, letter.number)
    assert line[6] == "Phòng Chính sách"


def test_a_book_holds_nothing_of_others_and_opens_empty(two: Two, letter: Dispatch) -> None:
    page = as_person(two.stranger).get(f"{BOOKS}/di/").content.decode()
    assert letter.number not in page
    assert "Chưa có văn bản nào trong năm này" in page
    assert as_person(two.writer).get(f"{BOOKS}/khong-co/").status_code == 404
    assert as_person(two.writer).get(f"{BOOKS}/di/?year=abc&programme=x").status_code == 200


def test_a_recalled_letter_stays_in_the_book_marked(two: Two, letter: Dispatch) -> None:
    Dispatch.objects.update(state=Dispatch.State.RECALLED)
    line = rows(as_person(two.writer).get(f"{BOOKS}/di/bang-tinh/").content)[-1]
    assert line[9] == "Đã thu hồi"


def test_a_subject_like_a_formula_is_only_words(two: Two, letter: Dispatch) -> None:
    Dispatch.objects.update(note="=1+1")
    line = rows(as_person(two.writer).get(f"{BOOKS}/di/bang-tinh/").content)[-1]
    assert line[9] == "'=1+1"


@pytest.mark.parametrize(
    ("pasted", "number"),
    [
        ("1234/BTTTT-TTĐN", "1234/BTTTT-TTĐN"),
        ("Công văn số 1234/BTTTT-TTĐN ngày 05/01/2026", "1234/BTTTT-TTĐN"),
        ("theo Nghị định số 30/2020/NĐ-CP của Chính phủ.", "30/2020/NĐ-CP"),
        ("  922/CTPH-BTTTT-UBDT, ", "922/CTPH-BTTTT-UBDT"),
    ],
)
def test_a_number_is_found_in_what_was_pasted(pasted: str, number: str) -> None:
    assert number_in(pasted) == number


def test_a_pasted_number_brings_what_is_held_to_those_who_may_see_it(
    two: Two, letter: Dispatch
) -> None:
    Instrument.objects.create(
        kind="Nghị định", number="30/2020/NĐ-CP", issuer="Chính phủ", source="ví dụ",
        title="Về công tác văn thư",
    )  # fmt: skip
    client = as_person(two.writer)
    found = client.get(f"{NUMBER}/", {**JSON, "so": f"số {letter.number.lower()}"}).json()
    assert [each["title"] for each in found["found"]] == [letter.subject]
    assert found["found"][0]["issued_on"] == "2025-03-10"
    assert as_person(two.stranger).get(f"{NUMBER}/", {**JSON, "so": letter.number}).json() == {
        "number": letter.number, "found": [],
    }  # fmt: skip
    page = client.get(f"{NUMBER}/", {"so": "Nghị định 30/2020/NĐ-CP"}).content.decode()
    assert "Về công tác văn thư" in page
    empty = client.get(f"{NUMBER}/", {"so": "999/KHONG"}).content.decode()
    assert "chưa có văn bản mang số này" in empty


def test_a_pasted_number_fills_the_form(two: Two, letter: Dispatch) -> None:
    Instrument.objects.create(
        kind="Kế hoạch", number="12/KH-UBND", issuer="UBND tỉnh", source="ví dụ",
        issued_on=datetime.date(2025, 2, 3), title="Về ngày hội đọc sách",
    )  # fmt: skip
    client = as_person(two.reader)
    form = client.get("/van-ban-trao-doi/ghi-nhan/", {"so": "12/KH-UBND"}).content.decode()
    assert 'name="number" value="12/KH-UBND"' in form
    assert 'value="2025-02-03"' in form
    # What is recorded already is answered, not recorded again.
    form = client.get("/van-ban-trao-doi/ghi-nhan/", {"so": letter.number}).content.decode()
    assert f'name="answers" value="{letter.number}"' in form
    assert f'name="number" value="{letter.number}"' not in form
