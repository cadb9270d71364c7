"""The obligations out to a spreadsheet and back, with every difference shown before it counts."""

from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from nhipcau.agencies.people import person
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.models import Programme
from nhipcau.shell.access import requires

from . import actions, sheet
from .forms import SheetForm
from .models import Obligation
from .review_page import draft

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that says something else than the platform holds."""

    line: int
    obligation: Obligation
    was: actions.Change
    to: actions.Change


@requires("ledger.read_internal")
def out(request: HttpRequest, slug: str) -> HttpResponse:
    """Every standing obligation of a programme as XLSX."""
    programme = get_object_or_404(Programme.objects.visible_to(request.user), slug=slug)
    content = sheet.write(Obligation.objects.of(programme).standing())
    name = f"noi-dung-phoi-hop-{programme.slug}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


@requires("ledger.enter")
def back(request: HttpRequest, slug: str) -> HttpResponse:
    """A changed spreadsheet of a draft: its differences are shown, then written, all or nothing."""
    programme = draft(request, slug)
    form = SheetForm(request.POST or None, request.FILES or None)
    found: list[Difference] = []
    if request.method == "POST" and form.is_valid():
        try:
            found = differences(programme, sheet.read(form.cleaned_data["file"]))
            if form.cleaned_data["sure"]:
                count = _write(found, request)
                messages.success(request, _("Đã ghi %(count)s thay đổi.") % {"count": count})
                return redirect("ledger:review", slug)
        except (sheet.BadSheet, Refused, actions.Stale) as refusal:
            form.add_error("file", str(refusal))
    context = {
        "programme": programme,
        "form": form,
        "differences": found,
        "was_read": form.is_bound and not form.errors,
    }
    status = 422 if form.errors else 200
    return render(request, "obligations/sheet_back.html", context, status=status)


def differences(programme: Programme, rows: list[sheet.Row]) -> list[Difference]:
    """What the rows say that the platform does not hold. Raises BadSheet for a foreign row."""
    held = {each.uuid: each for each in Obligation.objects.of(programme)}
    found = []
    for row in rows:
        if row.uuid not in held:
            raise sheet.BadSheet(
                _("Bảng tính chưa nhận được: dòng %(line)s không thuộc chương trình này.")
                % {"line": row.line}
            )
        was = sheet.as_it_stands(held[row.uuid])
        if was != row.change:
            found.append(Difference(row.line, held[row.uuid], was, row.change))
    return found


@transaction.atomic
def _write(found: list[Difference], request: HttpRequest) -> int:
    for each in found:
        actions.change(
            obligation=each.obligation,
            version=each.obligation.version,
            to=each.to,
            by=person(request),
        )
    return len(found)
