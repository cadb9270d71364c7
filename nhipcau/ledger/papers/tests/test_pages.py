"""The pages of papers, as people of both sides open them."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.models import User
from nhipcau.agencies.roles import Role
from nhipcau.base import clock
from nhipcau.ledger.papers import actions, filling, gaps
from nhipcau.ledger.papers.composing import compose, document_of
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.programmes.models import Programme
from nhipcau.shell.search.find import find as search
from nhipcau.standards.nd30.document import Prose

from .two_sides import TwoSides, two_sides

pytestmark = pytest.mark.django_db


@pytest.fixture
def both() -> TwoSides:
    made = two_sides()
    Programme.objects.update(state=Programme.State.PUBLISHED)
    return made


def at(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(user: User, paper: Paper) -> str:
    return at(user).get(paper.get_absolute_url()).content.decode()


def post(user: User, name: str, paper: Paper, **said: Any) -> Any:
    return at(user).post(reverse(f"ledger:{name}", args=[paper.uuid]), said, follow=True)


def test_whose_turn_it_is_stands_on_top_and_in_the_list(both: TwoSides) -> None:
    paper = both.asked()
    seen = page(both.other_leader, paper)
    assert seen.index("có ý kiến đối với bản 1") < seen.index("Diễn biến")
    listed = at(both.other_leader).get(reverse("ledger:papers")).content.decode()
    assert "Chờ cơ quan của ông/bà xử lý" in listed
    assert paper.title in listed


def test_buttons_are_those_that_the_rules_allow_and_refused_ones_say_why(both: TwoSides) -> None:
    paper = both.asked()
    officer, leader = page(both.officer, paper), page(both.other_leader, paper)
    assert "Thống nhất bản 1" in leader
    assert "Thống nhất bản 1" not in officer
    assert "cần quyền “Thống nhất văn bản, đề nghị sửa đổi”" in officer
    assert "còn bên chưa thống nhất bản 1" in officer
    actions.consent(paper=paper, edition=1, by=both.other_leader)
    assert "đã thống nhất bản 1." in page(both.other_leader, paper)


def test_a_stale_edition_is_said_on_the_page(both: TwoSides) -> None:
    paper = both.asked()
    both.write(paper, "Mục đích khác.")
    paper.refresh_from_db()
    actions.ask_opinion(paper=paper, version=paper.version, by=both.officer)
    answered = post(both.other_leader, "paper-consent", paper, edition=1).content.decode()
    assert "Bản 1 đã được thay bằng bản 2 lúc" in answered
    taken = post(both.officer, "paper-take-back", paper, version=1, reason="Sửa lại mục II.")
    assert (taken.status_code, Paper.objects.get().state) == (422, "asked")
    assert "vừa được người khác cập nhật" in _said(taken)


def test_a_draft_before_it_is_sent_is_only_its_drafters(both: TwoSides) -> None:
    paper = both.plan()
    assert at(both.other_officer).get(paper.get_absolute_url()).status_code == 404


def test_the_other_side_sees_what_was_sent_and_not_words_in_the_making(both: TwoSides) -> None:
    paper = both.asked()
    both.write(paper, "Lời văn đang sửa dở.")
    assert "Lời văn đang sửa dở." in page(both.officer, paper)
    assert "Lời văn đang sửa dở." not in page(both.other_officer, paper)
    address = reverse("ledger:paper-difference", args=[paper.uuid])
    assert "sửa dở" in at(both.officer).get(address).content.decode()
    assert "sửa dở" not in at(both.other_officer).get(address).content.decode()


def test_a_section_is_written_by_a_plain_form(both: TwoSides) -> None:
    paper = both.plan()
    section = paper.sections.get(key="purpose-1")
    address = reverse("ledger:paper-section", args=[paper.uuid, section.key])
    said = {"words": "Đoạn một.\nĐoạn hai.", "version": section.version}
    answer = at(both.officer).post(address, said)
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith("#muc-purpose-1")
    assert '<p lang="vi">Đoạn hai.</p>' in page(both.officer, paper)


def test_a_section_is_written_in_place(both: TwoSides) -> None:
    paper = both.plan()
    section = paper.sections.get(key="purpose-1")
    address = reverse("ledger:paper-section", args=[paper.uuid, section.key])
    client, asked = at(both.officer), {"HX-Request": "true"}
    form = client.get(address, headers=asked).content.decode()
    assert "<html" not in form
    assert "hx-post" in form
    said = {"words": "Viết tại chỗ.", "version": section.version}
    put = client.post(address, said, headers=asked).content.decode()
    assert "Viết tại chỗ." in put
    assert "hx-get" in put


def test_a_stale_edit_loses_nothing_typed(both: TwoSides) -> None:
    paper = both.plan()
    section = paper.sections.get(key="purpose-1")
    both.write(paper, "Người thứ nhất viết.")
    address = reverse("ledger:paper-section", args=[paper.uuid, section.key])
    client = at(both.officer)
    answer = client.post(address, {"words": "Người thứ hai viết.", "version": section.version})
    seen = answer.content.decode()
    assert answer.status_code == 422
    assert "Người thứ hai viết.</textarea>" in seen
    assert "Người thứ nhất viết." in seen
    section.refresh_from_db()
    assert f'name="version" value="{section.version}"' in seen
    client.post(address, {"words": "Ghép cả hai.", "version": section.version})
    section.refresh_from_db()
    assert section.words == "Ghép cả hai."


def test_the_way_of_a_paper_by_its_pages(both: TwoSides) -> None:
    paper = both.plan()
    assert "Đã gửi lấy ý kiến." in _said(
        post(both.officer, "paper-ask", paper, version=paper.version)
    )
    post(both.leader, "paper-consent", paper, edition=1)
    answer = post(both.other_leader, "paper-send-back", paper, edition=1, reason="")
    assert answer.status_code == 422
    post(both.other_leader, "paper-consent", paper, edition=1)
    paper.refresh_from_db()
    post(both.officer, "paper-submit", paper, version=paper.version)
    paper.refresh_from_db()
    drafted = document_of(paper).symbol
    assert f"Ký hiệu trong dự thảo là {drafted}." in page(both.clerk, paper)
    file = SimpleUploadedFile("ke-hoach.txt", "Kế hoạch đã ký".encode())
    said = {"issued_on": clock.today().isoformat(), "version": paper.version}
    wrong = post(both.clerk, "paper-record", paper, number="5", file=file, **said)
    assert "chưa đúng mẫu" in _said(wrong)
    file = SimpleUploadedFile("ke-hoach.txt", "Kế hoạch đã ký".encode())
    done = post(both.clerk, "paper-record", paper, number="05/KH-VIDU", file=file, **said)
    assert "Đã ban hành: số 05/KH-VIDU, ngày" in _said(done)
    assert f"số, ký hiệu 05/KH-VIDU; ký hiệu trong dự thảo là {drafted}." in _said(done)
    recipient = paper.recipients.get(agency=both.other)
    clerk = both.person(both.other, Role.CLERK)
    address = reverse("ledger:paper-arrival", args=[paper.uuid, recipient.uuid])
    arrived = at(clerk).post(
        address, {"number": "812", "day": clock.today().isoformat()}, follow=True
    )
    assert "Số đến 812" in _said(arrived)
    fetched = at(both.officer).get(reverse("ledger:paper-file", args=[paper.uuid]))
    assert fetched.getvalue() == "Kế hoạch đã ký".encode()


def test_places_left_to_fill_are_listed_and_stay_open_only_on_purpose(both: TwoSides) -> None:
    paper = both.letter()
    left = gaps.of(paper)
    seen = page(both.officer, paper)
    assert f"Còn {sum(gap.count for gap in left)} chỗ chưa điền" in seen
    for gap in left:
        assert gap.section is None or f'href="#muc-{gap.section.key}"' in seen
    refused = post(both.officer, "paper-submit", paper, version=paper.version)
    assert "đánh dấu xác nhận trình ký" in _said(refused)
    post(both.officer, "paper-submit", paper, version=paper.version, gaps_confirmed="on")
    assert Paper.objects.get().state == "submitted"


def test_what_waited_for_the_filled_words_is_gone(
    both: TwoSides, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = (Prose("Thời gian: 8 giờ 00, ngày 20 tháng 12 năm 2026."), Prose("Địa điểm: Hà Nội."))
    filled = filling.Filling({"agenda": said})
    monkeypatch.setattr(filling, "_FILLS", {"invitation": lambda paper: filled})
    paper = both.plan(kind="invitation")
    texts = [block.text for block in compose(paper).blocks if isinstance(block, Prose)]
    assert [each for each in texts if each.startswith("Thời gian")] == [said[0].text]
    assert "Nội dung: …" not in texts
    assert "Chủ trì: …" in texts
    assert "Nội dung: …" not in page(both.officer, paper)
    visit = filling.Filling({"visit": (Prose("Thời gian kiểm tra: ngày 20/8/2026."),)})
    minutes = both.plan(kind="inspection-minutes").sections.get(key="facts")
    assert "Thư ký: …" in list(gaps.lines(minutes, visit.blocks))


def test_an_issued_paper_is_found_by_insiders_and_a_draft_by_nobody(both: TwoSides) -> None:
    both.plan()
    assert not search("Kế hoạch", user=both.officer).page.object_list
    paper = both.issued()
    reader = both.person(AgencyFactory.create(), Role.OFFICER)
    for typed in ("05/KH-VIDU", "nguồn lực được giao"):
        assert [each.object for each in search(typed, user=reader).page] == [paper.uuid]
        assert not search(typed, user=AnonymousUser()).page.object_list


def test_a_letter_begins_from_the_address_with_what_is_known(both: TwoSides) -> None:
    client, address = at(both.officer), reverse("ledger:paper-new")
    known = {"loai": "guiding-letter", "kinh-gui": both.other.full_name}
    form = client.get(address, known).content.decode()
    assert '<option value="guiding-letter" selected>' in form
    assert f"{both.other.full_name}</textarea>" in form
    said = {
        "programme": both.programme.slug, "kind": "guiding-letter", "issuer": both.lead.code,
        "title": "", "year": 2026, "addressees": both.other.full_name,
    }  # fmt: skip
    seen = client.post(address, said, follow=True).content.decode()
    assert f"<b>Kính gửi:</b> {both.other.full_name}" in seen
    assert Paper.objects.get().recipients.get(is_addressee=True).agency == both.other


def test_words_around_the_text_are_written_on_one_page(both: TwoSides) -> None:
    paper = both.plan()
    address = reverse("ledger:paper-head", args=[paper.uuid])
    said = {
        "version": paper.version, "title": "Thực hiện chương trình năm 2026", "archive": "VT (05)",
        "receivers": f"{both.other.full_name} (để p/h)\nCác xã biên giới (để t/h)",
        "answer_by": "20/01/2026",
    }  # fmt: skip
    assert at(both.officer).post(address, said).status_code == 302
    rows = [(row.name, row.note, row.agency) for row in paper.recipients.all()]
    assert rows == [
        (both.other.full_name, "để p/h", both.other),
        ("Các xã biên giới", "để t/h", None),
    ]


def test_files_come_out_in_the_layout(both: TwoSides) -> None:
    paper = both.agreed()
    client = at(both.other_officer)
    docx = client.get(reverse("ledger:paper-docx", args=[paper.uuid]))
    pdf = client.get(reverse("ledger:paper-pdf", args=[paper.uuid]))
    assert docx.content[:2] == b"PK"
    assert pdf.content[:5] == b"%PDF-"
    assert docx.headers["Content-Disposition"].endswith('.docx"')


def test_urging_says_the_step_and_refuses_what_is_no_right(both: TwoSides) -> None:
    client, address = at(both.officer), reverse("ledger:paper-urge")
    said = {
        "programme": both.programme.slug, "asker": both.lead.code, "asked": both.other.full_name,
        "matter": "báo cáo quý I",
    }  # fmt: skip
    first = client.get(address, said).content.decode()
    assert "ngang cấp" in first
    assert "Nhờ anh/chị trao đổi giúp tiến độ" in first
    second = client.get(address, {**said, "called": "on"}).content.decode()
    assert "Soạn văn bản của bước này" in second
    assert "loai=cooperation-letter" in second
    unknown = client.get(address, {**said, "asked": "Sở Không Có"}).content.decode()
    assert "Hiện không có cơ quan nào mang tên này" in unknown


def test_who_is_no_side_reads_what_is_issued_and_gets_no_button(both: TwoSides) -> None:
    paper = both.issued()
    reader = both.person(AgencyFactory.create(), Role.OFFICER)
    seen = page(reader, paper)
    assert "Đã ban hành: số 05/KH-VIDU" in seen
    assert 'id="viec"' not in seen


def _said(answer: Any) -> str:
    return str(answer.content.decode())
