"""The audit as a page for those who are entitled to read it; that they read it is noted too."""

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nhipcau.base import audit, clock
from nhipcau.base.models import AuditEvent
from nhipcau.registry.modules import registry
from nhipcau.shell.access import requires

from . import administration
from .audit_reading import PAGE, Asked, events, lines, months_before, ranges, read_query
from .models import Agency, User
from .people import person

READ = "agencies.audit_read"


@requires("agencies.audit")
def audit_page(request: HttpRequest) -> HttpResponse:
    """Events newest first, a page at a time; every name in them narrows the page to it."""
    reader = person(request)
    _note_reading(reader)
    asked = read_query(request.GET.dict())
    since = months_before(clock.today(), settings.AUDIT_MONTHS)
    systems = administration.system_of(administration.agencies_of(reader))
    found = list(
        events(systems=systems, since=since, asked=asked).select_related("words")[: PAGE + 1]
    )
    context = {
        "lines": lines(found[:PAGE]),
        "older": found[PAGE - 1].position if len(found) > PAGE else None,
        "asked": asked,
        "person": User.objects.filter(uuid=asked.person).first() if asked.person else None,
        "agency": Agency.objects.filter(uuid=asked.agency).first() if asked.agency else None,
        "verbs": sorted(registry.audit_verbs().values(), key=lambda verb: str(verb.label)),
        "verb": registry.audit_verbs().get(asked.verb),
        "ranges": ranges(clock.today()),
        "since": since,
        "is_narrowed": asked != Asked(before=asked.before),
    }
    return render(request, "audit/audit_page.html", context)


@transaction.atomic
def _note_reading(reader: User) -> None:
    """Once a day a reader: who looks at what others do is seen as well."""
    read_today = AuditEvent.objects.filter(
        target=reader.uuid, verb=READ, recorded_at__date=clock.today()
    )
    if not read_today.exists():
        audit.record(READ, by=reader, target=reader, acting_for=reader.acting_for)
