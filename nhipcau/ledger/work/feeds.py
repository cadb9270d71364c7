"""A person's deadlines as a calendar behind a secret address, which can be taken back."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from icalendar import Calendar, Event

from nhipcau.agencies.models import User
from nhipcau.base import audit, clock

from . import worklist
from .models import CalendarFeed

PRODUCT = "-//Nhip Cau//Viec cho xu ly//VI"


@transaction.atomic
def make(*, user: User) -> str:
    """A new secret for a person; the one before ends. It is returned once and kept nowhere."""
    take_back(user=user)
    secret = secrets.token_urlsafe(32)
    feed = CalendarFeed.objects.create(user=user, secret_hash=_hash(secret))
    audit.record("ledger.calendar_made", by=user, target=feed)
    return secret


@transaction.atomic
def take_back(*, user: User) -> None:
    """End the address at once; a calendar that still asks gets nothing."""
    for feed in CalendarFeed.objects.select_for_update().filter(user=user, revoked_at=None):
        feed.revoked_at = clock.now()
        feed.save(update_fields=["revoked_at"])
        audit.record("ledger.calendar_taken_back", by=user, target=feed)


def held_by(user: User) -> CalendarFeed | None:
    """The open feed of a person."""
    return CalendarFeed.objects.filter(user=user, revoked_at=None).first()


def whose(secret: str) -> User | None:
    """The person whose calendar a secret opens; nobody's once it was taken back."""
    feed = (
        CalendarFeed.objects.filter(secret_hash=_hash(secret), revoked_at=None)
        .select_related("user")
        .first()
    )
    return feed.user if feed is not None and feed.user.is_active else None


def calendar(user: User, *, root: str) -> bytes:
    """What waits and has a day, as RFC 5545: codes and kinds, without the words of papers."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "Nhịp Cầu")
    for item in worklist.items(user, clock.today()):
        if item.due is not None:
            made.add_component(_event(item, root))
    written: bytes = made.to_ical()
    return written


def _event(item: worklist.Item, root: str) -> Event:
    assert item.due is not None  # noqa: S101  only what has a day comes here
    event = Event()
    event.add("uid", f"{item.uid}@nhipcau")
    event.add("dtstamp", clock.now())
    event.add("dtstart", item.due)
    event.add("dtend", item.due + timedelta(days=1))
    event.add("summary", " ".join(filter(None, (item.note, item.kind))))
    event.add("url", f"{root}{item.address}")
    event.add("transp", "TRANSPARENT")
    return event


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
