"""Search from end to end: programme 922 and an invented one, as the public and as an officer."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.test import Client

from nhipcau import reader
from nhipcau.agencies import loading as agencies
from nhipcau.agencies.factories import AgencyFactory, person_with
from nhipcau.agencies.models import Agency, AgencyName, User
from nhipcau.agencies.roles import Role
from nhipcau.base import redaction
from nhipcau.base.models import JobProgress, Redaction
from nhipcau.ledger.obligations import actions as obligations
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes import actions as programmes
from nhipcau.ledger.programmes.models import Programme, SignedTextWords
from nhipcau.ledger.testing import EXAMPLE
from nhipcau.project import loading
from nhipcau.registry.modules import registry
from nhipcau.shell.search import general as abbreviations
from nhipcau.shell.search.find import find
from nhipcau.shell.search.index import declared, index
from nhipcau.shell.search.models import SearchEntry, Synonym

pytestmark = [pytest.mark.django_db, pytest.mark.machine]
NOBODY = AnonymousUser()
ALIKE = ["đồng bào", "dong bao", "ĐỒNG BÀO", "đong bao", "Đồng  Bào"]


@pytest.fixture
def country() -> None:
    """The agencies of the country and programme 922, as the project keeps them."""
    agencies.load(loading.DATA / "agencies.json", by=None)
    abbreviations.load(loading.DATA / "abbreviations.json")
    folder = loading.DATA / "programmes" / "922-ctph-btttt-ubdt"
    loading.load_programme(
        folder / "text.txt", review_file=folder / "review.toml", say=lambda line: None
    )


@pytest.fixture
def draft() -> Programme:
    """A programme that nobody has reviewed, with its proposals."""
    document = reader.read_text(EXAMPLE, "vi-du.txt")
    programme = programmes.enter(document, text=EXAMPLE, file_name="vi-du.txt", by=None)
    obligations.propose(programme=programme, document=document, by=None)
    return programme


def found(typed: str, user: User | AnonymousUser = NOBODY) -> list[tuple[str, str, str]]:
    return [(each.kind, each.place, each.title) for each in find(typed, user=user).page]


# Kinds of which the country of these tests has some; a module's own tests find the others.
HERE = {"programme", "provision", "instrument", "obligation", "agency", "place"}


def kept() -> Iterator[tuple[object, ...]]:
    fields = ("kind", "object", "address", "title", "place", "within", "body", "audience", "words")
    yield from SearchEntry.objects.order_by("kind", "object").values_list(*fields)
    yield from Synonym.objects.order_by("key", "words", "kind", "object").values_list(
        "key", "words", "kind", "object", "audience"
    )


def test_every_spelling_finds_the_same_provisions_of_922(country: None) -> None:
    first = find(ALIKE[0], user=NOBODY)
    assert first.counts["provision"] > 5
    for typed in ALIKE:
        assert set(find(typed, user=NOBODY).page) == set(first.page), typed


def test_numbers_are_found_whole_and_in_part(country: None) -> None:
    for typed in ("1719", "1719/QĐ-TTg", "qđ 1719", "QĐ-TTg 1719", "quyết định số 1719"):
        answers = found(typed)
        assert ("instrument", "Quyết định 1719/QĐ-TTg") in [(k, t) for k, _at, t in answers], typed
        assert ("provision", "IV.3") in [(kind, place) for kind, place, _title in answers], typed
    for typed in ("922", "ctph", "922/CTPH-BTTTT-UBDT", "922 ctph"):
        assert found(typed)[0][:2] == ("programme", "922/CTPH-BTTTT-UBDT"), typed


def test_uỷ_is_ủy_and_abbreviations_work_both_ways(country: None) -> None:
    assert found("uỷ ban dân tộc") == found("Ủy ban Dân tộc")
    assert ("agency", "Ủy ban Dân tộc") in [(kind, title) for kind, _at, title in found("UBDT")]
    short, long = find("TTĐN", user=NOBODY), find("thông tin đối ngoại", user=NOBODY)
    assert short.counts["provision"] >= 6
    assert long.counts["provision"] >= short.counts["provision"]
    assert ("agency", "Cục Thông tin đối ngoại") in [(k, t) for k, _at, t in found("TTĐN")]


def test_every_declared_object_is_in_the_index_and_a_rebuild_changes_nothing(
    country: None, draft: Programme
) -> None:
    before = list(kept())
    for one in declared():
        told = [row for row in one.rows() if one.describe(row) is not None]
        assert SearchEntry.objects.filter(kind=one.kind).count() == len(told), one.kind
        assert told or one.kind not in HERE, one.kind
    call_command("reindex", verbosity=0)
    assert list(kept()) == before
    assert JobProgress.objects.get().state == JobProgress.State.DONE


def test_a_rebuild_takes_away_what_is_no_more(draft: Programme) -> None:
    Obligation.objects.all().delete()
    call_command("reindex", verbosity=0)
    assert not SearchEntry.objects.filter(kind="obligation").exists()


def test_every_audience_is_a_permission_that_some_module_declares(draft: Programme) -> None:
    audiences = set(SearchEntry.objects.values_list("audience", flat=True))
    assert audiences == {"ledger.enter"} <= {*registry.permissions()}


def test_a_draft_is_for_those_who_enter_it_then_for_those_inside_then_for_all(
    draft: Programme, client: Client
) -> None:
    focal_point, officer = person_with(Role.FOCAL_POINT), person_with(Role.OFFICER)
    typed = "truyền thanh xã"
    assert (found(typed), found(typed, officer)) == ([], [])
    assert found(typed, focal_point)
    Programme.objects.filter(pk=draft.pk).update(state=Programme.State.PUBLISHED)
    draft.refresh_from_db()
    index([draft])
    assert found(typed) == []
    assert found(typed, officer)
    page = client.get("/tim-kiem/", {"q": typed}).content.decode()
    assert "Không tìm thấy" in page
    assert "CTPH-SVH" not in page
    obligations.make_public(programme=draft, version=draft.version, by=None)
    assert "provision" in {kind for kind, _place, _title in found(typed)}


def test_what_a_machine_proposed_is_not_found_by_the_public(draft: Programme) -> None:
    Programme.objects.filter(pk=draft.pk).update(state=Programme.State.PUBLISHED)
    draft.refresh_from_db()
    obligations.make_public(programme=draft, version=draft.version, by=None)
    assert "obligation" not in find("tiếng Tày", user=NOBODY).counts
    one = Obligation.objects.filter(provision__address="I.1.a").get()
    obligations.confirm(obligation=one, version=one.version, by=None)
    assert find("tiếng Tày", user=NOBODY).counts["obligation"] == 1
    one.refresh_from_db()
    obligations.withdraw(obligation=one, version=one.version, by=None, note="Đọc lại.")
    assert "obligation" not in find("tiếng Tày", user=NOBODY).counts


def test_an_instrument_tells_nothing_of_programmes_that_one_may_not_read(draft: Programme) -> None:
    assert found("49/2024/NĐ-CP") == []
    assert found("49/2024/NĐ-CP", person_with(Role.FOCAL_POINT))[0][0] == "instrument"


def test_a_new_title_is_found_at_once(draft: Programme) -> None:
    officer = person_with(Role.FOCAL_POINT)
    programmes.retitle(programme=draft, title="Truyền thông ở vùng chè shan tuyết", by=None)
    assert found("shan tuyết", officer)[0][0] == "programme"


def test_a_redacted_text_is_found_no_more_and_a_rebuild_does_not_bring_it_back(
    draft: Programme,
) -> None:
    officer = person_with(Role.FOCAL_POINT)
    signed = draft.signed_texts.get()
    redaction.redact(
        signed,
        SignedTextWords,
        ground=Redaction.Ground.COURT,
        reason="Theo bản án (ví dụ).",
        by=None,
    )
    assert found("truyền thanh xã", officer) == []
    call_command("reindex", verbosity=0)
    assert found("truyền thanh xã", officer) == []


def test_an_agency_is_found_by_every_name_it_ever_bore() -> None:
    agency: Agency = AgencyFactory.create(name="Ban Dân tộc và Tôn giáo")
    AgencyName.objects.create(agency=agency, form="other", name="Ban DTTG", source="ví dụ")
    index([agency])
    for typed in ("ban dan toc va ton giao", "DTTG", "Ban DTTG"):
        assert ("agency", "", "Ban Dân tộc và Tôn giáo") in found(typed)


def test_results_lead_to_the_provision_with_its_words_marked(country: None, client: Client) -> None:
    page = client.get("/tim-kiem/", {"q": "làm sạch mã độc", "loai": "provision"}).content.decode()
    assert re.search(r'href="/chuong-trinh/[^"]+#IV\.2\.c"', page)
    assert "<mark>làm sạch mã độc</mark>" in page
    assert "922/CTPH-BTTTT-UBDT" in page


def test_the_general_abbreviations_each_have_their_source() -> None:
    rows = json.loads(Path(loading.DATA / "abbreviations.json").read_text())["abbreviations"]
    assert all(row["short"] and row["full"] and row["source"] for row in rows)
