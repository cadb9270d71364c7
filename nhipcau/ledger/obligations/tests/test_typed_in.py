"""A programme that was typed in goes the same way to review as one that was uploaded."""

from pathlib import Path

import pytest

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.base.refusal import Refused
from nhipcau.ledger.obligations.actions.transcripts import take_in_typed
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes import typing_in
from nhipcau.ledger.programmes.models import Programme

pytestmark = pytest.mark.django_db

TYPED = Path(__file__).parents[4] / "data/programmes/mttq-2020-2025/typed.toml"


@pytest.fixture
def programme() -> Programme:
    for code in ("mic", "mttq"):
        AgencyFactory.create(code=code)
    transcript = typing_in.load(TYPED, by=None)
    assert transcript is not None
    return take_in_typed(transcript=transcript, version=transcript.version, by=None)


def test_the_programme_with_the_fatherland_front_waits_for_review(programme: Programme) -> None:
    assert programme.is_draft
    assert (programme.slug, programme.number, programme.signed_on) == ("mttq-2020-2025", "", None)
    assert (programme.first_year, programme.last_year) == (2020, 2025)
    assert "Không phải văn bản đã ký" in programme.source
    assert [party.agency and party.agency.code for party in programme.parties.all()] == [
        "mic", "mttq",
    ]  # fmt: skip


def test_its_provisions_have_the_readers_addresses(programme: Programme) -> None:
    addresses = list(programme.provisions.values_list("address", flat=True))
    assert len(addresses) == 18
    assert addresses[-4:] == ["III.4.a", "III.4.b", "III.5", "III.6"]


def test_who_does_what_is_proposed(programme: Programme) -> None:
    proposed = Obligation.objects.of(programme)
    assert all(each.is_open for each in proposed)
    both = [each.provision.address for each in proposed if each.implied_both]
    assert both == ["II.1", "II.2", "II.3", "II.4"]


def test_it_is_typed_in_once(programme: Programme) -> None:
    assert typing_in.load(TYPED, by=None) is None
    transcript = programme.transcript
    with pytest.raises(Refused, match="đã được đưa vào rà soát"):
        take_in_typed(transcript=transcript, version=transcript.version, by=None)
    assert Programme.objects.count() == 1
