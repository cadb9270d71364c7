"""Pages of the daily line: matters, a thread, one dispatch, recording and acknowledging."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.bodies import bodies_of
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.people import agency_of, person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import actions, correcting, policies, waiting
from .beginning import begun, suggested_agencies
from .finding import held_under
from .forms import ArrivalForm, CorrectionForm, ProgressForm, ReasonForm, RecordForm, VersionForm
from .models import Dispatch, DispatchFile, Matter, Receipt

TO_READ, TO_RECORD = "correspondence.read", "correspondence.record"
ROWS = 30


@requires("correspondence.read")
def matters(request: HttpRequest) -> HttpResponse:
    """What waits for this person's bodies, and the matters, the newest first."""
    user = person(request)
    is_closed = request.GET.get("trang-thai") == "da-ket-thuc"
    seen = Matter.objects.visible_to(user)
    shown = Matter.objects.filter(pk__in=seen.values("pk"), is_closed=is_closed)
    rows = shown.annotate(
        count=Count("dispatches"), last_day=Max("dispatches__issued_on")
    ).select_related("programme", "provision").order_by("-last_day", "-id")  # fmt: skip
    context = {
        "page": Paginator(rows, ROWS).get_page(request.GET.get("trang")),
        "is_closed": is_closed,
        "to_acknowledge": waiting.to_acknowledge(user),
        "to_answer": waiting.to_answer(user, on=clock.today()),
        "unanswered": waiting.unanswered(user),
        "may_record": user.may(TO_RECORD),
    }
    return render(request, "correspondence/matters.html", context)


@requires("correspondence.read")
def matter(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The thread of one matter, as far as this person may see it."""
    user = person(request)
    held = get_object_or_404(Matter.objects.visible_to(user), uuid=uuid)
    seen = Dispatch.objects.visible_to(user).filter(matter=held)
    thread = Dispatch.objects.filter(pk__in=seen.values("pk")).for_page()
    context = {
        "matter": held,
        "thread": thread,
        "may_record": user.may(TO_RECORD),
        "waits": any(each.waits() for each in thread),
    }
    return render(request, "correspondence/matter.html", context)


@require_POST
@requires("correspondence.record")
def close(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Close a matter, or open it again."""
    user = person(request)
    held = get_object_or_404(Matter.objects.visible_to(user), uuid=uuid)
    is_closed = "mo-lai" not in request.POST
    actions.close(matter=held, is_closed=is_closed, by=user, acting_for=agency_of(request))
    messages.success(request, _("Đã kết thúc vụ việc.") if is_closed else _("Đã mở lại vụ việc."))
    return redirect(held)


@requires("correspondence.record")
def record(request: HttpRequest) -> HttpResponse:
    """Record a dispatch: what stands on the document, its files, where it belongs."""
    user = person(request)
    form = RecordForm(
        request.POST or None,
        request.FILES or None,
        user=user,
        initial=begun(request, user),
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.record(
                facts=form.facts(),
                into=form.into(),
                files=form.enclosed(),
                by=user,
                acting_for=agency_of(request),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi nhận văn bản số %s.") % made.number)
            return redirect(made)
    pasted = request.GET.get("so", "")[:300]
    context = {
        "form": form,
        "agencies": suggested_agencies(user),
        "pasted": pasted,
        "held": held_under(pasted, user) if pasted else [],
    }
    status = 422 if form.errors else 200
    return render(request, "correspondence/record.html", context, status=status)


@requires("correspondence.read")
def dispatch(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One dispatch: what stands on it, where it is, what happened."""
    return _page(request, shown(request, uuid))


@requires("correspondence.record")
def correct(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Mend what was written down of a dispatch; what stood before stays among the events."""
    held = shown(request, uuid)
    form = CorrectionForm(request.POST or None, initial=CorrectionForm.of(held))
    if request.method == "POST" and form.is_valid():
        try:
            correcting.correct(
                dispatch=held,
                version=form.cleaned_data["version"],
                said=form.said(),
                by=person(request),
                acting_for=agency_of(request),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, _("Đã sửa; thông tin trước khi sửa được giữ trong diễn biến.")
            )
            return redirect(held)
    status = 422 if form.errors else 200
    context = {"dispatch": held, "form": form}
    return render(request, "correspondence/correct.html", context, status=status)


@require_POST
@requires("correspondence.record")
def acknowledge(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Record number and day of arrival at a receiver of ours."""
    receipt = shown_receipt(request, uuid)
    form = ArrivalForm(request.POST)
    return _act(
        request,
        receipt.dispatch,
        form,
        lambda by, acting_for, version: actions.acknowledge(
            receipt=receipt, version=version, arrival=form.arrival(), by=by, acting_for=acting_for
        ),
        kept={"arrival_form": form, "receipt": receipt},
        done=_("Đã ghi nhận số đến, ngày đến."),
    )


@require_POST
@requires("correspondence.record")
def progress(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Say how far a dispatch has come at a receiver of ours."""
    receipt = shown_receipt(request, uuid)
    form = ProgressForm(request.POST)
    return _act(
        request,
        receipt.dispatch,
        form,
        lambda by, acting_for, version: actions.tell_progress(
            receipt=receipt,
            version=version,
            progress=form.cleaned_data["progress"],
            description=form.cleaned_data["description"],
            by=by,
            acting_for=acting_for,
        ),
        kept={"progress_form": form, "receipt": receipt},
        done=_("Đã ghi nhận tình trạng xử lý."),
    )


@require_POST
@requires("correspondence.record")
def recall(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Recall a dispatch that a body of ours sent."""
    held = shown(request, uuid)
    form = ReasonForm(request.POST)
    return _act(
        request,
        held,
        form,
        lambda by, acting_for, version: actions.recall(
            dispatch=held,
            version=version,
            reason=form.cleaned_data["reason"],
            by=by,
            acting_for=acting_for,
        ),
        kept={"recall_form": form},
        done=_("Đã ghi nhận thu hồi. Nội dung đã ghi vẫn đọc được, kèm lý do."),
    )


@requires("correspondence.read")
def file(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A file of a dispatch, to save."""
    seen = Dispatch.objects.visible_to(person(request)).values("pk")
    held = get_object_or_404(DispatchFile.objects.filter(dispatch__in=seen), uuid=uuid)
    with held.file.open("rb") as opened:
        content = opened.read()
    headers = {"Content-Disposition": content_disposition_header(True, held.name) or "attachment"}
    return HttpResponse(content, content_type="application/octet-stream", headers=headers)


def shown(request: HttpRequest, uuid: UUID) -> Dispatch:
    """The dispatch, where this person may see it."""
    seen = Dispatch.objects.visible_to(person(request))
    rows = Dispatch.objects.filter(pk__in=seen.values("pk")).for_page()
    return get_object_or_404(rows, uuid=uuid)


def shown_receipt(request: HttpRequest, uuid: UUID) -> Receipt:
    """The receipt of a dispatch that this person may see."""
    seen = Dispatch.objects.visible_to(person(request)).values("pk")
    rows = Receipt.objects.filter(dispatch__in=seen).select_related("dispatch__sender", "agency")
    return get_object_or_404(rows, uuid=uuid)


def _page(request: HttpRequest, held: Dispatch, **kept: Any) -> HttpResponse:
    """The page; a form that was refused comes back as it was sent."""
    user = person(request)
    bodies, version = bodies_of(user), {"version": held.version}
    may_record = user.may(TO_RECORD)
    own = [each for each in held.receipts.all() if policies.can_tell(each, bodies)]
    context = {
        "dispatch": held,
        "events": held.events.select_related("words").order_by("position"),
        "earlier": Dispatch.objects.visible_to(user).filter(superseded_by=held),
        "messages_of": held.messages.all(),
        "own": [each for each in own if may_record],
        "is_own": bool(own),
        "may_correct": may_record and policies.can_correct(held, bodies),
        "may_recall": may_record and policies.can_recall(held, bodies),
        "may_record": may_record,
        "days_over": held.days_over(clock.today()) if own else 0,
        "arrival_form": ArrivalForm(initial=_arrival(own, version)),
        "progress_form": ProgressForm(
            initial={**version, "progress": own[0].progress if own else ""}
        ),
        "recall_form": ReasonForm(initial=version),
        **kept,
    }
    status = 422 if kept else 200
    return render(request, "correspondence/dispatch.html", context, status=status)


def _arrival(own: list[Receipt], version: dict[str, Any]) -> dict[str, Any]:
    """What the register said before; today, where it said nothing yet."""
    if not own:
        return version
    held = own[0]
    said = {"arrived_on": held.arrived_on or clock.today()}
    names = ("arrival_number", "handler", "handed_on", "signed_for", "note")
    return {**version, **said, **{name: getattr(held, name) for name in names}}


def _act(
    request: HttpRequest,
    held: Dispatch,
    form: VersionForm,
    act: Callable[[User, Agency, int], object],
    *,
    kept: dict[str, Any],
    done: str,
) -> HttpResponse:
    """Do it and go back to the page; refused, the page comes back with what was typed."""
    if form.is_valid():
        try:
            act(person(request), agency_of(request), form.cleaned_data["version"])
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, done)
            return redirect(held)
    return _page(request, shown(request, held.uuid), **kept)
