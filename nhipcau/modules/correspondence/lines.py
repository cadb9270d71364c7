"""A message line by line, for the person who decides: what it says, how it was understood."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency
from nhipcau.shell.templatetags.ui import day as in_figures
from nhipcau.standards import edxml

from .admitting import Opened
from .models import Dispatch, Receipt


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a message says, and how it was understood here."""

    label: str
    said: str
    understood: str = ""
    is_doubtful: bool = False


def of_document(
    document: edxml.Document,
    opened: Opened,
    sender: Agency | None,
    receivers: tuple[tuple[edxml.Organ, Agency | None], ...],
    answered: Dispatch | None,
) -> Iterator[Line]:
    """What a document says, from its sender to its files."""
    yield Line(_("Thông điệp"), document.business.type.words, document.business.reason)
    yield _signature_line(opened)
    yield _agency_line(_("Cơ quan gửi"), document.sender, sender)
    for organ, agency in receivers:
        yield _agency_line(_("Nơi nhận"), organ, agency)
    yield Line(_("Số, ký hiệu"), document.code)
    yield Line(_("Ngày văn bản"), in_figures(document.issued_on))
    yield Line(_("Tên loại"), document.kind.name)
    yield Line(_("Trích yếu"), document.subject)
    yield Line(
        _("Người ký"), " – ".join(filter(None, [document.signer.position, document.signer.name]))
    )
    yield Line(_("Độ khẩn"), document.other.priority.words)
    yield Line(_("Hạn trả lời"), in_figures(document.due_on))
    for each in document.answers:
        held = answered.subject if answered and answered.number == each.code else ""
        yield Line(
            _("Trả lời văn bản"), each.code or each.identity, held or _("chưa có ở đây"), not held
        )
    if document.steering is not edxml.SteeringType.ORDINARY:
        yield Line(_("Chỉ đạo"), document.steering.words)
    for code in document.task_codes:
        yield Line(_("Mã nhiệm vụ"), code)
    for file in opened.files:
        yield Line(_("Tệp"), file.name, _("được nhận"))
    for left in opened.left_out:
        yield Line(_("Tệp"), left.name, left.reason, is_doubtful=True)


def of_status(
    status: edxml.Status, opened: Opened, about: Dispatch | None, receipt: Receipt | None
) -> Iterator[Line]:
    """What a status message says, and of which document."""
    yield Line(_("Thông điệp"), _("Tình trạng văn bản"))
    yield _signature_line(opened)
    said = status.about.code or status.about.identity
    held = about.subject if about else _("chưa có ở đây")
    yield Line(_("Về văn bản"), said, held, is_doubtful=about is None)
    name = status.sender.name or status.sender.code
    known = receipt.name if receipt else _("không phải nơi nhận")
    is_recall = status.code is edxml.StatusCode.RECALLED
    yield Line(_("Nơi báo"), name, "" if is_recall else known, receipt is None and not is_recall)
    yield Line(_("Tình trạng"), status.code.words, status.description)
    if status.at:
        yield Line(_("Lúc"), f"{status.at:%H:%M %d/%m/%Y}")


def _signature_line(opened: Opened) -> Line:
    """What was found out about the signature, with the root that was trusted."""
    is_doubtful = not opened.verdict.is_trusted
    return Line(_("Chữ ký của thông điệp"), opened.verdict.words, is_doubtful=is_doubtful)


def _agency_line(label: str, organ: edxml.Organ, agency: Agency | None) -> Line:
    said = " · ".join(filter(None, [organ.name, organ.code]))
    understood = agency.full_name if agency else _("chưa rõ là cơ quan nào")
    return Line(label, said, understood, is_doubtful=agency is None)
