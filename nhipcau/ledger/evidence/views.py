"""Evidence: the list, one of them, its file."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.agencies.people import person
from nhipcau.base import audit, clock
from nhipcau.registry.modules import registry
from nhipcau.shell.access import requires

from . import attribution
from .asking import evidence_of, programme_of
from .forms import ReasonForm
from .listing import PROVISION, WITHDRAWN, Listing
from .models import Evidence, EvidenceFile, Period


@requires("ledger.read_internal")
def evidence_list(request: HttpRequest, slug: str) -> HttpResponse:
    """What was done in a programme, newest first, narrowed as the address asks."""
    programme = programme_of(request, slug)
    context = {
        "programme": programme,
        "listing": Listing(programme, request.GET),
        "kinds": registry.evidence_kinds().values(),
        "periods": Period.objects.filter(programme=programme).order_by("-closing_day")[:24],
        "asked": request.GET,
        "clause": request.GET.get("dieu-khoan", ""),
        "address": request.GET.get(PROVISION, ""),
        "with_withdrawn": request.GET.get(WITHDRAWN, ""),
        "may_lodge": person(request).may("evidence.lodge"),
    }
    return render(request, "evidence/evidence_list.html", context)


@requires("ledger.read_internal")
def evidence_one(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One evidence: its words, its numbers, its files; and its withdrawal, where there is one."""
    return page(request, evidence_of(request, uuid))


def page(request: HttpRequest, evidence: Evidence, **said: Any) -> HttpResponse:
    """The page of one evidence, with a form as it was sent where one was refused."""
    user = person(request)
    may_withdraw = user.may("evidence.lodge") and attribution.may_withdraw(user, evidence)
    context = {
        "evidence": evidence,
        "files": [(each, _opens(user, each)) for each in evidence.files.all()],
        "by": User.objects.filter(uuid=evidence.by).first() if evidence.by else None,
        "may_withdraw": may_withdraw and not evidence.is_withdrawn,
        "form": ReasonForm(),
        **said,
    }
    return render(request, "evidence/evidence_one.html", context, status=422 if said else 200)


def _opens(user: User, file: EvidenceFile) -> bool:
    return attribution.is_kept(file, on=clock.today()) and attribution.may_open(user, file)


@requires("ledger.read_internal")
def evidence_file(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """A file, for those who may open it; that it was opened is noted."""
    row = get_object_or_404(
        EvidenceFile.objects.select_related("evidence__agency", "evidence__programme"),
        uuid=uuid,
        evidence__in=Evidence.objects.visible_to(request.user),
    )
    user = person(request)
    if not attribution.may_open(user, row):
        raise PermissionDenied(
            _(
                "Tệp này chưa mở được: chỉ đơn vị đã ghi nhận, cấp trên của đơn vị và đầu mối của "
                "chương trình được mở. Đề nghị liên hệ đơn vị đó."
            )
        )
    if not attribution.is_kept(row, on=clock.today()):
        raise PermissionDenied(
            _("Tệp này chưa mở được: đã hết thời hạn lưu giữ (%(day)s).")
            % {"day": f"{row.kept_until or row.removed_on:%d/%m/%Y}"}
        )
    if not row.file:
        raise Http404
    with transaction.atomic():
        audit.record("ledger.evidence_file_read", by=user, target=row, acting_for=user.acting_for)
    answer = FileResponse(row.file.open("rb"), as_attachment=True, filename=row.name)
    answer["Content-Type"] = "application/octet-stream"
    answer["Cache-Control"] = "private, no-store"
    return answer
