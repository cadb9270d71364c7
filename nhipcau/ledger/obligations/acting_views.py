"""The page that says who speaks for each party at each place of the text, and records who was named."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.as_of import asked
from nhipcau.agencies.name_field import LIST, AgencyNameField, suggestions
from nhipcau.agencies.people import person
from nhipcau.base.gate.fields import GatedCharField
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.acting import Naming, name_actor, withdraw_actor
from nhipcau.ledger.programmes.fields import DayField
from nhipcau.ledger.programmes.models import Party, PartyActor, Programme
from nhipcau.shell.access import requires

from .consent import Voices
from .forms import ReasonForm


class NamingForm(forms.Form):
    """Which agency acts for which party, for what, by which document."""

    party = forms.ModelChoiceField(label=_("Bên ký kết"), queryset=Party.objects.none())
    agency = AgencyNameField(label=_("Cơ quan thay mặt bên ký kết"))
    clause = forms.CharField(
        label=_("Điều khoản"),
        max_length=60,
        required=False,
        help_text=_("Như “IV.2” cho cả mục, “IV.2.b” cho một điểm. Để trống là toàn chương trình."),
    )
    act = forms.ChoiceField(label=_("Việc"), choices=PartyActor.Act.choices)
    document = GatedCharField(
        label=_("Theo văn bản"),
        max_length=400,
        help_text=_("Số, ký hiệu, ngày của văn bản giao nhiệm vụ."),
    )
    first_day = DayField(label=_("Từ ngày"))
    last_day = DayField(label=_("Đến hết ngày"), required=False)

    def __init__(self, programme: Programme, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = programme.parties.all()  # type: ignore[attr-defined]

    def naming(self) -> Naming:
        return Naming(**self.cleaned_data | {"act": PartyActor.Act(self.cleaned_data["act"])})


@requires("ledger.read_internal")
def voices(request: HttpRequest, slug: str) -> HttpResponse:
    """Who consents and who is informed, place by place, on a day."""
    programme = _programme(request, slug)
    as_of = asked(request)
    found = Voices(programme, on=as_of.day)
    rows = [found.at(address) for address in found.addresses]
    actors = PartyActor.objects.filter(party__programme=programme)
    context = {
        "programme": programme,
        "as_of": as_of,
        "rows": rows,
        "must_be_named": any(voice.must_be_named for row in rows for voice in row),
        "actors": actors.select_related("party", "agency").prefetch_related("agency__names"),
        "may_name": person(request).may("ledger.enter"),
    }
    return render(request, "obligations/voices.html", context)


@requires("ledger.enter")
def name(request: HttpRequest, slug: str) -> HttpResponse:
    """Record who acts for a party, by the document that says so."""
    programme = _programme(request, slug)
    form = NamingForm(programme, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            name_actor(naming=form.naming(), by=person(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, gettext("Đã ghi nhận cơ quan thay mặt bên ký kết."))
            return redirect("ledger:voices", slug)
    names = suggestions(asked(request).day)
    context = {"programme": programme, "form": form, "suggestions": names, "list": LIST}
    status = 422 if form.errors else 200
    return render(request, "obligations/name_actor.html", context, status=status)


@require_POST
@requires("ledger.enter")
def withdraw(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take back one naming that was recorded by mistake, with the reason."""
    programme = _programme(request, slug)
    actor = get_object_or_404(PartyActor, party__programme=programme, uuid=uuid)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(each) for each in form.errors.get("reason", [])))
        return redirect("ledger:voices", slug)
    try:
        withdraw_actor(actor=actor, reason=form.cleaned_data["reason"], by=person(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, gettext("Đã rút lại; ghi nhận cũ vẫn còn trong nhật ký."))
    return redirect("ledger:voices", slug)


def _programme(request: HttpRequest, slug: str) -> Programme:
    programmes = Programme.objects.visible_to(request.user)
    programme: Programme = get_object_or_404(programmes, slug=slug)
    return programme
