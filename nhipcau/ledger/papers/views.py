"""The register of papers, one paper with its steps, and beginning another one."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from nhipcau.agencies.directory import upwards
from nhipcau.agencies.models import Agency
from nhipcau.agencies.people import agency_of, person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.models import Programme
from nhipcau.shell.access import requires

from . import actions, gaps, sides, turns, words
from .actions.signing import capacities_for
from .composing import drafted_symbol, edition_line
from .forms import (
    ArrivalForm,
    EditionForm,
    NewForm,
    ReasonForm,
    RecordForm,
    SendBackForm,
    SignatoryForm,
    VersionForm,
    kind_choices,
    read_receivers,
)
from .models import Outline, Paper
from .showing import history, pieces, places, seen_by
from .steps import Steps
from .values import Side

ROWS = 50


@requires("ledger.read_internal")
def paper_list(request: HttpRequest) -> HttpResponse:
    """Papers that this person may see, filtered; those that wait for the person on top."""
    user = person(request)
    found = Paper.objects.visible_to(user).for_page()
    kind, state = request.GET.get("loai", ""), request.GET.get("tinh-trang", "")
    slug, sought = request.GET.get("chuong-trinh", ""), request.GET.get("tu-khoa", "").strip()
    if kind:
        found = found.filter(kind=kind)
    if state in Paper.State.values:
        found = found.filter(state=state)
    if slug:
        found = found.filter(programme__slug=slug)
    if sought:
        found = found.filter(Q(title__icontains=sought) | Q(number__icontains=sought))
    page = Paginator(found, ROWS).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "rows": [(paper, words.status(paper), turns.waiting_for(paper)) for paper in page],
        "waiting": turns.waiting_on(user)[:ROWS],
        "kinds": kind_choices(),
        "states": Paper.State.choices,
        "programmes": Programme.objects.visible_to(user),
        "chosen": {"kind": kind, "state": state, "slug": slug, "sought": sought},
        "labels": dict(kind_choices()),
        "may_draft": user.may("papers.draft"),
    }
    return render(request, "papers/paper_list.html", context)


@requires("ledger.read_internal")
def paper_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One paper: whose turn it is, what may be done, its text, who said what."""
    return show(request, shown_paper(request, uuid))


@requires("papers.draft")
def new(request: HttpRequest) -> HttpResponse:
    """Begin a paper: the kind and what it is about; the address may say both already."""
    user = person(request)
    programmes = Programme.objects.visible_to(user).filter(state=Programme.State.PUBLISHED)
    issuers = Agency.objects.filter(pk__in=upwards(user.agencies())).prefetch_related("names")
    form = NewForm(
        request.POST or None, programmes=programmes, issuers=issuers, initial=_given(request)
    )
    if request.method == "POST" and form.is_valid():
        try:
            begun = _begin(request, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(begun)
    status = 422 if form.errors else 200
    return render(request, "papers/paper_new.html", {"form": form}, status=status)


def shown_paper(request: HttpRequest, uuid: UUID) -> Paper:
    """The paper, where this person may see it."""
    papers = Paper.objects.visible_to(person(request)).for_page()
    return get_object_or_404(papers, uuid=uuid)


def show(request: HttpRequest, paper: Paper, **said: Any) -> HttpResponse:
    """The page, with forms as they were sent where one was refused."""
    user = person(request)
    steps = Steps(paper, user)
    is_draft = paper.state == Paper.State.DRAFT
    sent = bool(paper.edition) and not is_draft
    left = gaps.of(paper) if steps.is_drafter and paper.is_open else []
    context = {
        "paper": paper,
        "status": words.status(paper),
        "turn": turns.waiting_for(paper),
        "steps": steps,
        "is_drafter": steps.is_drafter,
        "edition_line": edition_line(paper) if sent else "",
        "gaps": left,
        "gaps_total": sum(gap.count for gap in left),
        "places": places(paper) if steps.is_drafter and paper.is_open else (),
        "document": seen_by(paper, user),
        "history": history(paper),
        "editions": range(1, paper.edition + 1),
        "newer": paper.replaced_by.all(),
        "corrections": paper.corrected_by.all(),
        **_forms(paper, steps),
        **_signing(paper, steps),
        **_symbols(paper),
        **said,
    }
    context["record_form"].expect(context["drafted_symbol"])
    context["pieces"] = list(pieces(context["document"].blocks))
    return render(request, "papers/paper.html", context, status=422 if said else 200)


def _symbols(paper: Paper) -> dict[str, Any]:
    """The symbol of the draft, before it is recorded and where another one was."""
    if not (paper.is_out or paper.state == Paper.State.SUBMITTED):
        return {"drafted_symbol": ""}
    drafted, recorded = drafted_symbol(paper), paper.number.partition("/")[2]
    differs = bool(recorded and drafted and recorded != drafted)
    return {"drafted_symbol": drafted, "symbol_differs": differs}


def _forms(paper: Paper, steps: Steps) -> dict[str, Any]:
    """Empty forms for the steps that are open, and for arrivals."""
    version, edition = {"version": paper.version}, {"edition": paper.edition}
    arrives = paper.is_out and steps.is_concerned and steps.user.may("papers.record")
    own = upwards(steps.user.agencies())
    may_arrive = paper.is_out and steps.user.may("papers.record")
    return {
        "version_form": VersionForm(initial=version),
        "edition_form": EditionForm(initial=edition),
        "send_back_form": SendBackForm(initial=edition),
        "reason_form": ReasonForm(initial=version),
        "record_form": RecordForm(initial={**version, "issued_on": clock.today()}),
        "arrivals": [
            (
                row,
                ArrivalForm(auto_id=f"den-{row.pk}-%s", initial={"day": row.arrived_on})
                if arrives or (may_arrive and row.agency_id in own)
                else None,
            )
            for row in paper.recipients.all()
        ],
    }


def _signing(paper: Paper, steps: Steps) -> dict[str, Any]:
    """Who signs for each issuing side, and a form for those who may say so."""
    if paper.outline and paper.outline.signing:
        return {"signing": []}
    may = steps.user.may("papers.draft") and (paper.is_open or paper.state == Paper.State.SUBMITTED)
    own = {side.pk for side in steps.sides}
    rows = []
    for side in paper.sides.all():
        form = None
        if side.consents and may and (steps.is_drafter or side.pk in own):
            initial = {
                "version": paper.version,
                "side": side.pk,
                "capacity": str(side.signatory.uuid) if side.signatory else "",
            }
            found = capacities_for(side, on=clock.today())
            form = SignatoryForm(auto_id=f"ky-{side.pk}-%s", initial=initial, capacities=found)
        rows.append((side, form))
    return {"signing": rows}


def _given(request: HttpRequest) -> dict[str, object]:
    """What the address of the page says already."""
    said = request.GET
    return {
        "programme": said.get("chuong-trinh", ""),
        "kind": said.get("loai", ""),
        "issuer": said.get("ban-hanh") or agency_of(request).code,
        "title": said.get("trich-yeu", ""),
        "year": said.get("nam", clock.today().year),
        "addressees": "\n".join(said.getlist("kinh-gui")),
    }


def _begin(request: HttpRequest, form: NewForm) -> Paper:
    said, drafter = form.cleaned_data, agency_of(request)
    outline = Outline.objects.of(said["kind"], on=clock.today()).first()
    is_joint = outline is not None and outline.is_joint
    issuer = Side(said["issuer"], leads=True, numbers=True)
    return actions.begin(
        programme=said["programme"],
        kind=said["kind"],
        title=said["title"],
        drafted_by=drafter,
        sides=joint_sides(said["programme"], drafter) if is_joint else [issuer],
        recipients=read_receivers(said["addressees"], is_addressee=True),
        by=person(request),
        subject_values={"year": said["year"]},
    )


def joint_sides(programme: Programme, drafter: Agency) -> list[Side]:
    """The sides of a joint paper, led by the drafter's where it is one of them."""
    found = sides.of(programme, on=clock.today())
    own = upwards([drafter])
    leading = next((each for each in found if each.consents and each.agency.pk in own), None)
    if leading is None:
        return found
    return [
        Side(
            each.agency,
            each.party,
            leads=each is leading,
            consents=each.consents,
            numbers=each is leading,
            ground=each.ground,
        )
        for each in found
    ]
