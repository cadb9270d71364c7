"""A draft on its way: asked, agreed, changed, sent back, submitted, recorded, replaced."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import translation

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.roles import Role
from nhipcau.base import clock
from nhipcau.base.models import AuditEvent
from nhipcau.base.refusal import Refused
from nhipcau.base.signed_files import Reading
from nhipcau.ledger.papers import actions, filling, turns, words
from nhipcau.ledger.papers.composing import compose, document_of, drafted_symbol
from nhipcau.ledger.papers.models import Outline, Paper, PaperMove
from nhipcau.ledger.papers.policies import Stale
from nhipcau.ledger.papers.signatures import seen_in
from nhipcau.ledger.papers.values import Side
from nhipcau.standards.nd30.document import Prose
from nhipcau.standards.signatures import After, Root, Signature

from .two_sides import TwoSides, two_sides

pytestmark = pytest.mark.django_db


@pytest.fixture
def both() -> TwoSides:
    return two_sides()


def kinds(paper: Paper) -> list[str]:
    return list(PaperMove.objects.filter(paper=paper).values_list("kind", flat=True))


def test_a_draft_begins_with_the_places_of_its_outline(both: TwoSides) -> None:
    paper = both.plan()
    outline = Outline.objects.get(kind="annual-plan")
    assert [each.key for each in paper.sections.all()] == [s["key"] for s in outline.sections]
    assert paper.title == f"Thực hiện Chương trình phối hợp số {both.programme.number} năm 2026"
    assert (paper.state, paper.edition, words.status(paper)) == ("draft", 0, "Dự thảo lần 1")
    assert turns.waiting_for(paper).agencies == (both.lead,)
    assert AuditEvent.objects.filter(verb="ledger.paper_begun", target=paper.uuid).exists()


def test_a_kind_without_an_outline_is_refused_with_a_sentence(both: TwoSides) -> None:
    with pytest.raises(Refused, match="chưa có mẫu đề cương"):
        both.plan(kind="khong-co")


def test_both_sides_agree_on_one_edition_and_its_code_is_said(both: TwoSides) -> None:
    paper = both.asked()
    assert words.status(paper) == "Đang lấy ý kiến"
    assert turns.waiting_for(paper).agencies == (both.lead, both.other)
    paper = actions.consent(paper=paper, edition=1, by=both.leader)
    assert paper.state == "partly"
    assert words.status(paper) == (
        "Sở Văn hóa, Thể thao và Du lịch đã thống nhất, chờ ý kiến Sở Dân tộc và Tôn giáo"
    )
    paper = actions.consent(paper=paper, edition=1, by=both.other_leader)
    code = paper.editions.get().fingerprint[:12]
    assert words.status(paper) == f"Hai bên đã thống nhất (bản 1, mã kiểm tra {code})"
    assert document_of(paper).edition == f"Bản 1, mã kiểm tra {code}"
    assert kinds(paper) == ["asked", "consented", "consented"]


def test_who_speaks_for_no_side_agrees_to_nothing(both: TwoSides) -> None:
    paper = both.asked()
    stranger = both.person(AgencyFactory.create())
    with pytest.raises(Refused, match="không thuộc cơ quan nào của các bên"):
        actions.consent(paper=paper, edition=1, by=stranger)
    actions.consent(paper=paper, edition=1, by=both.leader)
    with pytest.raises(Refused, match="đã thống nhất bản 1"):
        actions.consent(paper=paper, edition=1, by=both.person(both.lead))


def test_a_side_that_is_only_told_has_no_veto(both: TwoSides) -> None:
    told = AgencyFactory.create(name="Công an tỉnh")
    paper = actions.begin(
        programme=both.programme, kind="annual-plan", title="", drafted_by=both.lead,
        sides=[Side(both.lead, leads=True), Side(both.other), Side(told, consents=False)],
        by=both.officer,
    )  # fmt: skip
    paper = actions.ask_opinion(paper=paper, version=paper.version, by=both.officer)
    with pytest.raises(Refused, match="Công an tỉnh được thông báo để biết"):
        actions.consent(paper=paper, edition=1, by=both.person(told))
    with pytest.raises(Refused, match="Công an tỉnh được thông báo để biết"):
        actions.send_back(paper=paper, edition=1, reason="…", by=both.person(told))
    actions.consent(paper=paper, edition=1, by=both.leader)
    assert actions.consent(paper=paper, edition=1, by=both.other_leader).state == "agreed"


def test_a_change_lifts_consents_and_says_so(both: TwoSides) -> None:
    paper = both.agreed()
    both.write(paper, "Mục đích được viết lại.")
    paper.refresh_from_db()
    assert (paper.state, words.status(paper)) == ("draft", "Dự thảo lần 2")
    lifted = PaperMove.objects.get(paper=paper, kind="lifted")
    assert "Dự thảo đã thay đổi sau bản 1" in (lifted.words.text or "")
    paper = actions.ask_opinion(paper=paper, version=paper.version, by=both.officer)
    assert (paper.edition, turns.waiting_for(paper).agencies) == (2, (both.lead, both.other))


def test_writing_the_same_words_lifts_nothing(both: TwoSides) -> None:
    paper = both.agreed()
    both.write(paper, paper.sections.get(key="purpose-1").words)
    actions.content_changed(paper, by=both.officer)
    assert paper.state == "agreed"


def test_what_fills_a_paper_lifts_consents_when_it_changes(
    both: TwoSides, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ["hai nhiệm vụ"]
    monkeypatch.setattr(filling, "_FILLS", {})
    filling.provide("annual-plan", lambda paper: filling.Filling({"tasks": (Prose(said[0]),)}))
    paper = both.asked()
    assert Prose("hai nhiệm vụ") in compose(paper).blocks
    actions.content_changed(paper, by=both.officer)
    assert paper.state == "asked"
    said[0] = "ba nhiệm vụ"
    actions.content_changed(paper, by=both.officer)
    assert (paper.state, kinds(paper)[-1]) == ("draft", "lifted")


def test_a_stale_edition_is_refused_in_one_sentence(both: TwoSides) -> None:
    paper = both.asked()
    both.write(paper, "Mục đích khác.")
    with pytest.raises(Stale, match="Bản 1 không còn ở bước thống nhất: dự thảo đang được sửa"):
        actions.consent(paper=paper, edition=1, by=both.other_leader)
    paper.refresh_from_db()
    paper = actions.ask_opinion(paper=paper, version=paper.version, by=both.officer)
    sentence = (
        r"^Bản 1 đã được thay bằng bản 2 lúc \d+ giờ \d\d phút\. "
        r"Đề nghị xem khác biệt trước khi thống nhất\.$"
    )
    with pytest.raises(Stale, match=sentence):
        actions.consent(paper=paper, edition=1, by=both.other_leader)


def test_a_stale_section_is_refused_and_another_one_is_not(both: TwoSides) -> None:
    paper = both.plan()
    seen = paper.sections.get(key="purpose-1")
    both.write(paper, "Người thứ nhất viết.")
    with pytest.raises(Stale, match="vừa được người khác sửa"):
        actions.write_section(
            section=seen, words="Người thứ hai viết.", version=seen.version, by=both.officer
        )
    both.write(paper, "Mục khác.", key="purpose-2")


def test_a_side_sends_back_with_a_reason(both: TwoSides) -> None:
    paper = both.asked()
    with pytest.raises(Refused, match="thiếu lý do"):
        actions.send_back(paper=paper, edition=1, reason=" ", by=both.other_leader)
    paper = actions.send_back(
        paper=paper, edition=1, reason="Bổ sung các xã biên giới.", by=both.other_leader
    )
    assert paper.state == "draft"
    assert turns.waiting_for(paper).what == "hoàn thiện dự thảo, gửi lấy ý kiến lại"


def test_what_is_not_agreed_is_not_submitted(both: TwoSides) -> None:
    paper = both.plan()
    with pytest.raises(Refused, match="chưa được các bên thống nhất"):
        actions.submit(paper=paper, version=paper.version, by=both.officer)
    paper = actions.ask_opinion(paper=paper, version=paper.version, by=both.officer)
    with pytest.raises(Refused, match="còn bên chưa thống nhất bản 1"):
        actions.submit(paper=paper, version=paper.version, by=both.officer)


def test_a_paper_of_one_agency_needs_nobody_elses_consent(both: TwoSides) -> None:
    paper = both.letter()
    with pytest.raises(Refused, match="không cần bên nào khác"):
        actions.ask_opinion(paper=paper, version=paper.version, by=both.officer)
    paper = actions.submit(paper=paper, version=paper.version, by=both.officer)
    assert (paper.state, paper.edition) == ("submitted", 1)


def test_only_the_drafter_writes_and_moves(both: TwoSides) -> None:
    paper = both.plan()
    section = paper.sections.first()
    assert section
    with pytest.raises(Refused, match="do Sở Văn hóa, Thể thao và Du lịch soạn thảo"):
        actions.write_section(
            section=section, words="…", version=section.version, by=both.other_officer
        )
    with pytest.raises(Refused, match="soạn thảo"):
        actions.ask_opinion(paper=paper, version=paper.version, by=both.other_officer)


def test_number_and_day_are_recorded_with_the_signed_file(both: TwoSides) -> None:
    paper = both.submitted()
    assert turns.waiting_for(paper).what == "ghi nhận số, ngày ban hành"
    assert (document_of(paper).number, document_of(paper).issued_on) == ("", None)
    paper = actions.record(
        paper=paper, number="05/KH-VIDU", issued_on=clock.today(),
        file=ContentFile(b"tep da ky", name="ke-hoach.txt"), version=paper.version, by=both.clerk,
    )  # fmt: skip
    printed = document_of(paper)
    assert (printed.number, printed.issued_on) == ("05", clock.today())
    assert (printed.symbol, drafted_symbol(paper)) == ("KH-VIDU", "KH-SVHTTDL-SDTTG")
    assert words.status(paper).startswith("Đã ban hành: số 05/KH-VIDU, ngày ")
    assert (paper.file_name, len(paper.file_sha256), paper.signatures) == ("ke-hoach.txt", 64, [])


def test_what_is_kept_of_a_signed_file_is_the_sentence_that_names_the_root(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at, root = datetime(2026, 3, 2, 2, 30, tzinfo=UTC), Root("Gốc ví dụ", "ab12", None)
    whole = {"time_is_attested": False, "is_intact": True, "covers_whole": True}
    signature = Signature(
        "Trần Văn Ví Dụ", "Cơ quan cấp", at, **whole, after=After.NOTHING, root=root, doubt=None,
        fingerprint="",
    )  # fmt: skip
    reading = Reading((signature,))
    monkeypatch.setattr("nhipcau.ledger.papers.signatures.read_signed_file", lambda _: reading)
    with translation.override("en"):
        (kept,) = seen_in(b"%PDF-1.7")
    assert [kept.said] == reading.sentences()
    assert kept.said.startswith("Trần Văn Ví Dụ ký lúc 09:30 02/03/2026")
    assert "chứng thư gốc Gốc ví dụ (SHA-256 ab12)" in kept.said
    assert (kept.signer, kept.holds, kept.root_sha256) == ("Trần Văn Ví Dụ", True, "ab12")


@pytest.mark.parametrize(
    ("number", "days", "sentence"),
    [
        ("5/KH-VIDU", 0, "chưa đúng mẫu"),
        ("KH-VIDU", 0, "chưa đúng mẫu"),
        ("05", 0, "chưa đúng mẫu"),
        ("00/KH-VIDU", 0, "chưa đúng mẫu"),
        ("05/KH VIDU", 0, "chưa đúng mẫu"),
        ("05/KH-VIDU", 1, "sau hôm nay"),
        ("05/KH-VIDU", -1, "trước ngày các bên thống nhất"),
    ],
)
def test_a_number_or_day_that_cannot_be_is_refused(
    both: TwoSides, number: str, days: int, sentence: str
) -> None:
    paper = both.submitted()
    day = clock.today() + timedelta(days=days)
    with pytest.raises(Refused, match=sentence):
        actions.record(
            paper=paper, number=number, issued_on=day, version=paper.version, by=both.clerk
        )
    paper.refresh_from_db()
    assert (paper.state, paper.number) == ("submitted", "")


def test_the_other_sides_clerk_does_not_number(both: TwoSides) -> None:
    paper = both.submitted()
    clerk = both.person(both.other, Role.CLERK)
    with pytest.raises(Refused, match="số do văn thư của cơ quan ban hành cấp"):
        actions.record(
            paper=paper, number="05/KH-VIDU", issued_on=clock.today(), version=paper.version,
            by=clerk,
        )  # fmt: skip


def test_the_ministry_numbers_what_its_unit_signs_by_order_of_the_minister(both: TwoSides) -> None:
    ministry = AgencyFactory.create(name="Bộ Ví dụ")
    type(both.lead).objects.filter(pk=both.lead.pk).update(parent=ministry)
    clerk = both.person(ministry, Role.CLERK)
    capacity = both.capacity("TL.")
    paper = both.submitted()
    side = paper.sides.filter(agency=both.lead)
    side.update(signatory=capacity)
    record: dict[str, Any] = {"number": "05/KH-VIDU", "issued_on": clock.today(), "by": clerk}
    for lines, may in (("TL. CỤC TRƯỞNG", False), ("TL. BỘ TRƯỞNG\nCỤC TRƯỞNG", True)):
        type(capacity).objects.filter(pk=capacity.pk).update(title_lines=lines)
        paper = Paper.objects.get(pk=paper.pk)
        assert Paper.objects.visible_to(clerk).filter(pk=paper.pk).exists() is may
        if not may:
            with pytest.raises(Refused, match="văn thư của cơ quan ban hành"):
                actions.record(paper=paper, version=paper.version, **record)
    assert actions.record(paper=paper, version=paper.version, **record).number == "05/KH-VIDU"


def test_one_number_stands_once_a_day(both: TwoSides) -> None:
    both.issued()
    with pytest.raises(Refused, match="đã có trong sổ theo dõi của chương trình"):
        both.issued()


def test_rooms_above_are_told_in_the_same_transaction(
    both: TwoSides, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(paper: Paper, by: object) -> None:
        raise RuntimeError("dừng giữa chừng")

    monkeypatch.setattr(filling, "_AFTER", {})
    filling.after_recording("annual-plan", fail)
    paper = both.submitted()
    with pytest.raises(RuntimeError):
        actions.record(
            paper=paper, number="05/KH-VIDU", issued_on=clock.today(), version=paper.version,
            by=both.clerk,
        )  # fmt: skip
    paper.refresh_from_db()
    assert (paper.state, kinds(paper)[-1]) == ("submitted", "submitted")


def test_what_is_issued_changes_only_by_another_paper(both: TwoSides) -> None:
    old = both.issued()
    with pytest.raises(Refused, match="chỉ được sửa bằng văn bản thay thế"):
        both.write(old, "Sửa lén.")
    new = actions.replace(paper=old, by=both.officer)
    assert (new.replaces, new.state, new.sides.count()) == (old, "draft", 2)
    old.refresh_from_db()
    assert old.state == "issued"
    new = actions.ask_opinion(paper=new, version=new.version, by=both.officer)
    actions.consent(paper=new, edition=1, by=both.leader)
    new = actions.consent(paper=new, edition=1, by=both.other_leader)
    new = actions.submit(paper=new, version=new.version, by=both.officer)
    actions.record(
        paper=new, number="06/KH-VIDU", issued_on=clock.today(), version=new.version, by=both.clerk
    )
    old.refresh_from_db()
    assert words.status(old) == "Được thay thế bằng văn bản số 06/KH-VIDU"


def test_a_fault_of_form_is_corrected_by_a_letter(both: TwoSides) -> None:
    old = both.issued()
    letter = actions.correct(paper=old, by=both.officer)
    assert (letter.kind, letter.corrects) == ("correction-letter", old)
    assert letter.title.startswith("Đính chính Văn bản số 05/KH-VIDU ngày ")
    letter = actions.submit(paper=letter, version=letter.version, by=both.officer)
    actions.record(
        paper=letter, number="12/VIDU", issued_on=clock.today(), version=letter.version,
        by=both.clerk,
    )  # fmt: skip
    old.refresh_from_db()
    assert (old.state, kinds(old)[-1]) == ("issued", "corrected")


def test_a_draft_that_was_never_sent_may_be_deleted(both: TwoSides) -> None:
    paper = both.plan()
    actions.delete(paper=paper, by=both.officer)
    assert not Paper.objects.filter(uuid=paper.uuid).exists()
    taken = actions.take_back(paper=both.asked(), reason="Bổ sung.", by=both.officer)
    with pytest.raises(Refused, match="đã gửi đi nên được giữ lại"):
        actions.delete(paper=taken, by=both.officer)


def test_what_was_sent_out_is_taken_back_or_dropped_with_a_reason(both: TwoSides) -> None:
    paper = both.submitted()
    with pytest.raises(Refused, match="thiếu lý do"):
        actions.take_back(paper=paper, reason="", by=both.officer)
    paper = actions.take_back(paper=paper, reason="Sửa theo ý kiến lãnh đạo.", by=both.officer)
    assert paper.state == "draft"
    paper = actions.drop(paper=paper, reason="Không ban hành nữa.", by=both.officer)
    assert words.status(paper) == "Đã rút lại"


def test_who_signs_stands_in_the_document_and_a_mandate_ends(both: TwoSides) -> None:
    paper = both.agreed()
    mandate = both.capacity(
        "TUQ.", last_day=clock.today() - timedelta(days=1), mandate="12/GUQ-VIDU"
    )
    side = paper.sides.get(agency=both.lead)
    with pytest.raises(Refused, match="theo văn bản 12/GUQ-VIDU đã hết hạn ngày"):
        actions.choose_signatory(
            side=side, capacity=mandate, version=paper.version, by=both.officer
        )
    deputy = both.capacity()
    paper = actions.choose_signatory(
        side=side, capacity=deputy, version=paper.version, by=both.officer
    )
    assert paper.state == "agreed"
    block = document_of(paper).signatures[-1]
    assert block.lines == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert block.heading == "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"
    assert block.name == deputy.user.name


def test_a_capacity_that_ended_meanwhile_stops_the_submission(both: TwoSides) -> None:
    paper = both.agreed()
    deputy = both.capacity()
    paper = actions.choose_signatory(
        side=paper.sides.get(agency=both.lead), capacity=deputy, version=paper.version,
        by=both.officer,
    )  # fmt: skip
    deputy.last_day = date(2025, 12, 31)
    deputy.save()
    with pytest.raises(Refused, match="thẩm quyền ký đã kết thúc ngày 31/12/2025"):
        actions.submit(paper=paper, version=paper.version, by=both.officer)


def test_a_document_is_vietnamese_whoever_draws_it(both: TwoSides) -> None:
    paper = both.asked()
    with translation.override("en"):
        drawn = document_of(paper)
        actions.content_changed(paper, by=both.officer)
    assert (drawn.type_name, drawn.edition[:6], paper.state) == ("Kế hoạch", "Bản 1,", "asked")


def test_arrival_numbers_are_recorded_by_the_receiver(both: TwoSides) -> None:
    paper = both.issued()
    recipient = paper.recipients.get(agency=both.other)
    clerk = both.person(both.other, Role.CLERK)
    for number, day, sentence in (
        ("mười", clock.today(), "không phải là số"),
        ("812", clock.today() - timedelta(days=1), "trước ngày ban hành"),
        ("812", clock.today() + timedelta(days=1), "sau hôm nay"),
    ):
        with pytest.raises(Refused, match=sentence):
            actions.record_arrival(recipient=recipient, number=number, day=day, by=clerk)
    actions.record_arrival(recipient=recipient, number="812", day=clock.today(), by=clerk)
    recipient.refresh_from_db()
    assert recipient.arrival_number == "812"
