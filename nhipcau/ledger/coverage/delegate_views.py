"""People sent to boards and teams: who serves on a day, sending, ending a term."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.as_of import asked
from nhipcau.agencies.name_field import LIST, suggestions
from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import policies
from .actions import delegates as actions
from .asking import programme_of
from .models import Delegate
from .people_forms import DelegateForm, EndForm
from .policies import WRITE


@requires("ledger.read_internal")
def delegates(request: HttpRequest, slug: str) -> HttpResponse:
    """Who serves on a day in which body, and who served before."""
    programme = programme_of(request, slug)
    as_of, user = asked(request), person(request)
    rows = Delegate.objects.visible_to(user).filter(programme=programme)
    rows = rows.select_related("agency").prefetch_related("agency__names")
    serving = list(rows.serving(on=as_of.day))
    context = {
        "programme": programme,
        "as_of": as_of,
        "serving": [
            (each, each.agency.name_on(as_of.day), policies.may_write_for_agency(user, each.agency))
            for each in serving
        ],
        "others": [
            (each, each.agency.name_on(each.first_day)) for each in rows if each not in serving
        ],
        "may_write": user.may(WRITE),
    }
    return render(request, "coverage/delegates.html", context)


@requires(WRITE)
def send(request: HttpRequest, slug: str) -> HttpResponse:
    """Record a person sent by an agency."""
    programme, user = programme_of(request, slug), person(request)
    own = user.acting_for
    form = DelegateForm(
        request.POST or None, initial={"agency": f"{own} ({own.code})" if own else ""}
    )
    if request.method == "POST" and form.is_valid():
        agency = form.cleaned_data["agency"]
        try:
            actions.send(programme=programme, agency=agency, sending=form.sending(), by=user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi nhận cán bộ được cử."))
            return redirect("ledger:delegates", slug)
    context = {
        "programme": programme,
        "form": form,
        "title": _("Ghi nhận cán bộ được cử tham gia"),
        "lead": _("Chỉ ghi họ tên, chức vụ; không ghi số điện thoại, ngày sinh, dân tộc."),
        "back": "delegates",
        "suggestions": suggestions(asked(request).day),
        "list": LIST,
    }
    status = 422 if form.errors else 200
    return render(request, "coverage/simple_form.html", context, status=status)


@require_POST
@requires(WRITE)
def end(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Give a term its last day."""
    programme = programme_of(request, slug)
    delegate = get_object_or_404(Delegate, programme=programme, uuid=uuid)
    form = EndForm(request.POST)
    if not form.is_valid():
        messages.error(
            request, " ".join(str(text) for each in form.errors.values() for text in each)
        )
        return redirect("ledger:delegates", slug)
    try:
        actions.end(delegate=delegate, by=person(request), **form.cleaned_data)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã ghi nhận việc cán bộ thôi tham gia."))
    return redirect("ledger:delegates", slug)
