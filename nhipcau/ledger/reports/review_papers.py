"""What invitations and conclusion notices say of a review, and the calendar entry that goes along."""

from datetime import timedelta

from django.utils import timezone
from icalendar import Calendar, Event

from nhipcau.base import clock
from nhipcau.language.dates import say, write_figures
from nhipcau.ledger.papers import filling
from nhipcau.ledger.papers.filling import Filling
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.work.models import Directive
from nhipcau.standards.nd30.document import Annex, Cell, Prose, Table

from .models import Conference
from .reviewing import concluded


def invitation(paper: Paper) -> Filling:
    """Time, place, chair and the agenda as an annex."""
    conference = Conference.objects.filter(invitation=paper).prefetch_related("agenda").first()
    if conference is None:
        return Filling()
    start = timezone.localtime(conference.starts_at)
    lines = [
        f"Thời gian: {start:%H} giờ {start:%M}, {say(start.date())}.",
        f"Địa điểm: {conference.venue}.",
        f"Chủ trì: {conference.chair}.",
    ]
    lines += (
        [f"Thành phần: {'; '.join(conference.participants.splitlines())}."]
        if (conference.participants.strip())
        else []
    )
    blocks = tuple(Prose(line) for line in lines)
    return Filling({"agenda": blocks}, _agenda(conference))


def _agenda(conference: Conference) -> tuple[Annex, ...]:
    items = list(conference.agenda.all())
    if not items:
        return ()
    at = timezone.localtime(conference.starts_at)
    rows = []
    for item in items:
        until = at + timedelta(minutes=item.minutes)
        hours = f"{at:%H} giờ {at:%M} - {until:%H} giờ {until:%M}"
        rows.append((Cell(hours), Cell(item.words), Cell(item.presenter)))
        at = until
    head = ("Thời gian", "Nội dung", "Người thực hiện")
    return (Annex("Chương trình Hội nghị", (Table(head, tuple(rows), (0.25, 0.45, 0.3)),)),)


def conclusions(paper: Paper) -> Filling:
    """Who does what by when, numbered."""
    rows = Directive.objects.filter(paper=paper, kind=Directive.Kind.CONCLUSION).order_by("pk")
    blocks = []
    for number, row in enumerate(
        rows.select_related("agency").prefetch_related("agency__names"), 1
    ):
        due = f"; hoàn thành trước ngày {write_figures(row.due)}" if row.due else ""
        name = row.agency.name_on(row.issued_on)
        words = row.summary.rstrip(" .;")
        blocks.append(Prose(f"{number}. {name} chủ trì: {words}{due}."))
    return Filling({"conclusions": tuple(blocks)})


def calendar(conference: Conference) -> bytes:
    """The conference as iCalendar (RFC 5545); a change raises SEQUENCE."""
    review = conference.review
    entry = Event()
    entry.add("uid", f"{conference.uuid}@nhipcau")
    entry.add("dtstamp", clock.now())
    entry.add("dtstart", conference.starts_at)
    entry.add("dtend", conference.ends_at)
    entry.add("summary", f"Hội nghị {review} {review.programme}")
    entry.add("location", conference.venue)
    entry.add("sequence", conference.sequence)
    agenda = [f"{item.minutes} phút: {item.words}" for item in conference.agenda.all()]
    entry.add("description", "\n".join([f"Chủ trì: {conference.chair}", *agenda]))
    held = Calendar()
    held.add("prodid", "-//Nhip Cau//VN")
    held.add("version", "2.0")
    held.add("method", "PUBLISH")
    held.add_component(entry)
    return bytes(held.to_ical())


def provide() -> None:
    """Join the papers: called once, when the application is ready."""
    filling.provide("invitation", invitation)
    filling.provide("conclusion-notice", conclusions)
    filling.after_recording("conclusion-notice", concluded)
