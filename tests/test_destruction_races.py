"""An edit that is saved while a destruction is confirmed does not bring the words back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from nhipcau.agencies.factories import person_with
from nhipcau.agencies.roles import Role
from nhipcau.base.models import Redaction
from nhipcau.ledger.evidence import actions as evidence
from nhipcau.ledger.papers import actions as papers
from nhipcau.ledger.papers.tests.test_racing import race
from nhipcau.ledger.papers.tests.two_sides import two_sides
from nhipcau.ledger.reports import sending
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.tests.conftest import make_scene
from nhipcau.ledger.testing import PlanFactory, TaskFactory, periods_of
from nhipcau.ledger.work.actions import tasks
from nhipcau.shell.destruction import actions
from nhipcau.shell.destruction.subjects import find

from .test_destruction import MATTER, REASON, SECRET, places_with

pytestmark = [pytest.mark.machine, pytest.mark.django_db(transaction=True)]
Begun = tuple[object, Callable[[], object]]


def of_a_task() -> Begun:
    """A task, and a person who writes the words again into another field."""
    task = TaskFactory.create(plan=PlanFactory.create(), title=MATTER)
    edited = replace(tasks.TaskChange.of(task), title=f"{MATTER} (sửa)", target=MATTER)
    return task, lambda: tasks.change(task=task, version=task.version, to=edited, by=None)


def of_a_paper() -> Begun:
    """A paper, and a person who writes the words again into one of its sections."""
    both = two_sides()
    paper = both.plan()
    section = paper.sections.get(key="purpose-1")
    return paper, lambda: papers.write_section(
        section=section, words=MATTER, version=section.version, by=both.officer
    )


def of_a_quarter() -> Begun:
    """A commune's page, sent a second time."""
    task = TaskFactory.create(plan=PlanFactory.create())
    quarter = periods_of(task.programme, 2025)["quarter-2"]
    said = evidence.Quarter(MATTER, difficulties=MATTER)
    send = partial(
        evidence.send_quarter, period=quarter, agency=task.lead, place=None, said=said, by=None
    )
    page = send()
    return page, lambda: send(version=page.version)


def of_a_report() -> Begun:
    """A task that a report tells of, and its leader who sends that report."""
    scene = make_scene()
    task = scene.task(1, title=MATTER, state="done", done_on=date(2025, 9, 1))
    report = scene.report()
    draft(report=report)
    report.refresh_from_db()
    return task, lambda: sending.send(report=report, version=report.version, by=scene.leader)


def of_an_edition() -> Begun:
    """A task of a plan, and the officer who asks the other side what it thinks of the text."""
    both = two_sides()
    paper = both.plan()
    task = TaskFactory.create(
        plan=PlanFactory.create(programme=both.programme, paper=paper), title=MATTER
    )
    return task, lambda: papers.ask_opinion(paper=paper, version=paper.version, by=both.officer)


@pytest.mark.parametrize("begin", [of_a_task, of_a_paper, of_a_quarter, of_a_report, of_an_edition])
@pytest.mark.parametrize("edits_first", [True, False])
def test_whoever_comes_first_the_words_are_gone(
    begin: Callable[[], Begun], edits_first: bool
) -> None:
    one, two = person_with(Role.ADMINISTRATOR), person_with(Role.AUDITOR)
    row, edit = begin()
    subject = find(row._meta.label_lower, row.uuid)  # type: ignore[attr-defined]
    assert subject
    held = actions.propose(subject=subject, ground=Redaction.Ground.SECRET, reason=REASON, by=one)
    confirm = partial(actions.confirm, destruction=held, by=two)
    said = race(*((edit, confirm) if edits_first else (confirm, edit)))
    assert sum(map(bool, said)) <= 1  # the destruction goes through, the edit perhaps
    held.refresh_from_db()
    assert held.state == "done"
    assert list(places_with(SECRET)) == []
