"""A paper as a file, the signed file that was recorded, and the difference of two editions."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.text import slugify

from nhipcau.agencies.people import person
from nhipcau.language.fold import fold
from nhipcau.shell.access import requires
from nhipcau.standards import nd30

from .models import Paper
from .showing import difference as difference_of
from .showing import lines_of, seen_by
from .speaking import drafts
from .views import shown_paper

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@requires("ledger.read_internal")
def docx(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The paper as a Word file in the layout of Decree 30."""
    paper = shown_paper(request, uuid)
    content = nd30.to_docx(seen_by(paper, person(request)))
    return _file(paper, content, DOCX, "docx")


@requires("ledger.read_internal")
def pdf(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The same as PDF."""
    paper = shown_paper(request, uuid)
    content = nd30.to_pdf(seen_by(paper, person(request)))
    return _file(paper, content, "application/pdf", "pdf")


@requires("ledger.read_internal")
def signed_file(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """The signed file as it was recorded."""
    paper = shown_paper(request, uuid)
    if not paper.file:
        raise Http404
    return FileResponse(paper.file.open("rb"), as_attachment=True, filename=paper.file_name)


@requires("ledger.read_internal")
def difference(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What changed by word from one edition to another, or to the draft as it stands."""
    paper = shown_paper(request, uuid)
    may_see_draft = drafts(person(request), paper) and paper.state == Paper.State.DRAFT
    newest = None if may_see_draft else paper.edition or None
    before = _edition(request.GET.get("tu"), paper)
    after = _edition(request.GET.get("den"), paper) or newest
    if before is None:
        before = (after - 1 if after else paper.edition) or None
    old = lines_of(paper, before) if before else []
    new = lines_of(paper, after) if after or may_see_draft else []
    context = {
        "paper": paper,
        "before": before,
        "after": after,
        "editions": range(1, paper.edition + 1),
        "may_see_draft": may_see_draft,
        "is_redacted": old is None or new is None,
        "changes": difference_of(old or [], new or []),
    }
    return render(request, "papers/difference.html", context)


def _edition(said: str | None, paper: Paper) -> int | None:
    """An edition that there is; None for anything else."""
    number = int(said) if said and said.isdecimal() and len(said) < 6 else 0
    return number if 1 <= number <= paper.edition else None


def _file(paper: Paper, content: bytes, kind: str, ending: str) -> HttpResponse:
    name = slugify(fold(paper.number or paper.title))[:80].strip("-") or paper.kind
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
