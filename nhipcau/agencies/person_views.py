"""One's own account, and the pages where an administrator looks after the people of an agency."""

from uuid import UUID

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import acting, administration, links, memberships
from .models import Agency, Membership, SigningCapacity, User
from .people import agency_of, person
from .person_forms import AccountForm, AppointForm, EndForm
from .second_factor import FACTORS


@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Who I am here: my roles of today, my signing capacities, and how I sign in."""
    user = person(request)
    context = {
        "roles": user.roles_today,
        "capacities": user.signing_capacities.on(clock.today()).select_related("agency"),
        "has_second_factor": is_mfa_enabled(user, FACTORS),
        "agencies": {role.agency for role in user.roles_today},
    }
    return render(request, "people/account.html", context)


@login_required
def act_for(request: HttpRequest) -> HttpResponse:
    """Choose for which of my agencies I act in this session."""
    user = person(request)
    agencies = sorted({role.agency for role in user.roles_today}, key=str)
    if request.method == "POST":
        chosen = next((each for each in agencies if each.code == request.POST.get("agency")), None)
        if chosen is not None and acting.may_act_for(user, chosen):
            acting.choose(request, chosen)
            return redirect(_next(request))
        messages.warning(request, _("Chưa chọn được: đề nghị chọn một cơ quan trong danh sách."))
    return render(request, "people/act_for.html", {"agencies": agencies, "next": _next(request)})


@requires("agencies.people")
def agencies(request: HttpRequest) -> HttpResponse:
    """The agencies whose people this administrator looks after; others by name."""
    user = person(request)
    asked = request.GET.get("ten", "").strip()
    found = Agency.objects.prefetch_related("names").order_by("code")
    if asked:
        found = found.filter(names__name__icontains=asked).distinct()
    else:
        found = found.filter(pk__in=administration.system_of(administration.agencies_of(user)))
    page = Paginator(found, 25).get_page(request.GET.get("trang"))
    return render(request, "people/agencies.html", {"page": page, "asked": asked})


@requires("agencies.people")
def people(request: HttpRequest, code: str) -> HttpResponse:
    """Everybody who holds or held a role for one agency, and who may sign for it."""
    agency = managed(request, code)
    context = {
        "agency": agency,
        "roles": Membership.objects.within(agency),
        "capacities": SigningCapacity.objects.filter(agency=agency).select_related("user"),
        "today": clock.today(),
    }
    return render(request, "people/people.html", context)


@requires("agencies.people")
def open_account(request: HttpRequest, code: str) -> HttpResponse:
    """Open an account; the person sets the password by a link that opens once."""
    agency = managed(request, code)
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = memberships.open_account(
            **form.cleaned_data, password=None, by=person(request), acting_for=agency_of(request)
        )
        return _link_page(request, agency, user)
    return render(request, "people/open_account.html", {"agency": agency, "form": form})


@requires("agencies.people")
def appoint(request: HttpRequest, code: str) -> HttpResponse:
    """Give a person a role for an agency."""
    agency = managed(request, code)
    form = AppointForm(request.POST or None, initial={"user": request.GET.get("thu", "")})
    if request.method == "POST" and form.is_valid():
        try:
            memberships.appoint(
                **form.cleaned_data,
                agency=agency,
                by=person(request),
                acting_for=agency_of(request),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã giao vai trò."))
            return redirect("people:people", code=code)
    return render(request, "people/appoint.html", {"agency": agency, "form": form})


@requires("agencies.people")
def end_role(request: HttpRequest, code: str, uuid: UUID) -> HttpResponse:
    """Give a role its last day."""
    agency = managed(request, code)
    role = get_object_or_404(Membership.objects.within(agency), uuid=uuid)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            memberships.end_role(
                membership=role,
                last_day=form.cleaned_data["last_day"],
                by=person(request),
                acting_for=agency_of(request),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi nhận ngày kết thúc vai trò."))
            return redirect("people:people", code=code)
    context = {"agency": agency, "form": form, "what": role, "who": role.user}
    return render(request, "people/end.html", context)


@requires("agencies.people")
def one_person(request: HttpRequest, code: str, uuid: UUID) -> HttpResponse:
    """One person of an agency: roles and capacities there, and help with signing in."""
    agency = managed(request, code)
    user = _person_of(agency, uuid)
    context = {
        "agency": agency,
        "person": user,
        "roles": Membership.objects.within(agency).filter(user=user),
        "capacities": SigningCapacity.objects.filter(agency=agency, user=user),
        "has_second_factor": is_mfa_enabled(user, FACTORS),
        "today": clock.today(),
    }
    return render(request, "people/person.html", context)


@require_POST
@requires("agencies.people")
def give_link(request: HttpRequest, code: str, uuid: UUID) -> HttpResponse:
    """A new link to set a password with, where the first was lost or ran out."""
    agency = managed(request, code)
    return _link_page(request, agency, _recovered(request, agency, uuid))


@require_POST
@requires("agencies.people")
def clear_factors(request: HttpRequest, code: str, uuid: UUID) -> HttpResponse:
    """Take the second factor of a person away who can no longer use it."""
    agency = managed(request, code)
    user = _recovered(request, agency, uuid)
    memberships.clear_second_factor(user=user, by=person(request), acting_for=agency_of(request))
    messages.success(request, _("Đã bỏ xác thực hai lớp. Người dùng bật lại sau khi đăng nhập."))
    return redirect("people:person", code=code, uuid=uuid)


def managed(request: HttpRequest, code: str) -> Agency:
    """An agency that this administrator looks after. Raises PermissionDenied with its sentence."""
    agency = get_object_or_404(Agency.objects.prefetch_related("names"), code=code)
    try:
        administration.check_may_manage(person(request), agency)
    except Refused as refusal:
        raise PermissionDenied(str(refusal)) from None
    return agency


def _person_of(agency: Agency, uuid: UUID) -> User:
    return get_object_or_404(User.objects.filter(memberships__agency=agency).distinct(), uuid=uuid)


def _recovered(request: HttpRequest, agency: Agency, uuid: UUID) -> User:
    """A person whose way in this administrator may renew. Raises PermissionDenied."""
    user = _person_of(agency, uuid)
    try:
        administration.check_may_recover(person(request), user)
    except Refused as refusal:
        raise PermissionDenied(str(refusal)) from None
    return user


def _link_page(request: HttpRequest, agency: Agency, user: User) -> HttpResponse:
    """Mail the link, or show it this once where no mail goes out."""
    link = links.password_link(request, user)
    memberships.note_link(user=user, by=person(request), acting_for=agency_of(request))
    if settings.MAIL_GOES_OUT:
        links.send(user, link)
    context = {
        "agency": agency,
        "person": user,
        "link": "" if settings.MAIL_GOES_OUT else link,
    }
    return render(request, "people/link_given.html", context)


def _next(request: HttpRequest) -> str:
    """Where the person came from, if that is a page of ours."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(address, {request.get_host()}):
        return address
    return "/"
