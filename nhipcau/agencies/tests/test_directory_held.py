"""The directory is held in memory: read once, and anew after whatever changed it."""

from contextlib import suppress

import pytest
from django.db import connection, transaction
from pytest_django import DjangoAssertNumQueries

from nhipcau.agencies import directory
from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.models import Agency, AgencyName
from nhipcau.base.jobs import settle_changes
from nhipcau.base.models import Change


class Undone(Exception):
    """Takes a transaction back."""


@pytest.fixture
def department(db: None) -> Agency:
    return AgencyFactory.create(name="Sở Văn hóa và Thể thao")


@pytest.mark.django_db
def test_what_stands_is_read_once(
    department: Agency, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = directory.current()
    with django_assert_num_queries(1):
        assert directory.current() is first


@pytest.mark.django_db
def test_every_kind_of_writing_is_noticed(department: Agency) -> None:
    ministry = AgencyFactory.create()
    Agency.objects.filter(pk=department.pk).update(parent=ministry)
    assert directory.current().upwards([department.pk]) == {department.pk, ministry.pk}
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE agencies_agencyname SET name = 'Sở mới' WHERE agency_id = %s", [department.pk]
        )
    assert directory.current().short_names[department.pk] == "Sở mới"
    AgencyName.objects.filter(agency=department).delete()
    assert department.pk not in directory.current().short_names


@pytest.mark.django_db
def test_what_was_taken_back_is_forgotten(department: Agency) -> None:
    """Also where as many other writings follow: a count alone would not tell them apart."""
    for name in ("Sở một", "Sở hai", "Sở ba"):
        with suppress(Undone), transaction.atomic():
            AgencyName.objects.filter(agency=department).update(name=name)
            assert directory.current().short_names[department.pk] == name
            raise Undone
        assert directory.current().short_names[department.pk] == "Sở Văn hóa và Thể thao"


@pytest.mark.django_db
def test_settling_leaves_one_change_and_what_stands(department: Agency) -> None:
    before = directory.current()
    settle_changes(0)
    assert Change.objects.filter(name="agencies").count() == 1
    assert directory.current() == before
