"""The worked year of the demonstration: lived once, marked as an example, and shown on its pages."""

import re
from collections.abc import Iterator
from datetime import date, datetime

import pytest
import time_machine
from django.apps import apps
from django.db.models import Q
from django.test import Client
from django.utils import timezone

from nhipcau.base.append_only import AppendOnly, breaks
from nhipcau.ledger.coverage.models import ProvinceAction
from nhipcau.ledger.evidence.models import Evidence, Indicator
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.programmes.models import PartyActor
from nhipcau.ledger.reports.models import Proposal, Report, Review
from nhipcau.ledger.work.models import Directive, Plan, Task
from nhipcau.modules.commendations.models import Emulation
from nhipcau.modules.correspondence.models import Dispatch
from nhipcau.modules.inspections.models import Inspection
from nhipcau.project import demo, loading
from nhipcau.project.demo.accounts import person

pytestmark = [pytest.mark.django_db, pytest.mark.machine]
TODAY = date(2026, 11, 22)
MARK = "ví dụ"
# Who looks at every page of the menu: the focal point, a province, a commune, a leader.
LOOKING = ("dau-moi", "tinh", "xa", "lanh-dao")
MARKED = (Plan, Task, Directive, Paper, Report, Review, ProvinceAction, Proposal,
          Emulation, Dispatch, Inspection)  # fmt: skip


@pytest.fixture
def lived(db: None) -> Iterator[None]:
    """The data of the project, the accounts and the year, on the last day of the example."""
    with time_machine.travel(_morning(TODAY), tick=True):
        loading.load(say=lambda line: None)
        demo.open_accounts("Mat-khau-vi-du-922")
        demo.live()
        yield


def test_the_year_is_lived_once_says_that_it_is_an_example_and_shows(lived: None) -> None:
    held = _counts()
    demo.live()
    assert _counts() == held

    for model in MARKED:
        rows = model._default_manager.all()
        assert rows.exists(), model
        assert not rows.filter(is_example=False).exists(), model
    assert all(MARK in each.said.summary for each in Evidence.objects.all())
    assert not Indicator.objects.exclude(name__contains=MARK).exists()
    assert not PartyActor.objects.exclude(document__contains=MARK).exists()

    for chained in _chained():
        assert breaks(chained, after=0, upto=10**6) == [], chained
        late = chained._default_manager.filter(recorded_at__date__gt=TODAY)
        assert not late.exists(), chained
    assert not Paper.objects.filter(issued_on__gt=TODAY).exists()
    assert not Evidence.objects.filter(Q(day__gt=TODAY) | Q(counted_on__gt=TODAY)).exists()

    for who in LOOKING:
        client = Client()
        client.force_login(person(who))
        for address in _menu(client):
            assert client.get(address, follow=True).status_code == 200, (who, address)


def _counts() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def _chained() -> list[type[AppendOnly]]:
    return [each for each in apps.get_models() if issubclass(each, AppendOnly)]


def _menu(client: Client) -> set[str]:
    """The addresses in the menu that this person is shown."""
    page = client.get("/", follow=True).content.decode()
    menus = "".join(re.findall(r"<nav.*?</nav>", page, re.DOTALL))
    found = set(re.findall(r'href="(/[^"#]*)"', menus))
    assert len(found) > 5, found
    return found


def _morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=timezone.get_default_timezone())
