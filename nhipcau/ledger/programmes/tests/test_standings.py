"""How a programme stands: dated, by a document, replaced only by another."""

import datetime

import pytest
import time_machine

from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes import standings
from nhipcau.ledger.programmes.consolidated import as_of
from nhipcau.ledger.programmes.models import Programme, Standing

from .signed_922 import signed_922

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme() -> Programme:
    return signed_922()


def new_programme(circulation: str = "public") -> Programme:
    return Programme.objects.create(
        slug="moi",
        number="02/VIDU",
        title="Chương trình mới (ví dụ)",
        state=Programme.State.PUBLISHED,
        circulation=circulation,
    )


def test_a_public_programme_does_not_show_one_that_is_not_public(programme: Programme) -> None:
    Programme.objects.filter(pk=programme.pk).update(state="published", circulation="public")
    programme.refresh_from_db()
    with pytest.raises(Refused, match="chưa được công khai"):
        standings.stand(
            programme=programme,
            state=Standing.State.REPLACED,
            first_day=datetime.date(2027, 1, 1),
            replaced_by=new_programme("internal"),
            ground="Ví dụ",
            by=None,
        )


def test_a_replacement_is_an_act_of_its_own(programme: Programme) -> None:
    newer = new_programme()
    day = datetime.date(2027, 1, 1)
    standings.stand(
        programme=programme,
        state=Standing.State.REPLACED,
        first_day=day,
        replaced_by=newer,
        ground="Chương trình số 02/VIDU (ví dụ)",
        by=None,
    )
    with time_machine.travel(day - datetime.timedelta(days=1)):
        assert programme.standing_today is None
    with time_machine.travel(day):
        assert str(programme.standing_today) == "Được thay thế bởi 02/VIDU"
    assert as_of(programme, day).amendments == ()


@pytest.mark.parametrize(
    ("state", "named", "allowed"),
    [
        (Standing.State.REPLACED, True, True),
        (Standing.State.REPLACED, False, False),
        (Standing.State.CONCLUDED, True, False),
        (Standing.State.CONCLUDED, False, True),
        (Standing.State.UNDER_REVIEW, False, True),
    ],
)
def test_only_a_replaced_programme_names_its_successor(
    programme: Programme, state: Standing.State, named: bool, allowed: bool
) -> None:
    newer = new_programme()

    def stand() -> Standing:
        return standings.stand(
            programme=programme,
            state=state,
            first_day=datetime.date(2027, 1, 1),
            replaced_by=newer if named else None,
            ground="Ví dụ",
            by=None,
        )

    if allowed:
        assert stand().state == state
        with pytest.raises(Refused, match="đã ghi một tình trạng khác"):
            stand()
    else:
        with pytest.raises(Refused, match="chương trình thay thế"):
            stand()
