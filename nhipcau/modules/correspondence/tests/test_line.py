"""The daily line through its pages: recorded, seen by its own, acknowledged, answered, recalled."""

import datetime
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.models import Succession
from nhipcau.base.models import AuditEvent
from nhipcau.modules.correspondence import actions
from nhipcau.modules.correspondence.models import Dispatch, Matter, Receipt
from nhipcau.shell.search.find import find
from nhipcau.shell.search.index import index

from .conftest import CULTURE, PEOPLES, Two, as_person, held

pytestmark = pytest.mark.django_db

RECORD = "/van-ban-trao-doi/ghi-nhan/"


def said(two: Two, **more: object) -> dict[str, object]:
    """A form as an officer fills it in."""
    return {
        "number": "215/SVHTTDL-QLBC",
        "issued_on": "2025-03-10",
        "kind": "Công văn",
        "subject": "V/v phối hợp tổ chức ngày hội đọc sách ở các xã biên giới",
        "sender": CULTURE,
        "receivers": f"{PEOPLES}\n",
        "purpose": "request",
        "due": "31/03/2025",
        "urgency": "0",
        "programme": str(two.programme.pk),
        "provision": "I.1.a",
        "signer": "Hoàng Văn Páo (ví dụ)",
        **more,
    }


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


def test_a_letter_is_recorded_as_it_stands_with_its_file(two: Two) -> None:
    client = as_person(two.writer)
    sent = said(two, file_1=SimpleUploadedFile("cong-van.txt", "Kính gửi: Sở Dân tộc".encode()))
    answer = client.post(RECORD, sent)
    made = Dispatch.objects.get()
    assert answer.headers["Location"] == made.get_absolute_url()
    assert (made.number, made.due, made.matter.title) == (
        "215/SVHTTDL-QLBC", datetime.date(2025, 3, 31), made.subject,
    )  # fmt: skip
    assert made.matter.provision is not None
    assert made.matter.provision.address == "I.1.a"
    assert [each.agency for each in made.receipts.all()] == [two.peoples]
    page = plain(client.get(made.get_absolute_url()).content.decode())
    assert "Chưa có xác nhận" in page
    assert "cong-van.txt" in page
    file = client.get(reverse("correspondence:file", args=[made.files.get().uuid]))
    assert file.content.decode() == "Kính gửi: Sở Dân tộc"
    assert "attachment" in file.headers["Content-Disposition"]
    verbs = set(AuditEvent.objects.values_list("verb", flat=True))
    assert {"correspondence.recorded", "correspondence.matter_opened"} <= verbs


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"receivers": CULTURE}, "vừa là nơi gửi vừa là nơi nhận"),
        ({"issued_on": "2099-01-01"}, "sau ngày hôm nay"),
        ({"due": "2025-03-01"}, "hạn trả lời trước ngày văn bản"),
        ({"receivers": "Sở Không Có"}, "Dòng 1: Chưa có cơ quan nào mang tên"),
        ({"provision": "IX.9"}, "không có điều khoản ở vị trí này"),
        ({"answers": "999/KHONG-CO"}, "chưa có văn bản số này"),
        ({"subject": "MẬT"}, "có dấu chỉ độ mật"),
        ({"programme": ""}, "chọn chương trình"),
    ],
)
def test_a_wrong_form_comes_back_with_its_sentence(
    two: Two, changed: dict[str, object], sentence: str
) -> None:
    answer = as_person(two.writer).post(RECORD, said(two, **changed))
    assert answer.status_code == 422
    assert sentence in plain(answer.content.decode())
    assert not Dispatch.objects.exists()


def test_nobody_records_the_letters_of_others(two: Two) -> None:
    answer = as_person(two.stranger).post(RECORD, said(two))
    assert answer.status_code == 422
    assert "không phải nơi gửi hoặc nơi nhận văn bản này" in answer.content.decode()


def test_a_letter_is_recorded_once_whoever_comes_second(two: Two) -> None:
    as_person(two.writer).post(RECORD, said(two))
    answer = as_person(two.reader).post(RECORD, said(two, number="215/svhttdl-qlbc"))
    assert answer.status_code == 422
    assert "đã có" in answer.content.decode()
    assert Dispatch.objects.count() == 1


def test_only_the_two_sides_see_it_and_find_it(two: Two, letter: Dispatch) -> None:
    index([letter, *letter.receipts.all()])
    for user, sees in ((two.writer, True), (two.reader, True), (two.stranger, False)):
        client = as_person(user)
        assert client.get(letter.get_absolute_url()).status_code == (200 if sees else 404)
        assert client.get(letter.matter.get_absolute_url()).status_code == (200 if sees else 404)
        assert (letter.subject in client.get("/van-ban-trao-doi/").content.decode()) == sees
        assert bool(find("truyền thanh", user=user).page) == sees
        assert bool(find(letter.number, user=user).page) == sees


def test_a_unit_below_and_a_successor_see_what_the_agency_received(
    two: Two, letter: Dispatch
) -> None:
    below = held(AgencyFactory.create(name="Phòng Chính sách", parent=two.peoples))
    heir = AgencyFactory.create(name="Sở Dân tộc và Tôn giáo Lạng Sơn")
    Succession.objects.create(
        kind="merge", old=two.peoples, new=heir, day=datetime.date(2025, 3, 1), source="ví dụ"
    )
    for user in (below, held(heir)):
        assert as_person(user).get(letter.get_absolute_url()).status_code == 200


def test_arrival_is_recorded_by_the_receiver_and_by_nobody_else(
    two: Two, letter: Dispatch, receipt: Receipt
) -> None:
    address = reverse("correspondence:acknowledge", args=[receipt.uuid])
    given = {
        "version": letter.version, "arrived_on": "2025-03-12", "arrival_number": "88",
        "handler": "Phòng Chính sách",
    }  # fmt: skip
    refused = as_person(two.writer).post(address, given)
    assert refused.status_code == 422
    assert "Đề nghị để cán bộ của cơ quan đó thực hiện" in refused.content.decode()
    assert as_person(two.stranger).post(address, given).status_code == 404
    as_person(two.reader).post(address, given)
    receipt.refresh_from_db()
    assert (receipt.arrival_number, receipt.progress) == ("88", Receipt.Progress.ACCEPTED)
    page = plain(as_person(two.writer).get(letter.get_absolute_url()).content.decode())
    assert "88" in page
    assert "Ghi nhận số đến, ngày đến: " in page


def test_who_comes_second_with_a_stale_page_is_told(two: Two, receipt: Receipt) -> None:
    address = reverse("correspondence:progress", args=[receipt.uuid])
    given = {"version": 1, "progress": "05"}
    assert as_person(two.reader).post(address, given).status_code == 302
    late = as_person(two.reader).post(address, {**given, "progress": "06"})
    assert late.status_code == 422
    assert "vừa được người khác cập nhật" in late.content.decode()
    receipt.refresh_from_db()
    assert receipt.progress == Receipt.Progress.ASSIGNED


def test_an_arrival_before_the_letter_is_refused(two: Two, receipt: Receipt) -> None:
    address = reverse("correspondence:acknowledge", args=[receipt.uuid])
    answer = as_person(two.reader).post(address, {"version": 1, "arrived_on": "01/03/2025"})
    assert "ngày đến trước ngày văn bản" in answer.content.decode()


def test_late_is_told_to_the_side_that_owes_the_answer_only(two: Two, letter: Dispatch) -> None:
    for page in ("/van-ban-trao-doi/", letter.get_absolute_url()):
        assert "quá hạn" in as_person(two.reader).get(page).content.decode()
        assert "quá hạn" not in as_person(two.writer).get(page).content.decode()
    assert "chưa có trả lời" in as_person(two.writer).get("/van-ban-trao-doi/").content.decode()


def test_an_answer_closes_the_request(two: Two, letter: Dispatch) -> None:
    client = as_person(two.reader)
    form = client.get(f"{RECORD}?tra-loi={letter.uuid}").content.decode()
    assert f'value="{letter.number}"' in form
    client.post(
        RECORD,
        said(
            two, number="45/SDT-CS", issued_on="2025-03-25", sender=PEOPLES, receivers=CULTURE,
            purpose="answer", due="", answers=f"Công văn số {letter.number}",
            matter=str(letter.matter.pk),
        ),
    )  # fmt: skip
    answer = Dispatch.objects.get(number="45/SDT-CS")
    assert (answer.answers, answer.matter) == (letter, letter.matter)
    letter.refresh_from_db()
    assert not letter.waits()
    assert "quá hạn" not in client.get("/van-ban-trao-doi/").content.decode()
    thread = plain(client.get(letter.matter.get_absolute_url()).content.decode())
    assert thread.index(letter.number) < thread.index("45/SDT-CS")


def test_a_recalled_letter_stays_readable_and_never_stands_again(
    two: Two, letter: Dispatch
) -> None:
    address = reverse("correspondence:recall", args=[letter.uuid])
    given = {"version": 1, "reason": "Số liệu trong phụ lục chưa đúng"}
    assert as_person(two.reader).post(address, given).status_code == 422
    assert as_person(two.writer).post(address, {"version": 1}).status_code == 422
    as_person(two.writer).post(address, given)
    page = plain(as_person(two.reader).get(letter.get_absolute_url()).content.decode())
    assert "đã được cơ quan gửi thu hồi" in page
    assert "Số liệu trong phụ lục chưa đúng" in page
    with pytest.raises(IntegrityError, match="does not stand again"), transaction.atomic():
        Dispatch.objects.update(state=Dispatch.State.STANDING)


def test_what_happened_cannot_be_changed_below_python(two: Two, letter: Dispatch) -> None:
    actions.recall(
        dispatch=letter, version=1, reason="ví dụ", by=two.writer, acting_for=two.culture
    )
    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE correspondence_dispatchevent SET kind = 'recorded'")


def test_a_matter_is_closed_and_opened_again(two: Two, letter: Dispatch) -> None:
    address = reverse("correspondence:close", args=[letter.matter.uuid])
    client = as_person(two.reader)
    client.post(address)
    assert Matter.objects.get().is_closed
    assert letter.matter.title not in client.get("/van-ban-trao-doi/").content.decode()
    assert letter.matter.title in (
        client.get("/van-ban-trao-doi/?trang-thai=da-ket-thuc").content.decode()
    )
    client.post(address, {"mo-lai": "1"})
    assert not Matter.objects.get().is_closed


def test_a_slip_of_the_pen_is_mended_and_what_stood_before_is_kept(
    two: Two, letter: Dispatch
) -> None:
    address = reverse("correspondence:correct", args=[letter.uuid])
    client = as_person(two.writer)
    form = client.get(address)
    given = {
        "version": 1, "number": letter.number, "issued_on": "2025-03-11", "kind": letter.kind,
        "subject": letter.subject, "purpose": "request", "due": "2025-04-05", "urgency": "1",
        "signer": letter.signer, "signer_position": letter.signer_position,
    }  # fmt: skip
    assert letter.subject in form.content.decode()
    refused = as_person(two.reader).post(address, given)
    assert "Đề nghị để cán bộ của cơ quan đó sửa" in refused.content.decode()
    client.post(address, given)
    letter.refresh_from_db()
    assert (letter.urgency, letter.due) == ("1", datetime.date(2025, 4, 5))
    page = plain(client.get(letter.get_absolute_url()).content.decode())
    assert "hạn trả lời: 31/03/2025 → 05/04/2025" in page
    assert "độ khẩn: Thường → Khẩn" in page
    assert client.post(address, given).status_code == 422, "the page is stale now"
