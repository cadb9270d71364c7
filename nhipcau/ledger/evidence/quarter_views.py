"""The commune's page: one page a quarter, or one spreadsheet by mail; no script, few bytes."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, Place, User
from nhipcau.agencies.people import agency_of, person
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.models import Programme
from nhipcau.shell.access import requires

from . import actions, attribution, quarter_sheet
from .asking import programme_of, uuid_in
from .indicator_views import XLSX
from .models import CommuneQuarter, Period
from .numbers import Mark, Written
from .quarter_forms import QuarterForm, SheetForm, held_by
from .quarter_sheet import DIFFICULT, DONE, BadSheet, Sent

SALT = "nhipcau.ledger.evidence.quarter"


@requires("evidence.lodge")
def commune_quarter(request: HttpRequest, slug: str) -> HttpResponse:
    """What a unit did in a quarter, its numbers, its difficulties: on one page."""
    programme, agency = programme_of(request, slug), agency_of(request)
    open_ones = _quarters(programme)
    period = _asked(request, open_ones)
    context: dict[str, Any] = {"programme": programme, "agency": agency, "quarters": open_ones}
    if period is None:
        return render(request, "evidence/commune_quarter.html", context)
    page = _page(period, agency)
    form = QuarterForm(
        request.POST or None,
        indicators=list(programme.indicators.filter(is_effect=False)),
        held=held_by(page, period),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.send_quarter(
                period=period, agency=agency, place=_place(agency), said=form.said(),
                by=person(request), version=form.cleaned_data["version"],
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã gửi số liệu %(label)s.") % {"label": period.label})
            return redirect(f"{request.path}?ky={period.uuid}")
    context |= {"period": period, "page": page, "form": form}
    status = 422 if form.errors else 200
    return render(request, "evidence/commune_quarter.html", context, status=status)


@requires("evidence.lodge")
def commune_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """The same form as a spreadsheet, to be filled in where there is no network."""
    programme, agency = programme_of(request, slug), agency_of(request)
    period = _asked(request, _quarters(programme))
    if period is None:
        raise Http404
    content = quarter_sheet.write(programme, period, agency)
    name = f"quy-{quarter_sheet.code_of(period)}-{agency.code}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


@requires("evidence.lodge")
def commune_sheet_back(request: HttpRequest, slug: str) -> HttpResponse:
    """A spreadsheet that came back: every row is shown, then all are written, or none."""
    programme, user = programme_of(request, slug), person(request)
    context: dict[str, Any] = {"programme": programme, "form": SheetForm()}
    if request.method == "POST":
        form = SheetForm(request.POST, request.FILES)
        try:
            if seen := request.POST.get("seen"):
                count = _write(programme, _unpacked(seen, user), user)
                messages.success(
                    request, _("Đã ghi số liệu của %(count)s đơn vị.") % {"count": count}
                )
                return redirect("ledger:commune-quarter", slug)
            if form.is_valid():
                rows = quarter_sheet.read(form.cleaned_data["file"], programme)
                context["shown"] = _resolved(programme, rows, user)
                context["seen"] = _packed(rows, user)
        except (BadSheet, Refused) as refusal:
            form.add_error("file", str(refusal))
        context["form"] = form
    is_refused = context["form"].is_bound and "shown" not in context
    return render(request, "evidence/quarter_back.html", context, status=422 if is_refused else 200)


@dataclass(frozen=True, slots=True)
class Shown:
    """One unit's quarter, as it will be written."""

    agency: Agency
    period: Period
    sent: Sent


def _resolved(programme: Programme, rows: list[Sent], user: User) -> list[Shown]:
    """Whose rows these are. Raises BadSheet, or Refused for another unit's."""
    found = []
    for year, turn, sent in quarter_sheet.quarters(rows):
        line = sent.lines[0][0] if sent.lines else 2
        agency = Agency.objects.prefetch_related("names").filter(code=sent.agency).first()
        if agency is None:
            raise _at(line, _("không có đơn vị mã “%(code)s”") % {"code": sent.agency[:60]})
        try:
            attribution.check_may_lodge_for(user, agency)
        except Refused as refusal:
            why = _("đơn vị “%(agency)s” không phải đơn vị của ông/bà") % {"agency": agency}
            raise _at(line, why) from refusal
        period = Period.objects.filter(
            programme=programme, kind=Period.Kind.QUARTER, year=year, turn=turn
        ).first()
        if period is None:
            raise _at(line, _("chưa có kỳ %(code)s") % {"code": sent.period})
        if period.is_closed:
            why = _("kỳ báo cáo %(label)s đã chốt số liệu ngày %(day)s") % {
                "label": period.label, "day": f"{period.closing_day:%d/%m/%Y}",
            }  # fmt: skip
            raise _at(line, why)
        found.append(Shown(agency, period, sent))
    return found


def _at(line: int, why: str) -> BadSheet:
    return BadSheet(
        _(
            "Chưa nhận được bảng tính: dòng %(line)s: %(why)s. "
            "Đề nghị kiểm tra lại; chưa có dòng nào được ghi."
        )
        % {"line": line, "why": why}
    )


@transaction.atomic
def _write(programme: Programme, rows: list[Sent], user: User) -> int:
    indicators = {each.code: each for each in programme.indicators.all()}
    shown = _resolved(programme, rows, user)
    for each in shown:
        said = actions.Quarter(
            each.sent.words.get(DONE, ""),
            each.sent.words.get(DIFFICULT, ""),
            written={indicators[code]: value for code, value in each.sent.written.items()},
        )
        actions.send_quarter(
            period=each.period, agency=each.agency, place=_place(each.agency), said=said, by=user
        )
    return len(shown)


def _packed(rows: list[Sent], user: User) -> str:
    """What was read and shown, so that nothing need be sent twice over a slow line."""
    held = [
        [each.agency, each.period, each.words,
         {code: [one.mark.value, None if one.value is None else str(one.value)]
          for code, one in each.written.items()}]
        for each in rows
    ]  # fmt: skip
    return signing.dumps([str(user.uuid), held], salt=SALT, compress=True)


def _unpacked(seen: str, user: User) -> list[Sent]:
    try:
        owner, held = signing.loads(seen, salt=SALT, max_age=3600)
    except signing.BadSignature as bad:
        raise BadSheet(_("Chưa ghi được: đã quá một giờ từ khi xem. Đề nghị gửi lại tệp.")) from bad
    if owner != str(user.uuid):
        raise PermissionDenied
    return [
        Sent(agency, period, words, {
            code: Written(Mark(mark), None if value is None else Decimal(value))
            for code, (mark, value) in written.items()
        })
        for agency, period, words, written in held
    ]  # fmt: skip


def _quarters(programme: Programme) -> list[Period]:
    """Quarters that have begun and are open, the newest first."""
    rows = Period.objects.filter(
        programme=programme, kind=Period.Kind.QUARTER, closed_at=None,
        first_day__lte=clock.today(),
    )  # fmt: skip
    return list(rows.order_by("-closing_day")[:4])


def _asked(request: HttpRequest, quarters: list[Period]) -> Period | None:
    uuid = uuid_in(request.GET.get("ky", ""))
    return next((each for each in quarters if each.uuid == uuid), next(iter(quarters), None))


def _page(period: Period, agency: Agency) -> CommuneQuarter | None:
    rows = CommuneQuarter.objects.filter(period=period, agency=agency)
    return rows.select_related("evidence__words", "agency").first()


def _place(agency: Agency) -> Place | None:
    """Where the unit acts, if that is one place."""
    places = list(agency.places.all()[:2])
    return places[0] if len(places) == 1 else None
