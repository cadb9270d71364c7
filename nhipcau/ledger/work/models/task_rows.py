"""Tasks as rows: which ones a person may see, and the questions that lists ask."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import connection, models
from django.db.models import F, Q

from nhipcau.agencies.models import Agency
from nhipcau.base.while_reading import once
from nhipcau.ledger.work import houses

from .plan import Plan, plans_read_by

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.agencies.models import User


# Tasks outside plans that are near a person. Every list asks this first: written out, it need not
# be composed each time.
_OUTSIDE = """
    SELECT task.id FROM work_task task
    LEFT JOIN work_directive directive ON directive.id = task.directive_id
    WHERE task.plan_id IS NULL AND (
        task.lead_id = ANY(%(near)s) OR task.asked_by_id = ANY(%(near)s)
        OR task.officer_id = %(person)s
        OR directive.agency_id = ANY(%(near)s) OR directive.kind = 'conclusion'
        OR EXISTS (
            SELECT FROM work_taskpart part
            WHERE part.task_id = task.id AND part.agency_id = ANY(%(near)s)
        )
    )
"""
OPEN = ("not_started", "ongoing", "awaiting")
WAITING = ("not_started", "ongoing")


class TaskQuerySet(models.QuerySet["Task"]):  # type: ignore[name-defined]  # stands below it
    def visible_to(self, user: "User | AnonymousUser") -> "TaskQuerySet":
        """Those of plans that a person may read, and those outside plans that are near.

        What a joint conclusion asks for is everybody's inside; another directive concerns whom it
        names, those above and those below.
        """
        if not user.is_authenticated or not user.may("ledger.read_internal"):
            return self.none()
        return self.within(plans_read_by(user), user)

    def within(self, plans: list[int], user: "User") -> "TaskQuerySet":
        """The same for who knows already which plans the person may read.

        What is outside plans is read first: a list then finds its pages in the index alone.
        """
        keys = self.outside_plans(user)
        return self.filter(Q(plan__in=plans) | Q(pk__in=keys) if keys else Q(plan__in=plans))

    def within_apart(self, plans: list[int], user: "User") -> "list[TaskQuerySet]":
        """The same in parts without a task in common, so that an index counts the plans' alone."""
        keys = self.outside_plans(user)
        return [self.filter(plan__in=plans), *([self.filter(pk__in=keys)] if keys else [])]

    def of_plan(self, plan: Plan) -> "TaskQuerySet":
        return self.filter(plan=plan)

    def led_by(self, agency: Agency) -> "TaskQuerySet":
        return self.filter(lead=agency)

    def led_in(self, agencies: Iterable[int]) -> "TaskQuerySet":
        return self.filter(lead__in=list(agencies))

    def open(self) -> "TaskQuerySet":
        """Neither done nor paused nor taken out."""
        return self.filter(state__in=OPEN)

    def overdue(self, *, on: date) -> "TaskQuerySet":
        """Whose day has passed; what waits for confirmation is with the asker."""
        return self.filter(state__in=WAITING, due__lt=on)

    def not_late(self, *, on: date) -> "TaskQuerySet":
        """All but those that are overdue, or were done after their day."""
        late = Q(state__in=WAITING, due__lt=on) | Q(state="done", due__lt=F("done_on"))
        return self.exclude(late)

    def with_row(self) -> "TaskQuerySet":
        """With everything that a row of a table shows, in a fixed number of queries."""
        return self.select_related("programme", "plan", "provision").prefetch_related(
            "lead__names", "place__names", "parts__agency__names"
        )

    def with_page(self) -> "TaskQuerySet":
        """With what the page of one shows."""
        return self.with_row().select_related(
            "plan__paper__drafted_by", "plan__agency", "directive", "parent", "asked_by", "officer"
        )

    def outside_plans(self, user: "User") -> list[int]:
        """The keys of all tasks outside plans that are near a person."""
        return once(("tasks outside plans", *user.acts_as), lambda: self._asked_outside(user))

    def _asked_outside(self, user: "User") -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute(_OUTSIDE, {"near": sorted(houses.near(user)), "person": user.pk})
            return [key for (key,) in cursor.fetchall()]
