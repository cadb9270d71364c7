"""One proposal beside its words: what a person decides about it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.models import Programme
from nhipcau.shell.access import refusal, requires

from . import actions, review_page
from .forms import PartFormSet, ReadingForm, parts_showing
from .models import Obligation
from .review_page import draft


@requires("ledger.enter")
def review_one(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One proposal beside its words: confirm, change, split, merge, reject or take back."""
    programme = draft(request, slug)
    obligation = get_object_or_404(Obligation.objects.of(programme), uuid=uuid)
    if request.method != "POST":
        forms = (ReadingForm.showing(obligation), parts_showing(obligation))
        return _one(request, programme, obligation, *forms)
    form = ReadingForm(request.POST)
    parts = PartFormSet(request.POST, prefix="parts")
    if not (form.is_valid() and parts.is_valid()):
        return _one(request, programme, obligation, form, parts, status=422)
    try:
        done = _asked(request)(request, obligation, form, parts)
    except (Refused, actions.Stale) as objection:
        messages.error(request, str(objection))
        obligation.refresh_from_db()
        # What was typed stays; the next try answers to the state that is shown now.
        form.data = _with_version(request.POST, obligation.version)
        return _one(request, programme, obligation, form, parts, status=409)
    messages.success(request, f"{obligation.provision.address}: {done}")
    return redirect(review_page.next_address(programme, after=obligation, moved=done != str(SAVED)))


def _asked(request: HttpRequest) -> "Decision":
    """What the person chose; to decide needs another right than to write down."""
    asked = request.POST.get("do", "save")
    if asked in DECIDING and not person(request).may("ledger.confirm"):
        raise PermissionDenied(refusal("ledger.confirm"))
    return DECISIONS.get(asked, _save)


def _one(
    request: HttpRequest,
    programme: Programme,
    obligation: Obligation,
    form: ReadingForm,
    parts: Any,
    status: int = 200,
) -> HttpResponse:
    page = review_page.of(programme, obligation)
    context = {"page": page, "programme": programme, "form": form, "parts": parts}
    return render(request, "obligations/review_one.html", context, status=status)


def _with_version(data: QueryDict, version: int) -> QueryDict:
    fresh = data.copy()
    fresh["version"] = str(version)
    return fresh


SAVED = gettext_lazy("đã lưu, chưa xác nhận.")


def _save(request: HttpRequest, obligation: Obligation, form: ReadingForm, parts: Any) -> str:
    actions.change(
        obligation=obligation,
        version=form.cleaned_data["version"],
        to=form.change(parts),
        by=person(request),
    )
    return str(SAVED)


def _confirm(request: HttpRequest, obligation: Obligation, form: ReadingForm, parts: Any) -> str:
    if not form.cleaned_data["who"]:
        raise Refused(
            _(
                "Chưa xác nhận được: câu này không nêu ai thực hiện. "
                "Đề nghị chọn “Cơ quan thực hiện” rồi xác nhận."
            )
        )
    actions.confirm_as(
        obligation=obligation,
        version=form.cleaned_data["version"],
        to=form.change(parts),
        by=person(request),
        note=form.cleaned_data["note"],
    )
    return _("đã xác nhận.")


def _reject(request: HttpRequest, obligation: Obligation, form: ReadingForm, parts: Any) -> str:
    said = form.cleaned_data
    actions.reject(
        obligation=obligation, version=said["version"], by=person(request), note=said["note"]
    )
    return _("đã ghi là không phải nội dung phối hợp.")


def _withdraw(request: HttpRequest, obligation: Obligation, form: ReadingForm, parts: Any) -> str:
    said = form.cleaned_data
    actions.withdraw(
        obligation=obligation, version=said["version"], by=person(request), note=said["note"]
    )
    return _("đã rút lại, chờ xác nhận.")


def _split(request: HttpRequest, obligation: Obligation, form: ReadingForm, parts: Any) -> str:
    said = form.cleaned_data
    actions.split(
        obligation=obligation,
        version=said["version"],
        first=said["first"],
        second=said["second"],
        by=person(request),
    )
    return _("đã tách thành hai.")


def _merge(request: HttpRequest, obligation: Obligation, form: ReadingForm, parts: Any) -> str:
    before = review_page.one_before(obligation)
    if before is None:
        raise Refused(_("Chưa gộp được: trong điều khoản này không có nội dung nào đứng trước."))
    actions.merge(
        obligation=obligation,
        into=before,
        version=form.cleaned_data["version"],
        by=person(request),
    )
    return _("đã gộp vào nội dung đứng trước.")


Decision = Callable[[HttpRequest, Obligation, ReadingForm, Any], str]
DECIDING = {"confirm", "reject", "withdraw"}
DECISIONS: dict[str, Decision] = {
    "confirm": _confirm,
    "save": _save,
    "reject": _reject,
    "withdraw": _withdraw,
    "split": _split,
    "merge": _merge,
}
