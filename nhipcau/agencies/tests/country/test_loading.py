"""Loading the project's facts: whole, with their doubts, and twice without harm."""

import time

import pytest

from nhipcau.agencies import loading
from nhipcau.agencies.models import Agency, BorderFact, Place, PlaceChange, Succession
from nhipcau.base import clock

from .conftest import DATA

pytestmark = [pytest.mark.django_db, pytest.mark.machine]


def test_every_place_of_the_lists_is_held(country: loading.Loaded) -> None:
    assert country.places == Place.objects.count() == 63 + 34 + 696 + 10_035 + 3_321
    assert country.changes == PlaceChange.objects.count() == 63 + 10_597 + 5


def test_loading_again_adds_nothing_and_takes_seconds(country: loading.Loaded) -> None:
    began = time.process_time()
    assert loading.load_all(DATA, by=None) == loading.Loaded(0, 0, 0)
    assert time.process_time() - began < 15


def test_what_a_person_withdrew_is_not_loaded_again(country: loading.Loaded) -> None:
    row = Succession.objects.filter(old__code="mic")[0]
    row.withdrawn_at = clock.now()
    row.save(update_fields=["withdrawn_at"])
    loading.load_all(DATA, by=None)
    assert Succession.objects.filter(old=row.old, new=row.new).count() == 1


def test_a_province_that_went_on_has_one_committee_and_two_codes(country: loading.Loaded) -> None:
    committee = Agency.objects.get(code="ubnd-cao-bang")
    assert (committee.first_day, committee.last_day) == (None, None)
    assert {place.list.code for place in committee.places.all()} == {"tinh-63", "tinh-34"}


def test_a_name_that_changed_while_the_place_went_on_is_dated(country: loading.Loaded) -> None:
    committee = Agency.objects.get(code="ubnd-hue")
    assert [name.name for name in committee.names.filter(form="full")] == [
        "Ủy ban nhân dân tỉnh Thừa Thiên Huế",
        "Ủy ban nhân dân thành phố Huế",
    ]


def test_border_facts_say_how_sure_they_are(country: loading.Loaded) -> None:
    communes = BorderFact.objects.filter(place__list__code="xa-tu-2025-07")
    assert communes.count() == 250
    assert communes.filter(confidence="confirmed").count() == 21
    assert all(fact.is_doubtful for fact in communes.exclude(confidence="confirmed"))
