"""The programme as a text with who answers for each provision, and the obligations as a list."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes import consolidated_views as texts
from nhipcau.ledger.programmes.models import Programme, Provision
from nhipcau.shell.access import requires

from . import actions, margins, reading
from .forms import DecisionForm
from .models import Obligation
from .table import Table

ROWS = 100


def programme_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The signed text itself; beside each provision, who has which part in it."""
    programme = get_object_or_404(Programme.objects.visible_to(request.user).with_text(), slug=slug)
    inside = _may(request, "ledger.read_internal")
    hidden = not programme.is_public and not programme.is_draft
    context = {
        "page": reading.of(programme, with_proposals=inside, with_asides=inside),
        "inside": inside,
        "may_review": programme.is_draft and _may(request, "ledger.enter"),
        "may_make_public": hidden and _may(request, "ledger.make_public"),
    }
    return render(request, "obligations/programme.html", context)


def provision_page(request: HttpRequest, slug: str, address: str) -> HttpResponse:
    """One place of the text, and what it binds agencies to."""
    inside = _may(request, "ledger.read_internal")

    def answers(provision: Provision) -> dict[str, Any]:
        asides = margins.of(provision.programme).get(provision.pk, []) if inside else []
        held = reading.answers(provision, with_proposals=inside)
        return {"answers": held, "asides": asides, "inside": inside}

    return texts.provision_page(
        request, slug, address, template="obligations/provision.html", more=answers
    )


def _may(request: HttpRequest, permission: str) -> bool:
    user = request.user
    return user.is_authenticated and user.may(permission)


@requires("ledger.read_internal")
def obligation_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Every obligation of a programme, filtered and in the order that the address asks for."""
    programme = get_object_or_404(Programme.objects.visible_to(request.user).with_text(), slug=slug)
    page = reading.of(programme, with_proposals=True)
    table = Table(page, request.GET)
    context = {
        "page": page,
        "table": table,
        "rows": Paginator(table.rows, ROWS).get_page(request.GET.get("trang")),
        "may_confirm": person(request).may("ledger.confirm"),
    }
    return render(request, "obligations/obligation_list.html", context)


@require_POST
@requires("ledger.confirm")
def confirm(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Confirm one obligation as it stands."""
    return _decide(request, slug, uuid, withdraw=False)


@require_POST
@requires("ledger.confirm")
def withdraw(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take the confirmation of one obligation back, with a reason."""
    return _decide(request, slug, uuid, withdraw=True)


def _decide(request: HttpRequest, slug: str, uuid: UUID, *, withdraw: bool) -> HttpResponse:
    programme = get_object_or_404(Programme.objects.visible_to(request.user), slug=slug)
    obligation = get_object_or_404(Obligation.objects.of(programme), uuid=uuid)
    form = DecisionForm(request.POST)
    address = f"{reverse('ledger:obligations', args=[slug])}#nd-{uuid}"
    if not form.is_valid():
        messages.error(
            request, " ".join(str(text) for each in form.errors.values() for text in each)
        )
        return redirect(address)
    act = actions.withdraw if withdraw else actions.confirm
    done = _("Đã rút lại xác nhận.") if withdraw else _("Đã ghi nhận xác nhận.")
    try:
        act(obligation=obligation, by=person(request), **form.cleaned_data)
    except (Refused, actions.Stale) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{obligation.provision.address}: {done}")
    return redirect(address)
