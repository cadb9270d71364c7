"""edXML in and out: read line by line first, then taken in; nothing of a secret is kept."""

import datetime
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nhipcau.modules.correspondence.models import Dispatch, DispatchEvent, Message, Receipt
from nhipcau.modules.correspondence.organs import long_form, short_form
from nhipcau.standards import edxml
from nhipcau.standards.edxml.tests.values import NOW, Key, certificate, new_key

from .conftest import CULTURE, PEOPLES, Two, as_person

pytestmark = pytest.mark.django_db

HAND_IN = "/van-ban-trao-doi/nhap-edxml/"
TITLE = "V/v cung cấp danh mục đài truyền thanh xã"
BOMB = b'<!DOCTYPE a [<!ENTITY b "c">]><edXML>&b;</edXML>'


def message(**changed: object) -> edxml.Document:
    """A letter from the department of culture, as another system sends it."""
    given = edxml.Document(
        sender=edxml.Organ(code="000.00.21.H37", name=CULTURE),
        receivers=(edxml.Organ(code="000.00.30.H37", name=PEOPLES),),
        number="301",
        notation="SVHTTDL-QLBC",
        issued_on=datetime.date(2025, 4, 2),
        kind=edxml.DocumentKind(name="Công văn"),
        subject=TITLE,
        signer=edxml.Signer(position="Phó Giám đốc", name="Hoàng Văn Páo (ví dụ)"),
        due_on=datetime.date(2025, 4, 20),
        document_id="000.00.21.H37,2025/04/02,301/SVHTTDL-QLBC",
        attachments=(edxml.wrap("cong-van.txt", "Kính gửi: Sở Dân tộc".encode()),),
    )
    return replace(given, **changed)  # type: ignore[arg-type]


def status(code: edxml.StatusCode, about: str = "301/SVHTTDL-QLBC") -> edxml.Status:
    reference = edxml.Reference("000.00.21.H37", about, datetime.date(2025, 4, 2))
    return edxml.Status(reference, edxml.Organ("000.00.30.H37", PEOPLES), code)


def hand_in(client: Client, content: bytes) -> str:
    """Hand a message in; the address of its preview, or the page that refused it."""
    answer = client.post(HAND_IN, {"file": SimpleUploadedFile("thong-diep.edxml", content)})
    return answer.headers["Location"] if answer.status_code == 302 else answer.content.decode()


def take_in(client: Client, envelope: edxml.Envelope, two: Two, **said: object) -> str:
    """Hand in, take in; the page that one comes to."""
    preview = hand_in(client, edxml.write(envelope))
    given = {"purpose": "request", "programme": str(two.programme.pk), **said}
    answer = client.post(preview, given, follow=True)
    return plain(answer.content.decode())


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_message_is_shown_line_by_line_before_anything_is_recorded(two: Two) -> None:
    client = as_person(two.reader)
    page = plain(client.get(hand_in(client, edxml.write(message()))).content.decode())
    assert f"Cơ quan gửi {CULTURE} · 000.00.21.H37 {CULTURE}" in page
    assert f"Trích yếu {TITLE}" in page
    assert "cong-van.txt được nhận" in page
    assert "thông điệp không có chữ ký" in page
    assert not Dispatch.objects.exists()


def test_a_message_is_taken_in_with_its_files(two: Two) -> None:
    page = take_in(as_person(two.reader), message(), two)
    made = Dispatch.objects.get()
    assert "Đã ghi nhận văn bản số 301/SVHTTDL-QLBC" in page
    assert (made.sender, made.number, made.due) == (
        two.culture, "301/SVHTTDL-QLBC", datetime.date(2025, 4, 20),
    )  # fmt: skip
    with made.files.get().file.open("rb") as kept:
        assert kept.read().decode() == "Kính gửi: Sở Dân tộc"
    assert made.messages.count() == 1


def test_what_is_held_is_recognised_and_not_recorded_twice(two: Two) -> None:
    client = as_person(two.reader)
    take_in(client, message(), two)
    again = client.get(hand_in(client, edxml.write(message(subject="Khác chữ")))).content.decode()
    assert "Văn bản này đã có" in again
    assert Dispatch.objects.get().get_absolute_url() in again
    page = take_in(client, message(), two)
    assert "Văn bản này đã có" in page
    assert Dispatch.objects.count() == 1


def test_an_answer_finds_its_request(two: Two, letter: Dispatch) -> None:
    about = edxml.Reference("000.00.21.H37", letter.number, letter.issued_on)
    answer = message(
        sender=edxml.Organ("000.00.30.H37", PEOPLES),
        receivers=(edxml.Organ("000.00.21.H37", CULTURE),),
        number="46", notation="SDT-CS", document_id="", due_on=None, answers=(about,),
        steering=edxml.SteeringType.REPORT, task_codes=("25.I1a.01",),
    )  # fmt: skip
    client = as_person(two.writer)
    preview = hand_in(client, edxml.write(answer))
    form = client.get(preview).content.decode()
    assert f'<option value="{letter.matter.pk}" selected>' in form
    client.post(preview, {"purpose": "answer", "matter": str(letter.matter.pk)})
    made = Dispatch.objects.get(number="46/SDT-CS")
    assert (made.answers, made.task_codes, made.steering) == (letter, ["25.I1a.01"], "3")


def test_states_follow_and_an_older_one_takes_nothing_back(two: Two, letter: Dispatch) -> None:
    client = as_person(two.writer)
    told = status(edxml.StatusCode.ASSIGNED, letter.number)
    told = replace(told, about=replace(told.about, issued_on=letter.issued_on))
    take_in(client, told, two)
    assert letter.receipts.get().progress == Receipt.Progress.ASSIGNED
    take_in(client, replace(told, code=edxml.StatusCode.ARRIVED), two)
    assert letter.receipts.get().progress == Receipt.Progress.ASSIGNED
    codes = DispatchEvent.objects.filter(kind="status").values_list("code", flat=True)
    assert list(codes) == ["05", "01"]


def test_a_state_of_one_who_did_not_receive_it_is_refused(two: Two, letter: Dispatch) -> None:
    told = replace(
        status(edxml.StatusCode.DONE, letter.number), sender=edxml.Organ(name="Sở Tài chính")
    )
    told = replace(told, about=replace(told.about, issued_on=letter.issued_on))
    assert "không phải nơi nhận" in take_in(as_person(two.writer), told, two)
    assert letter.receipts.get().progress == Receipt.Progress.SENT


def recall_message() -> edxml.Document:
    business = edxml.Business(edxml.BusinessType.RECALL, "Gửi nhầm phụ lục")
    about = edxml.Reference("000.00.21.H37", "301/SVHTTDL-QLBC", datetime.date(2025, 4, 2))
    return message(business=business, answers=(about,), attachments=())


def test_a_recall_is_agreed_to_or_not_and_nothing_goes_quietly(two: Two) -> None:
    client = as_person(two.reader)
    take_in(client, message(), two)
    made = Dispatch.objects.get()
    preview = hand_in(client, edxml.write(recall_message()))
    assert "Đồng ý thu hồi" in client.get(preview).content.decode()
    refusal = preview + "tu-choi/"
    page = client.post(refusal, {"reason": "Đã tổng hợp vào báo cáo"}, follow=True)
    assert "văn bản vẫn có giá trị" in page.content.decode()
    made.refresh_from_db()
    assert made.is_standing
    take_in(client, replace(recall_message(), content="lần hai"), two)
    made.refresh_from_db()
    assert made.state == Dispatch.State.RECALLED
    shown = plain(client.get(made.get_absolute_url()).content.decode())
    assert "Gửi nhầm phụ lục" in shown
    assert TITLE in shown


def test_only_the_sender_recalls(two: Two) -> None:
    client = as_person(two.reader)
    take_in(client, message(), two)
    forged = replace(recall_message(), sender=edxml.Organ("000.00.30.H37", PEOPLES))
    assert "bên gửi thông điệp không phải cơ quan đã gửi" in take_in(client, forged, two)
    assert Dispatch.objects.get().is_standing


def test_an_update_stands_beside_the_earlier_edition(two: Two) -> None:
    client = as_person(two.reader)
    take_in(client, message(), two)
    first = Dispatch.objects.get()
    Receipt.objects.update(arrival_number="90", arrived_on=datetime.date(2025, 4, 3), progress="03")
    business = edxml.Business(edxml.BusinessType.UPDATE, "Sửa trích yếu")
    page = take_in(client, message(subject=f"{TITLE} (sửa)", business=business), two)
    assert "bản trước vẫn đọc được" in page
    first.refresh_from_db()
    later = Dispatch.objects.standing().get()
    assert (first.state, first.superseded_by, first.subject) == ("updated", later, TITLE)
    assert later.receipts.get().arrival_number == "90"
    assert TITLE in client.get(first.get_absolute_url()).content.decode()


def test_a_replacement_names_what_it_replaces(two: Two) -> None:
    client = as_person(two.reader)
    take_in(client, message(), two)
    first = Dispatch.objects.get()
    business = edxml.Business(
        edxml.BusinessType.REPLACE,
        replacements=(edxml.Replacement("000.00.21.H37,2025/04/02,301/SVHTTDL-QLBC"),),
    )
    newer = message(number="302", document_id="", business=business)
    take_in(client, newer, two, matter=str(first.matter.pk))
    first.refresh_from_db()
    assert (first.state, str(first.superseded_by)) == ("replaced", "Công văn số 302/SVHTTDL-QLBC")


HOSTILE = {
    "an entity bomb": (BOMB, "DOCTYPE"),
    "half a file": (edxml.write(message())[:700], "cắt cụt"),
    "no XML": (b"xin chao", "không đúng cú pháp"),
    "a day that is none": (
        edxml.write(message()).replace(b"2025/04/20", b"2026/02/31"), "DueDate",
    ),
    "a mark in the type": (
        edxml.write(message(kind=edxml.DocumentKind(name="Mật"))), "theo chế độ mật",
    ),
    "a mark in the file": (
        edxml.write(message(attachments=(edxml.wrap("a.txt", "TỐI MẬT\nKế hoạch".encode()),))),
        "theo chế độ mật",
    ),
    "an element for secrecy": (
        edxml.write(message()).replace(
            b"<edXML:Priority>", b"<edXML:SecurityLevel>1</edXML:SecurityLevel><edXML:Priority>"
        ),
        "có ghi độ mật",
    ),
    "a number of a person": (edxml.write(message(content="CCCD 001099012345")), "số căn cước"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_may_not_enter_is_refused_whole_and_nothing_is_kept(two: Two, name: str) -> None:
    content, sentence = HOSTILE[name]
    page = hand_in(as_person(two.reader), content)
    assert sentence in page
    assert TITLE not in page
    assert not Message.objects.exists()
    folder = Path(default_storage.path("edxml"))
    kept = [each.read_bytes() for each in folder.glob("*")] if folder.is_dir() else []
    assert content not in kept


def test_a_wrong_signature_is_refused_and_an_unknown_one_is_told(two: Two) -> None:
    key = new_key()
    signed = edxml.sign(edxml.write(message()), key, [certificate("Văn thư (ví dụ)", key)])
    client = as_person(two.reader)
    page = client.get(hand_in(client, signed)).content.decode()
    assert "dấu kiểm tra toàn vẹn" in page
    forged = signed.replace("truyền thanh xã".encode(), "truyền thanh huyện".encode())
    assert "chữ ký sai" in hand_in(client, forged)


def test_a_file_that_cannot_be_read_is_left_out_and_named(two: Two) -> None:
    old = edxml.wrap("phu-luc.doc", b"\xd0\xcf\x11\xe0 cu")
    client = as_person(two.reader)
    preview = hand_in(client, edxml.write(message(attachments=(old,))))
    assert "định dạng cũ" in client.get(preview).content.decode()
    client.post(preview, {"purpose": "notice", "programme": str(two.programme.pk)})
    assert Dispatch.objects.get().files.count() == 0


def test_an_unknown_sender_is_asked_for(two: Two) -> None:
    client = as_person(two.reader)
    unknown = message(sender=edxml.Organ("K99", "SVHTTDL"), document_id="")
    preview = hand_in(client, edxml.write(unknown))
    assert "chưa rõ là cơ quan nào" in client.get(preview).content.decode()
    given = {"purpose": "notice", "programme": str(two.programme.pk)}
    assert client.post(preview, given).status_code == 422
    client.post(preview, {**given, "sender": CULTURE})
    assert Dispatch.objects.get().sender == two.culture


def test_a_message_waits_for_who_handed_it_in_only_and_leaves_nothing_when_put_aside(
    two: Two,
) -> None:
    client = as_person(two.reader)
    preview = hand_in(client, edxml.write(message()))
    assert as_person(two.writer).get(preview).status_code == 404
    path = Path(Message.objects.get().file.path)
    assert path.exists()
    client.post(f"{preview}bo/")
    assert not Message.objects.exists()
    assert not path.exists()


def test_a_stranger_to_a_letter_does_not_take_it_in(two: Two) -> None:
    page = take_in(as_person(two.stranger), message(), two)
    assert "không phải nơi gửi hoặc nơi nhận văn bản này" in page
    assert not Dispatch.objects.exists()


def export(client: Client, dispatch: Dispatch, two: Two) -> edxml.Document:
    address = reverse("correspondence:export", args=[dispatch.uuid])
    form = client.get(address).content.decode()
    assert 'value="000.00.21.H37"' in form
    given = {
        f"code_{two.culture.pk}": "000.00.21.H37",
        f"code_{two.peoples.pk}": "000.00.30.H37",
    }
    answer = client.post(address, given)
    assert answer.headers["Content-Disposition"].endswith('.edxml"')
    document = edxml.read(answer.content)
    assert isinstance(document, edxml.Document)
    return document


def test_what_goes_out_comes_in_on_the_other_side(two: Two, letter: Dispatch) -> None:
    document = export(as_person(two.writer), letter, two)
    assert document.code == letter.number
    assert document.identity == f"000.00.21.H37,2025/03/10,{letter.number}"
    assert document.receivers[0].name == PEOPLES
    assert document.business.type is edxml.BusinessType.NEW
    again = as_person(two.reader)
    page = again.get(hand_in(again, edxml.write(document))).content.decode()
    assert "Văn bản này đã có" in page


def test_with_a_key_what_goes_out_is_signed_and_the_page_says_which_it_is(
    two: Two, letter: Dispatch, settings: Any, tmp_path: Path
) -> None:
    writer, page = as_person(two.writer), reverse("correspondence:export", args=[letter.uuid])
    codes = {f"code_{two.culture.pk}": "H37.21", f"code_{two.peoples.pk}": "H37.30"}
    assert "không có chữ ký XML" in writer.get(page).text
    unsigned = edxml.verify(writer.post(page, codes).content, [])
    assert unsigned.standing is edxml.Standing.UNSIGNED

    own = new_key()
    held = certificate("Nền tảng vùng thử (ví dụ)", own, is_authority=True)
    settings.EDXML_KEY_FILE = str(tmp_path / "khoa.pem")
    assert "chưa dùng được" in writer.get(page).text
    assert writer.post(page, codes).status_code == 422
    settings.EDXML_CERTIFICATE_FILE = str(tmp_path / "chung-thu.pem")
    write_pem(tmp_path / "khoa.pem", new_key())
    (tmp_path / "chung-thu.pem").write_bytes(held.public_bytes(Encoding.PEM))
    assert "không phải của khóa này" in writer.post(page, codes).text
    write_pem(tmp_path / "khoa.pem", own)
    assert "“Nền tảng vùng thử (ví dụ)”" in writer.get(page).text
    verdict = edxml.verify(writer.post(page, codes).content, [held], at=NOW)
    assert (verdict.standing, verdict.signer) == (
        edxml.Standing.TRUSTED, "Nền tảng vùng thử (ví dụ)",
    )  # fmt: skip


def write_pem(path: Path, key: Key) -> None:
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


def test_a_recalled_letter_goes_out_as_a_recall(two: Two, letter: Dispatch) -> None:
    writer = as_person(two.writer)
    given = {"version": 1, "reason": "Gửi nhầm"}
    writer.post(reverse("correspondence:recall", args=[letter.uuid]), given)
    document = export(writer, letter, two)
    assert document.business.type is edxml.BusinessType.RECALL
    assert document.business.reason == "Gửi nhầm"
    assert document.answers[0].code == letter.number


def test_nobody_makes_messages_for_others(two: Two, letter: Dispatch, receipt: Receipt) -> None:
    codes = {f"code_{two.culture.pk}": "H37.21", f"code_{two.peoples.pk}": "H37.30"}
    out = reverse("correspondence:export", args=[letter.uuid])
    assert as_person(two.reader).post(out, codes).status_code == 422
    state = reverse("correspondence:export-status", args=[receipt.uuid])
    assert as_person(two.writer).post(state, codes).status_code == 422


@pytest.mark.parametrize("code", ["01", "02", "03", "04", "05", "06"])
def test_a_state_goes_out_as_a_status_message(two: Two, receipt: Receipt, code: str) -> None:
    Receipt.objects.update(progress=code)
    address = reverse("correspondence:export-status", args=[receipt.uuid])
    codes = {f"code_{two.culture.pk}": "H37.21", f"code_{two.peoples.pk}": "H37.30"}
    told = edxml.read(as_person(two.reader).post(address, codes).content)
    assert isinstance(told, edxml.Status)
    assert told.code.value == code
    assert told.about.code == receipt.dispatch.number


def test_no_state_no_message(two: Two, receipt: Receipt) -> None:
    address = reverse("correspondence:export-status", args=[receipt.uuid])
    codes = {f"code_{two.culture.pk}": "H37.21", f"code_{two.peoples.pk}": "H37.30"}
    answer = as_person(two.reader).post(address, codes)
    assert "chưa ghi nhận tình trạng nào" in answer.content.decode()


@pytest.mark.parametrize(
    ("short", "long"),
    [("G12", "000.00.00.G12"), ("G12.18", "000.00.18.G12"), ("H37.21.05", "000.05.21.H37")],
)
def test_an_identifier_has_two_forms(short: str, long: str) -> None:
    assert long_form(short) == long
    assert short_form(long) == short
    assert long_form(long) == long
