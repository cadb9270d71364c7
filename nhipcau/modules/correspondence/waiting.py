"""What waits for whom: to acknowledge, to answer, to hear from others."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet

from nhipcau.agencies.bodies import bodies_of
from nhipcau.agencies.models import User

from .models import Dispatch, Receipt

MOST = 50


@dataclass(frozen=True, slots=True)
class Due:
    """A dispatch that asks for an answer, and how it stands to its day."""

    dispatch: Dispatch
    days_over: int
    days_left: int | None


def to_acknowledge(user: User) -> list[Receipt]:
    """Receipts of the person's bodies that nobody has confirmed, the oldest first."""
    found = Receipt.objects.filter(
        agency__in=bodies_of(user),
        progress=Receipt.Progress.SENT,
        dispatch__state=Dispatch.State.STANDING,
    ).select_related("dispatch__sender")
    return list(found.prefetch_related("dispatch__sender__names").order_by(
        "dispatch__issued_on", "id"
    )[:MOST])  # fmt: skip


def to_answer(user: User, *, on: date) -> list[Due]:
    """Requests to the person's bodies without an answer, the nearest day first.

    Only the own side is told that it is late; who asked sees the day and that no answer came.
    """
    found = _open_requests().filter(receipts__agency__in=bodies_of(user)).distinct()
    return [
        Due(each, each.days_over(on), (each.due - on).days if each.due else None)
        for each in found.order_by(F("due").asc(nulls_last=True), "issued_on")[:MOST]
    ]


def unanswered(user: User) -> list[Dispatch]:
    """Requests of the person's bodies that nobody has answered yet."""
    found = _open_requests().filter(sender__in=bodies_of(user))
    return list(found.order_by(F("due").asc(nulls_last=True), "issued_on")[:MOST])


def _open_requests() -> QuerySet[Dispatch]:
    answers = Dispatch.objects.standing().filter(answers=OuterRef("pk"))
    asked = Dispatch.objects.standing().filter(
        ~Exists(answers), purpose=Dispatch.Purpose.REQUEST, matter__is_closed=False
    )
    return asked.select_related("sender").prefetch_related(
        "sender__names", "receipts", "answered_by"
    )
