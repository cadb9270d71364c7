"""Who may sign for an agency: recorded and ended by an administrator."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import capacities
from .capacities import Grant
from .models import SigningCapacity
from .people import agency_of, person
from .person_forms import EndForm, GrantForm
from .person_views import managed


@requires("agencies.people")
def grant(request: HttpRequest, code: str) -> HttpResponse:
    """Record who may sign which kinds of documents for an agency."""
    agency = managed(request, code)
    form = GrantForm(request.POST or None, agency=agency)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            granted = capacities.grant(
                user=said.pop("user"),
                agency=agency,
                document_types=said.pop("document_types"),
                grant=Grant(**said),
                by=person(request),
                acting_for=agency_of(request),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            message = _("Đã ghi nhận thẩm quyền ký %(count)s loại văn bản.")
            messages.success(request, message % {"count": len(granted)})
            return redirect("people:people", code=code)
    return render(request, "people/grant_signing.html", {"agency": agency, "form": form})


@requires("agencies.people")
def end(request: HttpRequest, code: str, uuid: UUID) -> HttpResponse:
    """Give a signing capacity its last day."""
    agency = managed(request, code)
    held = SigningCapacity.objects.filter(agency=agency).select_related("user")
    capacity = get_object_or_404(held, uuid=uuid)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            capacities.end(
                capacity=capacity,
                last_day=form.cleaned_data["last_day"],
                by=person(request),
                acting_for=agency_of(request),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi nhận ngày kết thúc thẩm quyền ký."))
            return redirect("people:people", code=code)
    context = {"agency": agency, "form": form, "what": capacity, "who": capacity.user}
    return render(request, "people/end.html", context)
