"""Sơ kết and tổng kết: begun, held, concluded; and one's own notes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import agency_of, person
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import Directive
from nhipcau.shell.access import requires

from . import final_papers, review_papers, reviewing
from .forms import ConclusionForm, ConferenceForm, NoteForm, ReviewForm
from .models import Conference, PrivateNote, Review
from .models.report import own_agencies


@requires("ledger.read_internal")
def review_list(request: HttpRequest) -> HttpResponse:
    """The reviews of programmes that one may read; the focal point begins one."""
    programmes = Programme.objects.visible_to(request.user)
    form = ReviewForm(request.POST or None, programmes=programmes)
    if request.method == "POST" and not person(request).may("reports.receive"):
        messages.error(request, _("Chưa lập được: chỉ cán bộ đầu mối lập kỳ sơ kết, tổng kết."))
        return redirect("ledger:annual-reviews")
    if request.method == "POST" and form.is_valid():
        try:
            review = reviewing.begin(
                **form.cleaned_data, lead=agency_of(request), by=person(request)
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(review)
    rows = Review.objects.filter(programme__in=programmes).select_related("programme", "lead")
    context = {
        "rows": rows.prefetch_related("lead__names"),
        "form": form,
        "may_begin": person(request).may("reports.receive"),
    }
    status = 422 if form.errors else 200
    return render(request, "reports/review_list.html", context, status=status)


@requires("ledger.read_internal")
def review_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One review: conference, report, conclusions; private notes of one's own side only."""
    review = shown_review(request, uuid)
    return _page(request, review)


@require_POST
@requires("reports.receive")
def hold(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Set the conference."""
    review = shown_review(request, uuid)
    form = ConferenceForm(request.POST)
    if form.is_valid():
        try:
            reviewing.hold(
                review=review, meeting=form.meeting(), agenda=form.cleaned_data["agenda"],
                by=person(request),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi hội nghị."))
            return redirect(review)
    return _page(request, review, conference_form=form)


@require_POST
@requires("reports.receive")
def invite(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin the invitation."""
    review = shown_review(request, uuid)
    conference = get_object_or_404(Conference, review=review)
    try:
        return redirect(reviewing.invite(conference=conference, by=person(request)))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(review)


@require_POST
@requires("reports.receive")
def paper(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin the report of a final review."""
    review = shown_review(request, uuid)
    try:
        return redirect(final_papers.begin_paper(review=review, by=person(request)))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(review)


@require_POST
@requires("reports.receive")
def conclude(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Add a conclusion; the notice begins with the first."""
    review = shown_review(request, uuid)
    form = ConclusionForm(request.POST, auto_id="ket-luan-%s")
    if form.is_valid():
        conclusion = reviewing.Conclusion(**form.cleaned_data)
        try:
            reviewing.conclude(review=review, conclusions=[conclusion], by=person(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi kết luận thành nguồn nhiệm vụ."))
            return redirect(review)
    return _page(request, review, conclusion_form=form)


@require_POST
@requires("reports.write")
def note(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Keep a note of one's own side."""
    review = shown_review(request, uuid)
    form = NoteForm(request.POST, auto_id="ghi-chu-%s")
    if form.is_valid():
        try:
            reviewing.note(
                review=review, agency=agency_of(request), words=form.cleaned_data["words"],
                by=person(request),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(review)
    return _page(request, review, note_form=form)


@requires("ledger.read_internal")
def calendar(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The conference as a calendar file."""
    conference = get_object_or_404(Conference, review=shown_review(request, uuid))
    headers = {"Content-Disposition": 'attachment; filename="hoi-nghi.ics"'}
    return HttpResponse(
        review_papers.calendar(conference), content_type="text/calendar", headers=headers
    )


def shown_review(request: HttpRequest, uuid: UUID) -> Review:
    """The review, where this person may read its programme."""
    programmes = Programme.objects.visible_to(request.user)
    reviews = Review.objects.filter(programme__in=programmes)
    related = ("programme", "lead", "report__period", "conclusion", "paper")
    return get_object_or_404(reviews.select_related(*related), uuid=uuid)


def _page(request: HttpRequest, review: Review, **said: object) -> HttpResponse:
    user = person(request)
    conference = Conference.objects.filter(review=review).prefetch_related("agenda").first()
    conclusions = Directive.objects.filter(paper=review.conclusion, kind="conclusion")
    context = {
        "review": review,
        "conference": conference,
        "conclusions": conclusions.select_related("agency") if review.conclusion else [],
        "notes": PrivateNote.objects.visible_to(user).filter(review=review),
        "years": final_papers.over_all(review) if review.kind == "final" else [],
        "leads": review.lead_id in own_agencies(user) and user.may("reports.receive"),
        "may_note": user.may("reports.write"),
        "conference_form": ConferenceForm(),
        "conclusion_form": ConclusionForm(auto_id="ket-luan-%s"),
        "note_form": NoteForm(auto_id="ghi-chu-%s"),
        **said,
    }
    return render(request, "reports/review.html", context, status=422 if said else 200)
