"""The page on which a person says how a programme stands."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.people import person
from nhipcau.base.gate.fields import GatedCharField
from nhipcau.base.refusal import Refused
from nhipcau.shell.access import requires

from . import standings
from .amendment_views import shown_programme
from .fields import DayField
from .models import Programme, Standing


class StandingForm(forms.Form):
    """How a programme stands, from when, by which document."""

    state = forms.ChoiceField(label=_("Tình trạng"), choices=Standing.State.choices)
    first_day = DayField(label=_("Từ ngày"))
    replaced_by = forms.ModelChoiceField(
        label=_("Chương trình thay thế"),
        queryset=Programme.objects.none(),
        required=False,
        help_text=_("Chỉ chọn khi chương trình này được thay thế."),
    )
    ground = GatedCharField(
        label=_("Theo văn bản"), max_length=300, help_text=_("Số, ký hiệu, ngày của văn bản.")
    )


@requires("ledger.enter")
def stand(request: HttpRequest, slug: str) -> HttpResponse:
    """Say how a programme stands from a day on."""
    programme = shown_programme(request, slug)
    form = StandingForm(request.POST or None)
    others = Programme.objects.visible_to(request.user).exclude(pk=programme.pk)
    form.fields["replaced_by"].queryset = others  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data | {"state": Standing.State(form.cleaned_data["state"])}
        try:
            standings.stand(programme=programme, by=person(request), **said)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("ledger:amendments", slug)
    context = {"programme": programme, "form": form}
    status = 422 if form.errors else 200
    return render(request, "programmes/standing.html", context, status=status)
