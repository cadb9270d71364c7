"""A focal point hands in a file, reviews it sentence by sentence, and publishes it."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nhipcau.agencies.factories import AgencyFactory, person_with
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.roles import Role
from nhipcau.ledger.obligations.models import NameMeaning, Obligation
from nhipcau.ledger.obligations.questions import open_questions
from nhipcau.ledger.programmes.models import Party, Programme
from nhipcau.ledger.testing import EXAMPLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def focal_point() -> User:
    return person_with(Role.FOCAL_POINT)


@pytest.fixture
def signed_in(client: Client, focal_point: User, settings: object, tmp_path: Path) -> Client:
    settings.STORAGES["default"]["OPTIONS"]["location"] = tmp_path  # type: ignore[attr-defined]
    client.force_login(focal_point)
    return client


def hand_in(client: Client, content: bytes = EXAMPLE.encode(), name: str = "vi-du.txt") -> object:
    return client.post(reverse("ledger:upload"), {"file": SimpleUploadedFile(name, content)})


def answers(obligation: Obligation, **said: str) -> dict[str, str]:
    """The fields of the review form as the page shows them, with what the person changed."""
    shown = {
        "version": str(obligation.version),
        "who": "named",
        "kind": obligation.kind,
        "parts-TOTAL_FORMS": "0",
        "parts-INITIAL_FORMS": "0",
        "do": "confirm",
    }
    parts = list(obligation.parts.all())
    for number, part in enumerate(parts):
        shown[f"parts-{number}-role"] = part.role
        shown[f"parts-{number}-name"] = part.name_as_written
    return shown | {"parts-TOTAL_FORMS": str(len(parts))} | said


def names_said(rows: list[tuple[str, str, str]]) -> dict[str, str]:
    """The form of names as a person sends it."""
    said = {"names-TOTAL_FORMS": str(len(rows)), "names-INITIAL_FORMS": "0"}
    for number, (name, meaning, agency) in enumerate(rows):
        said[f"names-{number}-name"] = name
        said[f"names-{number}-meaning"] = meaning
        said[f"names-{number}-agency"] = agency
    return said


def page_of(obligation: Obligation) -> str:
    slug = obligation.provision.programme.slug
    return reverse("ledger:review-one", args=[slug, obligation.uuid])


def at(address: str) -> Obligation:
    return Obligation.objects.get(provision__address=address)


def test_a_file_becomes_a_draft_to_review(signed_in: Client) -> None:
    response = hand_in(signed_in)
    programme = Programme.objects.get()
    assert response["Location"] == reverse("ledger:review", args=[programme.slug])  # type: ignore[index]
    assert programme.is_draft
    with programme.signed_texts.get().file.open() as kept:
        assert kept.read() == EXAMPLE.encode()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "rong.txt"),
        ("Chào các anh chị.".encode(), "chao.txt"),
        (b"%PDF-1.4 hong", "hong.pdf"),
        (b"PK\x03\x04hong", "hong.docx"),
        (EXAMPLE.encode(), "vi-du.exe"),
    ],
)
def test_a_bad_file_is_refused_with_a_sentence_and_nothing_is_kept(
    signed_in: Client, content: bytes, name: str
) -> None:
    response = hand_in(signed_in, content, name)
    assert response.status_code == 422  # type: ignore[attr-defined]
    assert not Programme.objects.exists()


def test_the_words_of_a_proposal_are_lit_in_their_place(signed_in: Client) -> None:
    hand_in(signed_in)
    page = signed_in.get(page_of(at("I.1.a"))).content.decode()
    assert "<mark>" in page
    assert "Sở Văn hóa" in page


def test_confirming_goes_on_to_the_next_open_sentence(signed_in: Client) -> None:
    hand_in(signed_in)
    response = signed_in.post(page_of(at("I.1.a")), answers(at("I.1.a")))
    assert at("I.1.a").is_confirmed
    assert response["Location"] == page_of(at("I.1.b"))


def test_whom_a_sentence_without_a_subject_means_is_asked(signed_in: Client) -> None:
    hand_in(signed_in)
    response = signed_in.post(page_of(at("I.1.b")), answers(at("I.1.b"), who=""))
    assert response.status_code == 409
    assert "không nêu ai thực hiện" in response.content.decode()
    signed_in.post(page_of(at("I.1.b")), answers(at("I.1.b"), who="both"))
    assert at("I.1.b").is_confirmed


def test_what_the_second_reviewer_typed_is_not_lost(signed_in: Client) -> None:
    hand_in(signed_in)
    stale = answers(at("I.1.a"), deliverable="04 tài liệu song ngữ", do="save")
    signed_in.post(page_of(at("I.1.a")), answers(at("I.1.a"), deliverable="khác", do="save"))
    response = signed_in.post(page_of(at("I.1.a")), stale)
    page = response.content.decode()
    assert "vừa được người khác cập nhật" in page
    assert "04 tài liệu song ngữ" in page
    assert f'name="version" value="{at("I.1.a").version}"' in page


def test_the_person_publishes_when_nothing_is_asked_any_more(
    signed_in: Client, focal_point: User
) -> None:
    hand_in(signed_in)
    programme = Programme.objects.get()
    slug, day = [programme.slug], "2025-03-20"
    agency = AgencyFactory.create(code="svh-vi-du", name="Sở Văn hóa tỉnh Ví dụ")
    for party in programme.parties.all():
        said = {"party": party.pk, "agency": agency.full_name}
        signed_in.post(reverse("ledger:say-party", args=slug), said)
    rows = [(name, "kind", "") for name in open_questions(programme).names]
    signed_in.post(reverse("ledger:say-names", args=slug), names_said(rows))
    for obligation in Obligation.objects.of(programme).open():
        who = "both" if obligation.implied_both else "named"
        signed_in.post(page_of(obligation), answers(obligation, who=who))
    page = signed_in.get(reverse("ledger:review", args=slug)).content.decode()
    assert "Đưa vào sử dụng" in page
    programme.refresh_from_db()
    signed_in.post(reverse("ledger:publish", args=slug), {"version": programme.version})
    programme.refresh_from_db()
    assert not programme.is_draft, day


def test_a_name_that_no_agency_has_is_said_so(signed_in: Client) -> None:
    hand_in(signed_in)
    programme = Programme.objects.get()
    rows = [("Sở Văn hóa", "agency", "Sở Không Có"), ("Sở Dân tộc", "kind", "")]
    address = reverse("ledger:say-names", args=[programme.slug])
    page = signed_in.post(address, names_said(rows), follow=True).content.decode()
    assert "không có cơ quan nào tên “Sở Không Có”" in page
    assert [said.name for said in NameMeaning.objects.all()] == ["Sở Dân tộc"]


def published(party: Agency) -> Programme:
    programme = Programme.objects.create(
        slug="x", kind="k", number="1/CTPH-X", title="t", state=Programme.State.PUBLISHED
    )
    Party.objects.create(programme=programme, order=1, name_as_signed="Sở", agency=party)
    return programme


def test_a_leader_of_a_party_makes_a_published_programme_public(client: Client) -> None:
    leader = person_with(Role.LEADER)
    programme = published(leader.memberships.get().agency)
    client.force_login(leader)
    client.post(reverse("ledger:make-public", args=["x"]), {"version": programme.version})
    programme.refresh_from_db()
    assert programme.is_public


def test_a_leader_of_no_party_does_not_make_it_public(client: Client) -> None:
    programme = published(AgencyFactory.create())
    client.force_login(person_with(Role.LEADER))
    said = {"version": programme.version}
    response = client.post(reverse("ledger:make-public", args=["x"]), said, follow=True)
    programme.refresh_from_db()
    assert not programme.is_public
    assert "không thuộc cơ quan nào của các bên ký kết" in response.content.decode()


def test_what_was_read_goes_through_the_gate_as_well(signed_in: Client) -> None:
    hidden = "".join(f"&#{ord(letter)};" for letter in "TỐI MẬT")
    content = f"<html><body><p>Độ mật: {hidden}</p><pre>{EXAMPLE}</pre></body></html>".encode()
    response = hand_in(signed_in, content, "vi-du.txt")
    assert response.status_code == 422  # type: ignore[attr-defined]
    assert not Programme.objects.exists()


def test_a_text_in_utf_16_is_kept_as_words(signed_in: Client) -> None:
    hand_in(signed_in, EXAMPLE.encode("utf-16"))
    assert Programme.objects.get().signed_texts.get().words.text == EXAMPLE


def test_an_unknown_choice_is_only_saved(signed_in: Client) -> None:
    hand_in(signed_in)
    signed_in.post(page_of(at("I.1.a")), answers(at("I.1.a"), do="khong-co"))
    assert not at("I.1.a").is_confirmed


@pytest.mark.parametrize("role", [role for role in Role if role != Role.FOCAL_POINT])
def test_other_roles_do_not_review(client: Client, role: Role) -> None:
    client.force_login(person_with(role))
    assert client.get(reverse("ledger:upload")).status_code == 403
    assert client.get(reverse("ledger:review-one", args=["x", uuid4()])).status_code == 403
