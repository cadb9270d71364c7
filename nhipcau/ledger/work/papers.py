"""What the work asks of papers: the one place that calls the room below about documents."""

from nhipcau.agencies.models import User

from .models import Plan


def plan_changed(plan: Plan | None, *, by: User | None) -> None:
    """What a plan says has changed: consents to its paper that no longer hold are lifted."""


def begin_for(plan: Plan, *, by: User | None) -> None:
    """Begin the paper by which a plan is agreed and issued."""
