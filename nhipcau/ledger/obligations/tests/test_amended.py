"""Obligations keep their identity through an amendment; those of a repealed place have ended."""

import datetime

import pytest

from nhipcau.ledger.obligations import actions
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.consolidated import as_of, ended_places
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.programmes.tests.signed_922 import (
    EFFECTIVE_ON,
    TEXT,
    agreed,
    signed_922,
    small_amendment,
)
from nhipcau.reader import read_text

pytestmark = pytest.mark.django_db

BEFORE = EFFECTIVE_ON - datetime.timedelta(days=1)


@pytest.fixture
def programme() -> Programme:
    programme = signed_922()
    document = read_text(TEXT.read_text(encoding="utf-8"))
    actions.propose(programme=programme, document=document, by=None)
    return programme


def rows(programme: Programme) -> list[tuple[object, ...]]:
    found = Obligation.objects.of(programme)
    return [(each.uuid, each.provision.address, each.state, each.words) for each in found]


def test_no_obligation_is_lost_or_made_anew(programme: Programme) -> None:
    before = rows(programme)
    agreed(small_amendment(programme))
    assert rows(programme) == before


def test_the_obligations_of_a_repealed_place_end_on_the_effect_day(programme: Programme) -> None:
    agreed(small_amendment(programme))
    held = Obligation.objects.of(programme).filter(provision__address="IV.1.đ")
    assert held.exists()
    assert ended_places(programme, BEFORE) == {}
    ended = ended_places(programme, EFFECTIVE_ON)
    assert set(ended) == {"IV.1.đ"}
    assert ended["IV.1.đ"].number == "01/VIDU-BTTTT"


def test_an_inserted_place_takes_obligations_like_any_other(programme: Programme) -> None:
    agreed(small_amendment(programme))
    added = actions.add(provision=programme.provisions.get(address="IV.2.g"), by=None)
    assert added in Obligation.objects.of(programme)
    assert as_of(programme, EFFECTIVE_ON).at(added.provision.address) is not None
