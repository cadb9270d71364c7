"""A person's own keys for programs: what they carry, until when; make one, take one back."""

from datetime import timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from nhipcau.base import clock
from nhipcau.base.gate.fields import GatedCharField
from nhipcau.registry.modules import registry

from . import tokens
from .models import ApiToken, User
from .people import person

QUARTER = timedelta(days=90)


class KeyForm(forms.Form):
    """What a key is for, what it carries, until when."""

    label = GatedCharField(label=gettext_lazy("Dùng cho việc gì"), max_length=120)
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("Mã này mang quyền"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Không chọn quyền nào thì mã chỉ đọc phần công khai."),
    )
    last_day = forms.DateField(
        label=gettext_lazy("Dùng đến hết ngày"), widget=forms.DateInput({"type": "date"})
    )

    def __init__(self, user: User, *given: object, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        scopes = self.fields["scopes"]
        assert isinstance(scopes, forms.MultipleChoiceField)  # noqa: S101  a fact of this class
        scopes.choices = [
            (code, permission.label)
            for code, permission in registry.permissions().items()
            if user.may(code)
        ]


@never_cache
@login_required
def keys(request: HttpRequest) -> HttpResponse:
    """The person's keys; a new one is shown this once."""
    user = person(request)
    form = KeyForm(user, request.POST or None, initial={"last_day": clock.today() + QUARTER})
    made = _make(user, form) if request.method == "POST" and form.is_valid() else ""
    context = {"form": form, "made": made, "keys": user.api_tokens.all(), "today": clock.today()}
    return render(request, "people/keys.html", context, status=422 if form.errors else 200)


def _make(user: User, form: KeyForm) -> str:
    said = form.cleaned_data
    try:
        return tokens.make(
            user=user,
            label=said["label"],
            scopes=said["scopes"],
            last_day=said["last_day"],
            by=user,
        )[1]
    except tokens.BadToken as refusal:
        form.add_error("last_day", str(refusal))
        return ""


@require_POST
@login_required
def take_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """End one of the person's own keys at once."""
    user = person(request)
    tokens.take_back(token=get_object_or_404(ApiToken, uuid=uuid, user=user), by=user)
    messages.success(request, _("Đã thu hồi mã truy cập."))
    return redirect("own-keys")
