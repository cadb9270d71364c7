"""Pages of reports: those one owes or gathers, one report with its lines, and the records behind."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.papers.speaking import drafts
from nhipcau.shell.access import requires

from . import consolidating, parties, policies, since, words
from .drafting import draft
from .forms import DocxForm, NumberForm, OwnLineForm, ProposalForm, ReplaceForm, ReturnForm
from .models import Report, ReportLine, ReportSection
from .models.report import own_agencies
from .numbers import given_numbers, table_of_numbers
from .opening import open_due
from .records import records_of
from .returning import Returned, returned
from .scope import scope_of


@requires("ledger.read_internal")
def report_list(request: HttpRequest) -> HttpResponse:
    """The reports that one may see, the latest period first; what is owed is made beforehand."""
    user = person(request)
    if user.may("reports.write"):
        open_due(on=clock.today())
    year = request.GET.get("nam", "")
    reports = Report.objects.visible_to(user).for_list()
    if year.isdecimal():
        reports = reports.filter(period__year=int(year))
    own = own_agencies(user)
    rows = [(each, words.status(each), each.agency_id in own) for each in reports[:300]]
    context = {"rows": rows, "year": year}
    return render(request, "reports/report_list.html", context)


@requires("ledger.read_internal")
def report_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One report: while it is written the draft is renewed from the records."""
    report = shown(request, uuid)
    # What opinion was asked on does not move by being looked at.
    waits = report.paper is not None and report.paper.state != Paper.State.DRAFT
    if report.is_writable and not waits and is_own(request, report):
        draft(report=report)
    return page(request, report)


@requires("ledger.read_internal")
def records_page(request: HttpRequest, uuid: UUID, key: str) -> HttpResponse:
    """The records that a sentence rests on."""
    report = shown(request, uuid)
    line = get_object_or_404(ReportLine, section__report=report, key=key)
    found = records_of(scope_of(report), key)
    context = {
        "report": report,
        "line": line,
        "tasks": found.tasks.select_related("lead", "provision").prefetch_related("lead__names")[
            :500
        ],
        "evidence": found.evidence.with_row()[:500],
        "money": found.money.select_related("owner").prefetch_related("owner__names")[:500],
        "directives": found.directives[:500],
        "proposals": found.proposals[:500],
        "below": found.reports.for_list(),
        "actions": found.actions.select_related("place").prefetch_related("place__names")[:500],
    }
    return render(request, "reports/records.html", context)


def shown(request: HttpRequest, uuid: UUID) -> Report:
    """The report, where this person may read it."""
    reports = Report.objects.visible_to(request.user).for_list().select_related("above__agency")
    return get_object_or_404(reports, uuid=uuid)


def is_own(request: HttpRequest, report: Report) -> bool:
    """Whether the person acts for the unit whose report it is."""
    own = own_agencies(person(request))
    return report.agency_id in own or report.agency.parent_id in own


def page(request: HttpRequest, report: Report, **said: Any) -> HttpResponse:
    """The page, with forms as they were sent where one was refused."""
    moved = [] if report.is_writable else since.moved_since(report)
    back = returned(report)
    context = {
        "report": report,
        "whose": parties.name_of(report),
        "side": parties.side_of(report),
        "status": words.status(report),
        "timeliness": words.timeliness(report),
        "completeness": words.completeness(report),
        "sections": _sections(report, back),
        "back": back,
        "corrections": words.corrections(report),
        "held": table_of_numbers(report) if report.is_writable else given_numbers(report),
        "moves": report.moves.prefetch_related("words"),
        "below": consolidating.below_of(report),
        "proposals": report.proposals.select_related("to_agency"),
        "proposal_form": ProposalForm(),
        "docx_form": DocxForm(),
        "moved": moved,
        "moved_sentence": since.sentence(report, moved) if not report.is_writable else "",
        "own_line": OwnLineForm(),
        "number_form": NumberForm(),
        **rights(request, report),
        **said,
    }
    return render(request, "reports/report.html", context, status=422 if said else 200)


def _sections(report: Report, back: Returned | None) -> list[tuple[ReportSection, bool, bool]]:
    """Each section with whether it was returned, and whether it stays shut meanwhile."""
    rows = report.sections.prefetch_related("lines")
    if back is None:
        return [(each, False, False) for each in rows]
    return [(each, each.key in back.sections, back.locks(each)) for each in rows]


def rights(request: HttpRequest, report: Report) -> dict[str, Any]:
    """What the page may offer to this person."""
    user = person(request)
    mine = is_own(request, report)
    receives = report.above is not None and report.above.agency_id in own_agencies(user)
    state = Report.State
    sections = [(each.key, str(each)) for each in report.sections.all() if each.title]
    version = {"version": report.version}
    may_receive = receives and user.may("reports.receive")
    sends = mine and report.is_writable and user.may("reports.send")
    early = clock.today() < policies.sent_from(report)
    return {
        "may_write": mine and report.is_writable and user.may("reports.write"),
        "may_paper": mine and report.is_writable and user.may("papers.draft"),
        "may_correct": report.paper is not None
        and report.paper.state == Paper.State.ISSUED
        and user.may("papers.draft")
        and drafts(user, report.paper),
        "may_send": sends and not early,
        "sent_from": policies.sent_from(report) if sends and early else None,
        "may_receive": may_receive and report.state == state.SENT,
        "may_return": may_receive and report.state in {state.SENT, state.RECEIVED},
        "may_consolidate": may_receive and report.state == state.RECEIVED,
        "may_replace": mine and report.is_there and user.may("reports.send"),
        "return_form": ReturnForm(initial=version, sections=sections),
        "replace_form": ReplaceForm(initial=version),
    }
