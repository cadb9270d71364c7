"""One province: what it does, recording it, taking it back, and which programme stands."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.models import Place
from nhipcau.agencies.people import person
from nhipcau.agencies.questions import became
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.models import Programme
from nhipcau.shell.access import requires

from . import policies
from .actions import choices, provinces
from .asking import asked, programme_of, province_of
from .forms import ActionForm, ChoiceForm, ReasonForm, reason_of
from .models import ProvinceAction, StandingChoice
from .policies import WRITE
from .table import row_of


@requires("ledger.read_internal")
def province(request: HttpRequest, slug: str, list_code: str, code: str) -> HttpResponse:
    """Everything that is known of one province on a day, and what was taken back."""
    programme, place = programme_of(request, slug), province_of(list_code, code)
    return render(request, "coverage/province.html", _context(request, programme, place))


@requires(WRITE)
def new(request: HttpRequest, slug: str, list_code: str, code: str) -> HttpResponse:
    """Record a way in which a province carries the programme out."""
    programme, place = programme_of(request, slug), province_of(list_code, code)
    user = person(request)
    form = ActionForm(
        request.POST or None, request.FILES or None,
        programme=programme, place=place, user=user, initial={"first_day": clock.today()},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            provinces.record(
                programme=programme, place=place, change=form.change(), by=user,
                file=form.cleaned_data["file"],
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi nhận."))
            return redirect("ledger:coverage-place", slug, list_code, code)
    return _form(request, form, programme, place)


@requires(WRITE)
def change(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say otherwise what was recorded."""
    action, user = _action(request, slug, uuid), person(request)
    place = action.place
    form = ActionForm(
        request.POST or None, request.FILES or None,
        programme=action.programme, place=place, user=user, initial=ActionForm.showing(action),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            provinces.change(
                action=action, change=form.change(), by=user, file=form.cleaned_data["file"],
                version=form.cleaned_data["version"] or 0,
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi nội dung sửa; nội dung cũ còn trong nhật ký."))
            return redirect("ledger:coverage-place", slug, place.list.code, place.code)
    return _form(request, form, action.programme, place, action)


@require_POST
@requires(WRITE)
def withdraw(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take back what was recorded by mistake, with the reason."""
    action = _action(request, slug, uuid)
    form = ReasonForm(request.POST)
    try:
        provinces.withdraw(action=action, reason=reason_of(form), by=person(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã rút lại; ghi nhận cũ vẫn còn trong nhật ký."))
    return redirect("ledger:coverage-place", slug, action.place.list.code, action.place.code)


@requires("ledger.read_internal")
def file(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponseBase:
    """The document as it was attached; always as a download."""
    action = _action(request, slug, uuid)
    if not action.file:
        raise Http404
    return FileResponse(action.file.open("rb"), as_attachment=True, filename=action.file_name)


@require_POST
@requires(WRITE)
def choose(request: HttpRequest, slug: str, list_code: str, code: str) -> HttpResponse:
    """Say which of the inherited programmes stands."""
    programme, place = programme_of(request, slug), province_of(list_code, code)
    context = _context(request, programme, place)
    form = ChoiceForm(request.POST, actions=list(context["row"].programmes))
    if form.is_valid():
        try:
            choices.choose(place=place, by=person(request), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi nhận văn bản tiếp tục áp dụng."))
            return redirect("ledger:coverage-place", slug, list_code, code)
    return render(request, "coverage/province.html", {**context, "choice_form": form}, status=422)


@require_POST
@requires(WRITE)
def unchoose(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take a choice back, with the reason."""
    programme = programme_of(request, slug)
    choice = get_object_or_404(StandingChoice, programme=programme, uuid=uuid)
    form = ReasonForm(request.POST)
    try:
        choices.withdraw(choice=choice, reason=reason_of(form), by=person(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã rút lại; ghi nhận cũ vẫn còn trong nhật ký."))
    return redirect("ledger:coverage-place", slug, choice.place.list.code, choice.place.code)


def _context(request: HttpRequest, programme: Programme, place: Place) -> dict[str, Any]:
    what = asked(request)
    row = row_of(programme, place, year=what.year, on=what.as_of.day)
    may_write = policies.may_write_for(person(request), place)
    recorded = ProvinceAction.objects.filter(programme=programme, place=place).with_all()
    shown = {each.pk for each in row.actions}
    chosen = StandingChoice.objects.filter(programme=programme, place=place)
    return {
        "programme": programme,
        "place": place,
        "as_of": what.as_of,
        "year": what.year,
        "row": row,
        "became": became(place),
        "others": [each for each in recorded if each.pk not in shown],
        "choices": chosen.select_related("action__place").prefetch_related("action__place__names"),
        "may_write": may_write,
        "may_enter": person(request).may("ledger.enter"),
        "choice_form": ChoiceForm(actions=list(row.programmes))
        if may_write and row.must_be_settled
        else None,
    }


def _form(
    request: HttpRequest,
    form: ActionForm,
    programme: Programme,
    place: Place,
    action: ProvinceAction | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "programme": programme,
        "place": place,
        "action": action,
        "may_write": policies.may_write_for(person(request), place),
    }
    status = 422 if form.errors else 200
    return render(request, "coverage/action_form.html", context, status=status)


def _action(request: HttpRequest, slug: str, uuid: UUID) -> ProvinceAction:
    actions = ProvinceAction.objects.visible_to(request.user).with_all()
    action: ProvinceAction = get_object_or_404(actions, programme__slug=slug, uuid=uuid)
    return action
