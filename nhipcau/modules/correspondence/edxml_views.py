"""Messages of edXML: handed in, looked at, taken in or put aside; dispatches and states out."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.agencies.bodies import bodies_of
from nhipcau.agencies.models import Agency
from nhipcau.agencies.people import agency_of, person
from nhipcau.base.refusal import Refused
from nhipcau.language.fold import fold
from nhipcau.shell.access import requires

from . import marking, policies, sending, taking_in
from .admitting import Opened, opened
from .beginning import suggested_agencies
from .edxml_forms import CodesForm, HandInForm, RefusalForm, TakeInForm
from .intake import Act, Understood, understand
from .models import Dispatch, Message
from .views import shown, shown_receipt

XML = "application/xml"
ASKS = {Act.RECORD, Act.REPLACE}


@requires("correspondence.record")
def hand_in(request: HttpRequest) -> HttpResponse:
    """Hand a message in; what was understood is shown on the next page, nothing is recorded yet."""
    form = HandInForm(request.POST or None, request.FILES or None)
    user = person(request)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        message = taking_in.hand_in(
            content=file.read(),
            name=file.name,
            opened=form.fields["file"].opened,  # type: ignore[attr-defined]
            by=user,
            acting_for=agency_of(request),
        )
        return redirect("correspondence:message", message.uuid)
    context = {"form": form, "waiting": Message.objects.waiting_for(user)}
    status = 422 if form.errors else 200
    return render(request, "correspondence/hand_in.html", context, status=status)


@requires("correspondence.record")
def message(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What was understood of a message, line by line; then taking it in."""
    held = _waiting(request, uuid)
    try:
        said = _opened(held)
    except ValidationError as fault:
        # Only where the rules were made stricter since it was handed in.
        messages.error(request, fault.messages[0])
        return redirect("correspondence:hand-in")
    meant = understand(said, person(request))
    form = _form(request, meant)
    if request.method == "POST" and (form is None or form.is_valid()):
        answer = _take_in(request, held, said, meant, form)
        if isinstance(answer, HttpResponse):
            return answer
        messages.error(request, answer)
        meant = understand(said, person(request))
    context = {
        "message": held,
        "meant": meant,
        "is_recall": meant.act is Act.RECALL,
        "form": form,
        "refusal_form": RefusalForm(),
        "agencies": suggested_agencies(person(request)) if form else (),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "correspondence/message.html", context, status=status)


@require_POST
@requires("correspondence.record")
def put_aside(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Delete a message that is not taken in."""
    held = _waiting(request, uuid)
    taking_in.put_aside(message=held, by=person(request), acting_for=agency_of(request))
    messages.success(request, _("Đã bỏ thông điệp; không giữ lại gì."))
    return redirect("correspondence:hand-in")


@require_POST
@requires("correspondence.record")
def refuse_recall(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Keep what the sender wants back, with the reason."""
    held = _waiting(request, uuid)
    form = RefusalForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Chưa ghi nhận được: thiếu lý do. Đề nghị nêu rõ lý do."))
        return redirect("correspondence:message", held.uuid)
    try:
        kept = taking_in.refuse_recall(
            message=held,
            opened=_opened(held),
            reason=form.cleaned_data["reason"],
            by=person(request),
            acting_for=agency_of(request),
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("correspondence:message", held.uuid)
    messages.success(request, _("Đã ghi nhận không đồng ý thu hồi; văn bản vẫn có giá trị."))
    return redirect(kept)


@requires("correspondence.record")
def export(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A recorded dispatch as a message to save; identifiers that are not known are asked for."""
    held = shown(request, uuid)
    agencies = [held.sender, *(each.agency for each in held.receipts.all() if each.agency)]
    form = _codes_form(request, held, agencies)
    if request.method == "POST" and form.is_valid():
        try:
            policies.check_sent_by(held, bodies=bodies_of(person(request)))
            content = sending.export(
                dispatch=held,
                codes=form.codes(),
                by=person(request),
                acting_for=agency_of(request),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(content, held, "van-ban")
    return _export_page(request, held, form, _("Xuất văn bản thành edXML"))


@requires("correspondence.record")
def export_status(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """How far a dispatch has come at a receiver of ours, as a status message to save."""
    receipt = shown_receipt(request, uuid)
    held = shown(request, receipt.dispatch.uuid)
    agencies = [held.sender, *([receipt.agency] if receipt.agency else [])]
    form = _codes_form(request, held, agencies)
    if request.method == "POST" and form.is_valid():
        try:
            policies.check_is_receiver(receipt, bodies=bodies_of(person(request)))
            content = sending.export_status(
                receipt=receipt,
                codes=form.codes(),
                by=person(request),
                acting_for=agency_of(request),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(content, held, "tinh-trang")
    return _export_page(request, held, form, _("Xuất tình trạng thành edXML"), receipt)


def _take_in(
    request: HttpRequest, held: Message, said: Opened, meant: Understood, form: TakeInForm | None
) -> HttpResponse | str:
    """The way on, or the sentence that says why not."""
    try:
        made = taking_in.take_in(
            message=held,
            opened=said,
            said=form.said() if form else taking_in.Said(),
            by=person(request),
            acting_for=agency_of(request),
        )
    except Refused as refusal:
        return str(refusal)
    messages.success(request, _done(meant, made))
    return redirect(made)


def _done(meant: Understood, made: Dispatch) -> str:
    return {
        Act.TELL: _("Đã ghi nhận tình trạng của văn bản số %s."),
        Act.RECALL: _("Đã ghi nhận việc thu hồi văn bản số %s; nội dung đã ghi vẫn đọc được."),
        Act.UPDATE: _("Đã nhận bản cập nhật của văn bản số %s; bản trước vẫn đọc được."),
        Act.REPLACE: _("Đã ghi nhận văn bản số %s; văn bản được thay thế vẫn đọc được."),
    }.get(meant.act, _("Đã ghi nhận văn bản số %s.")) % made.number


def _form(request: HttpRequest, meant: Understood) -> TakeInForm | None:
    """What has to be said before it is taken in; nothing for states, recalls, updates."""
    if meant.refusal or meant.act not in ASKS:
        return None
    return TakeInForm(request.POST or None, user=person(request), meant=meant)


def _waiting(request: HttpRequest, uuid: UUID) -> Message:
    return get_object_or_404(Message.objects.waiting_for(person(request)), uuid=uuid)


def _opened(held: Message) -> Opened:
    with held.file.open("rb") as file:
        return opened(file.read())


def _codes_form(request: HttpRequest, held: Dispatch, agencies: list[Agency]) -> CodesForm:
    return CodesForm(request.POST or None, agencies=agencies, codes=sending.known_codes(held))


def _export_page(
    request: HttpRequest, held: Dispatch, form: CodesForm, title: str, receipt: Any = None
) -> HttpResponse:
    context = {
        "dispatch": held, "form": form, "title": title, "receipt": receipt, "mark": marking.said(),
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, "correspondence/export.html", context, status=status)


def _saved(content: bytes, held: Dispatch, what: str) -> HttpResponse:
    name = f"{what}-{slugify(fold(held.number.replace('/', '-')))}.edxml"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=XML, headers=headers)
