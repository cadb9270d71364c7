"""The person of a request comes with the roles of today, in one question."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.http import HttpRequest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from nhipcau.agencies.factories import MembershipFactory, UserFactory
from nhipcau.agencies.models import Membership, User
from nhipcau.base import clock

pytestmark = pytest.mark.django_db


def of_session(client: Client) -> User | None:
    """Who the session's next request is from."""
    request = HttpRequest()
    request.session = client.session
    user = get_user(request)
    return user if isinstance(user, User) else None


def test_person_and_roles_are_one_question(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    role = MembershipFactory.create()
    MembershipFactory.create(user=role.user)
    client.force_login(role.user)
    with django_assert_num_queries(2):  # the session, the person
        user = of_session(client)
        assert user == role.user
        assert role in user.roles_today
        assert {each.user for each in user.roles_today} == {user}


def test_a_person_without_a_role_is_signed_in(client: Client) -> None:
    role: Membership = MembershipFactory.create()
    client.force_login(role.user)
    role.last_day = clock.today() - timedelta(days=1)
    role.first_day = role.last_day
    role.save()
    user = of_session(client)
    assert user == role.user
    assert user.roles_today == []


@pytest.mark.parametrize("with_role", [True, False])
def test_a_closed_account_is_nobody(client: Client, *, with_role: bool) -> None:
    user = UserFactory.create()
    if with_role:
        MembershipFactory.create(user=user)
    client.force_login(user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert of_session(client) is None
