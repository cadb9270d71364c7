"""Pages on which an administrator records a reorganisation with its instrument."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from nhipcau.base import clock
from nhipcau.base.models import AuditEvent
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import name_field, successions
from . import reorganisation_forms as forms
from .agency_views import TO_REORGANISE
from .models import Agency, Succession, User
from .people import person


@dataclass(frozen=True, slots=True)
class Reorganisation:
    """One way to reorganise: its page, its form, and the action that records it."""

    slug: str
    title: Promise | str
    text: Promise | str
    form: type[forms.GroundForm]
    act: Callable[[Any, User], Agency]
    # The field that a link from an agency's page fills.
    first: str


def _merge(form: forms.MergeForm, by: User) -> Agency:
    return successions.merge(old=form.old(), into=form.receiver(), ground=form.ground(), by=by)


def _split(form: forms.SplitForm, by: User) -> Agency:
    old: Agency = form.cleaned_data["old"]
    successions.split(old=old, shares=form.shares(), ground=form.ground(), by=by)
    return old


def _transfer(form: forms.TransferForm, by: User) -> Agency:
    old: Agency = form.cleaned_data["old"]
    successions.transfer(old=old, share=form.share(), ground=form.ground(), by=by)
    return old


def _rename(form: forms.RenameForm, by: User) -> Agency:
    given = {name: form.cleaned_data[name] for name in ("agency", "full_name", "short_name")}
    successions.rename(**given, ground=form.ground(), by=by)
    agency: Agency = given["agency"]
    return agency


def _dissolve(form: forms.DissolveForm, by: User) -> Agency:
    agency: Agency = form.cleaned_data["agency"]
    successions.dissolve(agency=agency, ground=form.ground(), by=by)
    return agency


def _establish(form: forms.EstablishForm, by: User) -> Agency:
    return successions.establish(new=form.new_agency(), ground=form.ground(), by=by)


KINDS = {
    each.slug: each
    for each in (
        Reorganisation(
            "hop-nhat",
            _("Hợp nhất, sáp nhập"),
            _("Hai cơ quan trở lên kết thúc, một cơ quan mới hoặc đang có tiếp nhận toàn bộ."),
            forms.MergeForm,
            _merge,
            "old_1",
        ),
        Reorganisation(
            "chia-tach",
            _("Chia, tách"),
            _("Một cơ quan kết thúc, mỗi chức năng về một cơ quan tiếp nhận."),
            forms.SplitForm,
            _split,
            "old",
        ),
        Reorganisation(
            "chuyen-giao",
            _("Chuyển giao chức năng"),
            _("Một phần chức năng sang cơ quan khác; hoặc toàn bộ, và cơ quan cũ kết thúc."),
            forms.TransferForm,
            _transfer,
            "old",
        ),
        Reorganisation(
            "doi-ten",
            _("Đổi tên"),
            _("Vẫn là cơ quan ấy, mang tên mới từ một ngày."),
            forms.RenameForm,
            _rename,
            "agency",
        ),
        Reorganisation(
            "giai-the",
            _("Giải thể"),
            _("Cơ quan kết thúc hoạt động, không cơ quan nào tiếp nhận."),
            forms.DissolveForm,
            _dissolve,
            "agency",
        ),
        Reorganisation(
            "thanh-lap",
            _("Thành lập"),
            _("Một cơ quan mới, chưa tiếp nhận chức năng của cơ quan nào."),
            forms.EstablishForm,
            _establish,
            "parent",
        ),
    )
}


@requires(TO_REORGANISE)
def choose(request: HttpRequest) -> HttpResponse:
    """The ways to reorganise, and what people recorded last; what was loaded is not theirs."""
    events = AuditEvent.objects.filter(verb="agencies.succession_recorded").order_by("-position")
    last = list(events.values_list("target", flat=True)[:20])
    recorded = Succession.objects.with_agencies().filter(uuid__in=last).order_by("-pk")
    agency = Agency.objects.filter(code=request.GET.get("co-quan", "")).first()
    context = {"kinds": KINDS.values(), "recorded": recorded, "agency": agency}
    return render(request, "agencies/reorganise.html", context)


@requires(TO_REORGANISE)
def record(request: HttpRequest, kind: str) -> HttpResponse:
    """One reorganisation: the form, and on sending it the same rows as loaded ones have."""
    if kind not in KINDS:
        raise Http404
    way = KINDS[kind]
    form = way.form(request.POST or None, initial=_initial(request, way))
    if request.method == "POST" and form.is_valid():
        try:
            agency = way.act(form, person(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, gettext("Đã ghi nhận. Tên và chức năng trước đó vẫn giữ nguyên.")
            )
            return redirect(agency)
    suggestions = name_field.suggestions(clock.today())
    context = {"way": way, "form": form, "suggestions": suggestions, "list": name_field.LIST}
    return render(request, "agencies/reorganise_as.html", context)


@require_POST
@requires(TO_REORGANISE)
def withdraw(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take back one succession that was recorded by mistake, with the reason."""
    succession = get_object_or_404(Succession.objects.with_agencies(), uuid=uuid)
    form = forms.WithdrawForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        successions.withdraw(succession=succession, reason=reason, by=person(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, gettext("Đã rút lại; ghi nhận cũ vẫn còn trong nhật ký."))
    return redirect(succession.old)


def _initial(request: HttpRequest, way: Reorganisation) -> dict[str, str]:
    """The agency from whose page one came."""
    agency = Agency.objects.filter(code=request.GET.get("co-quan", "")).first()
    return {way.first: f"{agency} ({agency.code})"} if agency else {}
