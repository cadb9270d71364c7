"""Who acts for a party of 922 since it was dissolved: named by a document, or inferred and said so."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from nhipcau import reader
from nhipcau.agencies import loading
from nhipcau.agencies.factories import MembershipFactory
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.roles import Role
from nhipcau.base.refusal import Refused
from nhipcau.ledger.obligations import actions, review
from nhipcau.ledger.obligations.consent import State, Voice, Voices
from nhipcau.ledger.programmes.acting import Naming, name_actor, withdraw_actor
from nhipcau.ledger.programmes.actions import enter
from nhipcau.ledger.programmes.models import PartyActor, Programme

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parents[4] / "data"
FOLDER = DATA / "programmes" / "922-ctph-btttt-ubdt"
BEFORE, AFTER = date(2025, 2, 28), date(2025, 3, 1)
DOCUMENT = "Công văn số 12/BVHTTDL-TTCS ngày 20/3/2025 (ví dụ)"


@pytest.fixture(scope="module")
def programme(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Programme]:
    """922 as it is loaded, once: what a test writes is a savepoint inside, taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _loaded()
        transaction.set_rollback(True)


def _loaded() -> Programme:
    """The agencies with their successors, the text with its review."""
    loading.load(DATA / "agencies.json", by=None)
    text = (FOLDER / "text.txt").read_text(encoding="utf-8")
    document = reader.read_text(text)
    programme = enter(document, text=text, file_name="text.txt", by=None)
    actions.propose(programme=programme, document=document, by=None)
    reviewed = review.read(FOLDER / "review.toml")
    review.follow(reviewed, programme=programme, text=text, by=None)
    return Programme.objects.get(pk=programme.pk)


@pytest.fixture
def focal_point(programme: Programme) -> User:
    agency = Agency.objects.get(code="mcst-ttcs-ttdn")
    user: User = MembershipFactory.create(agency=agency, role=Role.FOCAL_POINT).user
    return user


def voices(programme: Programme, address: str, on: date = AFTER) -> tuple[Voice, Voice]:
    ministry, committee = Voices(programme, on=on).at(address)
    return ministry, committee


def codes(agencies: tuple[Agency, ...]) -> set[str]:
    return {agency.code for agency in agencies}


def naming(programme: Programme, **kwargs: object) -> Naming:
    given = {
        "party": programme.parties.get(order=1),
        "agency": Agency.objects.get(code="mcst"),
        "document": DOCUMENT,
        "first_day": date(2025, 3, 20),
    }
    return Naming(**{**given, **kwargs})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("address", "consenting"),
    [
        ("IV.1.a", {"mcst"}),
        ("IV.1.b", {"mcst"}),
        ("IV.1.c", {"mcst"}),
        ("IV.1.d", {"mcst"}),
        ("IV.1.đ", {"mcst", "most"}),
        ("IV.1.e", {"mcst"}),
        ("IV.2.a", {"most"}),
        ("IV.2.b", {"mps"}),
        ("IV.2.c", {"mps"}),
        ("IV.2.d", {"mps"}),
        ("IV.2.đ", {"mps"}),
        ("IV.2.f", {"most"}),
        ("IV.4.a", {"mcst", "most", "mps"}),
        ("V.1", {"mcst", "most", "mps"}),
        ("VII", {"mcst", "most", "mps"}),
    ],
)
def test_the_successors_whose_functions_the_text_touches_consent_and_the_others_are_informed(
    programme: Programme, address: str, consenting: set[str]
) -> None:
    before, _committee = voices(programme, address, on=BEFORE)
    assert (before.state, codes(before.consenting), before.informed) == (State.ITSELF, {"mic"}, ())
    ministry, committee = voices(programme, address)
    assert ministry.state is State.INFERRED
    assert codes(ministry.consenting) == consenting
    assert codes(ministry.informed) == {"mcst", "most", "mps"} - consenting
    assert codes((*committee.consenting, *committee.informed)) == {"mera"}


@pytest.mark.parametrize("address", ["IV.2.b", "IV.2.c", "IV.2.d"])
def test_a_party_that_is_only_guided_is_informed_and_has_no_veto(
    programme: Programme, address: str
) -> None:
    for on, code in ((BEFORE, "cema"), (AFTER, "mera")):
        _ministry, committee = voices(programme, address, on=on)
        assert committee.is_guided
        assert (committee.consenting, codes(committee.informed)) == ((), {code})


def test_nobody_named_yet_is_a_state_with_a_next_step(
    programme: Programme, client: Client, focal_point: User
) -> None:
    client.force_login(focal_point)
    html = client.get(
        reverse("ledger:voices", args=[programme.slug]), {"ngay": "2025-03-01"}
    ).content.decode()
    assert "Chưa có văn bản giao nhiệm vụ" in html
    assert "có công văn giao đầu mối" in html
    before = client.get(
        reverse("ledger:voices", args=[programme.slug]), {"ngay": "2025-02-28"}
    ).content.decode()
    assert "Chưa có văn bản giao nhiệm vụ" not in before


def test_a_document_that_names_somebody_counts_from_its_day(
    programme: Programme, focal_point: User
) -> None:
    name_actor(naming=naming(programme), by=focal_point)
    assert voices(programme, "IV.2.b", on=date(2025, 3, 19))[0].state is State.INFERRED
    voice = voices(programme, "IV.2.b", on=date(2025, 3, 20))[0]
    assert (voice.state, codes(voice.consenting)) == (State.NAMED, {"mcst"})
    assert voice.documents == (DOCUMENT,)
    assert codes(voice.informed) == {"most", "mps"}


def test_the_longest_clause_and_the_act_itself_count_first(
    programme: Programme, focal_point: User
) -> None:
    police, science = Agency.objects.get(code="mps"), Agency.objects.get(code="most")
    name_actor(naming=naming(programme), by=focal_point)
    name_actor(naming=naming(programme, agency=science, clause="IV.2"), by=focal_point)
    name_actor(
        naming=naming(programme, agency=police, clause="IV.2.b", act=PartyActor.Act.CONSENT),
        by=focal_point,
    )
    on = date(2025, 4, 1)
    assert codes(voices(programme, "IV.1.b", on=on)[0].consenting) == {"mcst"}
    assert codes(voices(programme, "IV.2.c", on=on)[0].consenting) == {"most"}
    assert codes(voices(programme, "IV.2.b", on=on)[0].consenting) == {"mps"}
    signing = Voices(programme, on=on).at("IV.2.b", PartyActor.Act.SIGN)[0]
    assert codes(signing.consenting) == {"most"}


def test_a_naming_is_recorded_on_its_page_and_taken_back_with_a_reason(
    programme: Programme, client: Client, focal_point: User
) -> None:
    client.force_login(focal_point)
    sent = {
        "party": programme.parties.get(order=1).pk,
        "agency": "mcst",
        "clause": "IV.1",
        "act": "every",
        "document": DOCUMENT,
        "first_day": "2025-03-20",
    }
    response = client.post(reverse("ledger:name-actor", args=[programme.slug]), sent, follow=True)
    assert DOCUMENT in response.content.decode()
    actor = PartyActor.objects.get()
    address = reverse("ledger:withdraw-actor", args=[programme.slug, actor.uuid])
    refused = client.post(address, {"reason": ""}, follow=True).content.decode()
    assert "thiếu lý do" in refused
    client.post(address, {"reason": "ghi nhầm số"})
    assert voices(programme, "IV.1.b", on=date(2025, 4, 1))[0].state is State.INFERRED


@pytest.mark.parametrize(
    ("kwargs", "sentence"),
    [
        ({"document": " "}, "thiếu văn bản giao nhiệm vụ"),
        ({"last_day": date(2025, 3, 1)}, "ngày cuối trước ngày đầu"),
        ({"clause": "IX.9"}, "văn bản không có điều khoản IX.9"),
    ],
)
def test_a_naming_that_cannot_be_is_refused(
    programme: Programme, focal_point: User, kwargs: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        name_actor(naming=naming(programme, **kwargs), by=focal_point)


def test_an_agency_that_ended_acts_for_nobody(programme: Programme, focal_point: User) -> None:
    ended = Agency.objects.get(code="mic")
    with pytest.raises(
        Refused, match="ngày 20/3/2025 Bộ Thông tin và Truyền thông không hoạt động"
    ):
        name_actor(naming=naming(programme, agency=ended), by=focal_point)


def test_one_naming_at_a_time_until_it_is_taken_back(
    programme: Programme, focal_point: User
) -> None:
    row = name_actor(naming=naming(programme), by=focal_point)
    again = naming(programme, first_day=date(2025, 6, 1))
    with pytest.raises(Refused, match="thời gian chồng lên"):
        name_actor(naming=again, by=focal_point)
    withdraw_actor(actor=row, reason="ghi nhầm", by=focal_point)
    assert name_actor(naming=again, by=focal_point).first_day == date(2025, 6, 1)


def test_only_those_who_may_enter_record_a_naming(programme: Programme, client: Client) -> None:
    clerk: User = MembershipFactory.create(role=Role.CLERK).user
    client.force_login(clerk)
    assert client.get(reverse("ledger:voices", args=[programme.slug])).status_code == 200
    assert client.get(reverse("ledger:name-actor", args=[programme.slug])).status_code == 403
