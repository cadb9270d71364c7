"""The next step of urging: whose right it is, in which tone; a person takes it."""

from datetime import timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.directory import upwards
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.people import agency_of, person
from nhipcau.base import clock
from nhipcau.base.gate.fields import GatedCharField
from nhipcau.base.refusal import Refused
from nhipcau.language.dates import write_figures
from nhipcau.ledger.programmes.fields import DayField
from nhipcau.ledger.programmes.models import Programme
from nhipcau.shell.access import requires

from . import urging
from .models import Paper, Rung

# How long a letter counts as the step that was taken.
RECENTLY = timedelta(days=60)


class UrgingForm(forms.Form):
    """Whom, on which programme, about what, by when."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"), queryset=Programme.objects.none(), to_field_name="slug"
    )
    asker = forms.ModelChoiceField(
        label=_("Cơ quan đề nghị"), queryset=Agency.objects.none(), to_field_name="code"
    )
    asked = GatedCharField(
        label=_("Cơ quan được đề nghị"), max_length=200,
        help_text=_("Ghi đúng tên cơ quan như trong danh mục cơ quan, đơn vị."),
    )  # fmt: skip
    matter = GatedCharField(
        label=_("Nội dung chưa có kết quả"), max_length=500, required=False,
        widget=forms.Textarea({"rows": 2}),
    )  # fmt: skip
    due = DayField(label=_("Đề nghị trước ngày"), required=False)
    called = forms.BooleanField(label=_("Đã nhắn tin, gọi điện"), required=False)

    def __init__(self, data: object, *, user: User, initial: dict[str, object]) -> None:
        super().__init__(data or None, initial=initial)  # type: ignore[arg-type]
        choices = {
            "programme": Programme.objects.visible_to(user),
            "asker": Agency.objects.filter(pk__in=upwards(user.agencies())),
        }
        for name, rows in choices.items():
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = rows

    def clean_asked(self) -> Agency:
        """The agency that bears the name today, or has the code."""
        name = self.cleaned_data["asked"].strip()
        found = Agency.objects.filter(code=name, is_type=False) or Agency.objects.called(
            name, on=clock.today()
        ).filter(is_type=False)
        agency = found.first()
        if agency is None:
            raise forms.ValidationError(
                _("Hiện không có cơ quan nào mang tên này. Đề nghị xem lại tên.")
            )
        return agency


@requires("papers.draft")
def urge(request: HttpRequest) -> HttpResponse:
    """Which step comes next between two agencies; nothing is sent from here."""
    user = person(request)
    initial: dict[str, object] = {"asker": agency_of(request).code}
    form = UrgingForm(request.GET if "asked" in request.GET else None, user=user, initial=initial)
    context: dict[str, object] = {"form": form}
    if form.is_bound and form.is_valid():
        try:
            context.update(_found(form))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "papers/urging.html", context)


def _found(form: UrgingForm) -> dict[str, object]:
    said = form.cleaned_data
    asker, asked, programme = said["asker"], said["asked"], said["programme"]
    taken = _taken(programme, asked, called=said["called"])
    steps = urging.ladder(asker, asked, on=clock.today(), taken=taken)
    coming = steps.next
    due = write_figures(said["due"]) if said["due"] else ""
    words = ""
    if coming is not None and coming.message:
        words = urging.message(
            coming, asker=asker, asked=asked, programme=str(programme), matter=said["matter"],
            due=due,
        )  # fmt: skip
    return {
        "ladder": steps,
        "asker": asker,
        "asked": asked,
        "taken": taken,
        "message": words,
        "draft_address": _draft_address(coming, programme, asker, asked) if coming else "",
    }


def _taken(programme: Programme, asked: Agency, *, called: bool) -> set[int]:
    """Steps done: a message that the person says was sent, letters that were issued lately."""
    since = clock.today() - RECENTLY
    letters = Paper.objects.filter(
        programme=programme, recipients__agency=asked, issued_on__gte=since
    )
    kinds = set(letters.values_list("kind", flat=True))
    by_letter = set(Rung.objects.filter(kind__in=kinds).values_list("order", flat=True))
    # Who wrote a letter has gone past the message before it.
    return by_letter | ({1} if called or by_letter else set())


def _draft_address(rung: Rung, programme: Programme, asker: Agency, asked: Agency) -> str:
    """The page that begins the letter of a step, with what is known already."""
    if not rung.kind:
        return ""
    query = {
        "chuong-trinh": programme.slug,
        "loai": rung.kind,
        "ban-hanh": asker.code,
        "kinh-gui": asked.full_name,
    }
    return f"{reverse('ledger:paper-new')}?{urlencode(query)}"
