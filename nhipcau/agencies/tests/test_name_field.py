"""The field for an agency's name where one stands in it already."""

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from nhipcau.agencies import directory
from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.models import Agency
from nhipcau.agencies.name_field import AgencyNameField

pytestmark = pytest.mark.django_db


@pytest.fixture
def culture() -> Agency:
    return AgencyFactory.create(name="Sở Văn hóa và Thể thao", code="so-vh")


@pytest.fixture
def other() -> Agency:
    return AgencyFactory.create(name="Sở Nội vụ", code="so-nv")


@pytest.fixture
def field(culture: Agency) -> AgencyNameField:
    field = AgencyNameField()
    field.stands(culture, directory.current())
    return field


def test_a_name_or_code_that_stays_is_not_looked_up(
    field: AgencyNameField, culture: Agency, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert field.clean("Sở Văn hóa và Thể thao") is culture
        assert field.clean("so-vh") is culture


def test_another_name_is(field: AgencyNameField, culture: Agency, other: Agency) -> None:
    assert field.clean("Sở Nội vụ") == other
    assert field.clean("Sở Văn hóa và Thể thao (so-nv)") == other
    assert field.clean("sở văn hóa và thể thao") == culture


def test_a_name_of_two_means_neither(culture: Agency) -> None:
    ministry = AgencyFactory.create()
    AgencyFactory.create(name="Sở Văn hóa và Thể thao", code="so-vh-2", parent=ministry)
    field = AgencyNameField(required=False)
    field.stands(culture, directory.current())
    with pytest.raises(ValidationError, match="có nhiều cơ quan mang"):
        field.clean("Sở Văn hóa và Thể thao")
    assert field.clean("") is None
