"""Writing a draft in place: one section at a time, and what stands around the text."""

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import is_partial, requires

from . import actions, filling
from .forms import HeadForm, SectionForm
from .models import Paper, PaperSection
from .policies import Stale
from .showing import place_of
from .steps import Steps
from .views import shown_paper


@requires("papers.draft")
def section(request: HttpRequest, uuid: UUID, key: str) -> HttpResponse:
    """Write one place; htmx puts the form in place of the words, and the words back."""
    paper = shown_paper(request, uuid)
    place = get_object_or_404(PaperSection, paper=paper, key=key)
    if request.method != "POST":
        if is_partial(request) and "xem" in request.GET:
            return _written(request, paper, place)
        return _form(request, paper, place, SectionForm.of(place))
    form = SectionForm(request.POST)
    if form.is_valid():
        try:
            place = actions.write_section(section=place, by=person(request), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return _refused(request, paper, place, form, refusal)
        return _written(request, paper, place)
    return _form(request, paper, place, form, status=422)


@requires("papers.draft")
def head(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Write what stands around the text, and to whom it goes."""
    paper = shown_paper(request, uuid)
    form = HeadForm(request.POST) if request.method == "POST" else HeadForm.of(paper)
    if request.method == "POST" and form.is_valid():
        try:
            _write_head(request, paper, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(paper)
    status = 422 if form.errors else 200
    return render(request, "papers/paper_head.html", {"paper": paper, "form": form}, status=status)


@transaction.atomic
def _write_head(request: HttpRequest, paper: Paper, form: HeadForm) -> None:
    by, version = person(request), form.cleaned_data["version"]
    written = actions.write_head(paper=paper, head=form.head(), version=version, by=by)
    actions.write_receivers(
        paper=written, receivers=form.recipients(), version=written.version, by=by
    )


def _refused(
    request: HttpRequest, paper: Paper, place: PaperSection, form: SectionForm, refusal: Refused
) -> HttpResponse:
    """Nothing typed is lost: the words stay in the form; what stands there now is shown below."""
    current = PaperSection.objects.get(pk=place.pk)
    if isinstance(refusal, Stale):
        # Saving again is a decision of the person, who now sees both.
        form.data = {**form.data.dict(), "version": str(current.version)}  # type: ignore[attr-defined]
    return _form(request, paper, current, form, status=422, is_stale=isinstance(refusal, Stale))


def _form(
    request: HttpRequest,
    paper: Paper,
    place: PaperSection,
    form: SectionForm,
    *,
    status: int = 200,
    is_stale: bool = False,
) -> HttpResponse:
    context = {"paper": paper, "place": place_of(place, {}), "form": form, "is_stale": is_stale}
    name = "papers/_section_form.html" if is_partial(request) else "papers/paper_section.html"
    return render(request, name, context, status=200 if is_partial(request) else status)


def _written(request: HttpRequest, paper: Paper, place: PaperSection) -> HttpResponse:
    if not is_partial(request):
        return redirect(f"{paper.get_absolute_url()}#muc-{place.key}")
    paper = shown_paper(request, paper.uuid)
    context = {
        "paper": paper,
        "place": place_of(place, filling.of(paper).blocks),
        "steps": Steps(paper, person(request)),
    }
    return render(request, "papers/_section.html", context)
