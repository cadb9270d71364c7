"""A programme whose text is not at hand is typed in by form, provision by provision."""

import re
import tomllib
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.agencies.factories import AgencyFactory, person_with
from nhipcau.agencies.models import AgencyName
from nhipcau.agencies.roles import Role
from nhipcau.ledger.programmes import transcribed, typing_in
from nhipcau.ledger.programmes.amendment_policies import Stale
from nhipcau.ledger.programmes.models import Programme, Transcript, TranscriptLine
from nhipcau.ledger.programmes.transcribed import NotRead, TypedHead, TypedLine

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parents[4] / "data/programmes/mttq-2020-2025/typed.toml"
HEAD = {
    "kind": "Chương trình phối hợp",
    "title": "Giữa Sở Văn hóa và Sở Dân tộc về truyền thông (ví dụ)",
    "source": "Bản tin nội bộ (ví dụ), không phải văn bản đã ký.",
}


@pytest.fixture
def client(client: Client) -> Client:
    client.force_login(person_with(Role.FOCAL_POINT))
    return client


@pytest.fixture
def typed(client: Client) -> Transcript:
    """A transcript with three lines."""
    client.post("/chuong-trinh/nhap-tay/moi/", HEAD)
    for marker, text in (("I.", "NỘI DUNG"), ("1.", "Biên soạn tài liệu."), ("II.", "KINH PHÍ")):
        add(client, marker, text)
    return Transcript.objects.get()


def add(client: Client, marker: str, text: str, after: int | None = None, **more: str) -> str:
    """Type one line through its page; returns the page that came back, "" where it was saved."""
    transcript = Transcript.objects.get()
    turn = transcript.lines.count() if after is None else after
    said = {"version": str(transcript.version), "marker": marker, "text": text} | more
    response = client.post(f"{transcript.get_absolute_url()}dieu-khoan/sau/{turn}/", said)
    return response.content.decode()


def shown(client: Client) -> str:
    return client.get(Transcript.objects.get().get_absolute_url()).content.decode()


def markers(transcript: Transcript) -> list[str]:
    return [row.marker for row in transcript.lines.all()]


def test_the_programme_with_the_fatherland_front_is_typed_in_by_form(client: Client) -> None:
    AgencyFactory.create(code="mic", name="Bộ Thông tin và Truyền thông")
    AgencyFactory.create(code="mttq", name="Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam")
    said = tomllib.loads(DATA.read_text(encoding="utf-8"))
    head = {key: str(said[key]) for key in ("kind", "title", "source", "slug")}
    client.post("/chuong-trinh/nhap-tay/moi/", head | {"first_year": "2020", "last_year": "2025"})
    page = Transcript.objects.get().get_absolute_url()
    for asked, party in zip(
        ("thong tin va truyen", "mat tran to quoc"), said["party"], strict=True
    ):
        found = client.get(page, {"tim": asked}).content.decode()
        agency = re.search(r'name="agency" value="(\d+)"', found)
        assert agency
        client.post(f"{page}ben-ky/", {"name": party["name"], "agency": agency[1]})
    for line in said["line"]:
        assert add(client, line["marker"], line["text"]) == ""
    entered = client.post(f"{page}dua-vao/", {"version": str(Transcript.objects.get().version)})
    assert entered.headers["Location"] == "/chuong-trinh/mttq-2020-2025/ra-soat/"
    programme = Programme.objects.get()
    assert (programme.is_draft, programme.number, str(programme.signed_on)) == (True, "", "None")
    assert [party.agency and party.agency.code for party in programme.parties.all()] == [
        "mic", "mttq",
    ]  # fmt: skip
    assert programme.provisions.get(address="III.4.b").text.startswith(
        "Phối hợp với Ban Phong trào"
    )


def test_the_address_is_shown_before_anything_is_saved(client: Client, typed: Transcript) -> None:
    page = add(client, "a)", "In bằng tiếng Tày.", after=2, xem="1")
    assert "<b>I.1.a</b>" in page
    assert markers(typed) == ["I.", "1.", "II."]


def test_a_line_is_inserted_where_it_belongs(client: Client, typed: Transcript) -> None:
    add(client, "2.", "Phát thanh.", after=2)
    assert markers(typed) == ["I.", "1.", "2.", "II."]
    assert '<b lang="vi">I.2</b>' in shown(client)


def test_a_line_is_changed_and_taken_out(client: Client, typed: Transcript) -> None:
    page = typed.get_absolute_url()
    said = {"version": str(typed.version), "marker": "1.", "text": "In tài liệu.\nHai đoạn."}
    client.post(f"{page}dieu-khoan/2/", said)
    assert typed.lines.get(order=2).paragraphs == ["In tài liệu.", "Hai đoạn."]
    client.post(f"{page}dieu-khoan/2/bo/", {"version": str(typed.version + 1)})
    assert markers(typed) == ["I.", "II."]


@pytest.mark.parametrize(
    ("marker", "text", "sentence"),
    [
        ("§", "Nội dung.", "chưa đọc được đúng như đã nhập"),
        ("a)", "phối hợp\n1. lại mở một khoản", "chưa đọc được đúng như đã nhập"),
        ("", "Nội dung.", "bắt buộc"),
        ("a)", " ", "bắt buộc"),
        ("a)", "Số căn cước 001 190 123 456.", "chưa được tiếp nhận"),
    ],
)
def test_a_bad_line_comes_back_with_its_words_and_its_sentence(
    client: Client, typed: Transcript, marker: str, text: str, sentence: str
) -> None:
    page = add(client, marker, text, after=2)
    assert sentence in page
    assert text.splitlines()[0].strip() in page
    assert markers(typed) == ["I.", "1.", "II."]


def test_nothing_typed_is_lost_when_somebody_else_was_first(
    client: Client, typed: Transcript
) -> None:
    line = TypedLine("2.", ("Phát thanh.",))
    typing_in.insert_line(transcript=typed, version=typed.version, after=2, line=line, by=None)
    said = {"version": str(typed.version), "marker": "a)", "text": "In bằng tiếng Nùng."}
    late = client.post(f"{typed.get_absolute_url()}dieu-khoan/sau/2/", said)
    assert late.status_code == 422
    assert "vừa được người khác cập nhật" in late.content.decode()
    assert "In bằng tiếng Nùng." in late.content.decode()
    with pytest.raises(Stale):
        typing_in.drop_line(transcript=typed, version=typed.version, order=1, by=None)


def test_a_head_without_its_source_comes_back(client: Client) -> None:
    sent = client.post("/chuong-trinh/nhap-tay/moi/", HEAD | {"source": "", "number": "05/X"})
    assert sent.status_code == 422
    assert 'value="05/X"' in sent.content.decode()
    assert not Transcript.objects.exists()


def test_the_last_year_is_not_before_the_first(client: Client) -> None:
    years = {"first_year": "2026", "last_year": "2025"}
    sent = client.post("/chuong-trinh/nhap-tay/moi/", HEAD | years)
    assert "không thể trước năm đầu" in sent.content.decode()


def test_an_agency_is_found_by_a_name_it_bore_without_marks(
    client: Client, typed: Transcript
) -> None:
    ministry = AgencyFactory.create(name="Bộ Thông tin và Truyền thông")
    AgencyName.objects.create(
        agency=ministry, form=AgencyName.Form.SHORT, name="Bộ TTTT", source="ví dụ"
    )
    page = typed.get_absolute_url()
    assert f'value="{ministry.pk}"' in client.get(page, {"tim": "bo tttt"}).content.decode()
    assert "Chưa thấy cơ quan nào" in client.get(page, {"tim": "khong co"}).content.decode()


def test_a_party_that_no_agency_means_is_said_so(client: Client, typed: Transcript) -> None:
    page = typed.get_absolute_url()
    client.post(f"{page}ben-ky/", {"name": "Hội Khuyến học xã (ví dụ)"})
    assert "chưa gắn với cơ quan nào" in shown(client)
    client.post(f"{page}ben-ky/", {"name": "Hội Khuyến học xã (ví dụ)"})
    assert typed.parties.count() == 1
    client.post(f"{page}ben-ky/bo/", {"name": "Hội Khuyến học xã (ví dụ)"})
    assert typed.parties.count() == 0


def test_a_transcript_without_parties_is_not_taken_in(client: Client, typed: Transcript) -> None:
    taken = client.post(
        f"{typed.get_absolute_url()}dua-vao/", {"version": str(typed.version)}, follow=True
    )
    assert "chưa có bên ký kết" in taken.content.decode()
    assert not Programme.objects.exists()


def test_a_transcript_can_be_thrown_away(client: Client, typed: Transcript) -> None:
    client.post(f"{typed.get_absolute_url()}xoa/", {"version": str(typed.version)})
    assert not Transcript.objects.exists()
    assert not TranscriptLine.objects.exists()


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.FOCAL_POINT])
def test_other_roles_type_nothing_in(role: Role) -> None:
    other = Client()
    other.force_login(person_with(role))
    assert other.get("/chuong-trinh/nhap-tay/").status_code == 403
    assert other.post("/chuong-trinh/nhap-tay/moi/", HEAD).status_code == 403


HEAD_VALUE = TypedHead("Kế hoạch", "", "Về truyền thông", "", None, None, ("Sở A", "Sở B"), ())
LINES = st.builds(
    TypedLine,
    st.sampled_from(["I.", "II.", "1.", "2.", "a)", "b)", "đ)", "-", "Điều 1.", "§", ""]),
    st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=3).map(tuple),
)


@given(st.lists(LINES, max_size=6))
def test_every_line_is_read_as_it_was_typed_or_refused(lines: list[TypedLine]) -> None:
    try:
        document = transcribed.read(HEAD_VALUE, lines)
    except NotRead:
        return
    assert [place.marker.split() for place in document.provisions] == [
        line.marker.split() for line in lines
    ]
    assert len({place.id for place in document.provisions}) == len(lines)
