"""May a report be written, sent, received, returned, gathered? Each rule raises with its sentence."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.base.refusal import Refused
from nhipcau.language.dates import write_figures
from nhipcau.ledger.evidence.models import Period
from nhipcau.ledger.programmes.amendment_policies import Stale

from .models import Proposal, Regime, Report, Review
from .models.report import own_agencies

__all__ = ["Stale"]


def check_regime(regime: Regime) -> None:
    """Raises Refused for a periodic report of others without a legal basis, of its own or above."""
    if regime.is_internal or has_basis(regime):
        return
    if regime.kind == Regime.Kind.PERIODIC:
        raise Refused(
            _(
                "Chưa lập được chế độ báo cáo: báo cáo định kỳ của cơ quan khác phải có căn cứ "
                "pháp lý. Đề nghị ghi căn cứ, lồng ghép vào chế độ đã có căn cứ, hoặc đề nghị "
                "bằng văn bản theo hình thức chuyên đề, đột xuất."
            )
        )
    if not (regime.letter.strip() or regime.paper_id):
        raise Refused(
            _(
                "Chưa lập được chế độ báo cáo: báo cáo chuyên đề, đột xuất phải có văn bản đề nghị. "
                "Đề nghị ghi số, ngày của văn bản."
            )
        )


def has_basis(regime: Regime) -> bool:
    """Whether it, or the regime that it is folded into, rests on a legal basis."""
    seen: set[int] = set()
    current: Regime | None = regime
    while current is not None and current.pk not in seen:
        if current.legal_basis.strip():
            return True
        seen.add(current.pk)
        current = current.folded_into
    return False


def check_deadline(closing: date, due: date) -> None:
    """Raises Refused unless a working day lies between the closing day and the deadline."""
    days = range(closing.toordinal() + 1, due.toordinal() + 1)
    if not any(date.fromordinal(day).weekday() < 5 for day in days):
        raise Refused(
            _(
                "Chưa ghi được thời hạn %(due)s: từ ngày chốt số liệu %(closing)s phải còn ít nhất "
                "một ngày làm việc. Đề nghị chọn ngày muộn hơn."
            )
            % {"due": write_figures(due), "closing": write_figures(closing)}
        )


def check_can_open(period: Period) -> None:
    """Raises Refused for a period whose figures are closed already."""
    if period.is_closed:
        raise Refused(
            _(
                "Chưa lập được báo cáo: %(period)s đã chốt số liệu ngày %(day)s. "
                "Đề nghị lập cho kỳ sau hoặc đề nghị đầu mối mở lại kỳ báo cáo."
            )
            % {"period": period.label, "day": write_figures(period.closing_day)}
        )


def check_is_own(report: Report, by: User) -> None:
    """Raises Refused unless the person acts for the unit whose report it is, or stands above it."""
    own = own_agencies(by)
    if report.agency_id not in own and report.agency.parent_id not in own:
        raise Refused(
            _(
                "Chưa thực hiện được: tài khoản không thuộc %(agency)s. "
                "Đề nghị người của đơn vị đó thực hiện."
            )
            % {"agency": report.agency}
        )


def check_is_receiver(report: Report, by: User) -> None:
    """Raises Refused unless the person acts for whoever gathers the report."""
    if report.above is None or report.above.agency_id not in own_agencies(by):
        raise Refused(
            _(
                "Chưa thực hiện được: tài khoản không thuộc cơ quan nhận báo cáo. "
                "Đề nghị người của cơ quan nhận thực hiện."
            )
        )


def check_can_write(report: Report) -> None:
    """Raises Refused once the report was sent and not returned."""
    if not report.is_writable:
        raise Refused(
            _(
                "Chưa sửa được báo cáo: báo cáo đã gửi. Đề nghị cơ quan nhận trả lại để bổ sung, "
                "hoặc lập báo cáo thay thế."
            )
        )


def check_can_give_number(report: Report, reason: str) -> None:
    """Raises Refused for a closed period, a sent report, or a number without its reason."""
    check_can_write(report)
    period = report.period
    if period.is_closed:
        raise Refused(
            _(
                "Chưa ghi nhận được số liệu: %(period)s đã chốt số liệu ngày %(day)s. "
                "Đề nghị ghi vào kỳ sau hoặc đề nghị đầu mối mở lại kỳ báo cáo."
            )
            % {"period": period.label, "day": write_figures(period.closing_day)}
        )
    if not reason.strip():
        raise Refused(
            _(
                "Chưa ghi nhận được số liệu: thiếu lý do khác với số của nền tảng. Đề nghị ghi lý do."
            )
        )


def sent_from(report: Report) -> date:
    """The first day on which a report may be sent: that on which its figures close."""
    return min(report.period.closing_day, report.due)


def check_can_send(report: Report, *, on: date) -> None:
    """Raises Refused unless it is being written, begun, and not yet gathered above."""
    check_can_write(report)
    if report.drafted_at is None:
        raise Refused(
            _("Chưa gửi được báo cáo: chưa có dự thảo báo cáo. Đề nghị mở báo cáo để xem trước.")
        )
    if on < (day := sent_from(report)):
        raise Refused(
            _(
                "Chưa gửi được báo cáo: số liệu của kỳ đến ngày %(day)s mới chốt. "
                "Đề nghị gửi từ ngày đó."
            )
            % {"day": write_figures(day)}
        )
    above = report.above
    if above is not None and above.is_there:
        raise Refused(
            _(
                "Chưa gửi được báo cáo: kỳ báo cáo đã khép lại, báo cáo tổng hợp đã gửi ngày "
                "%(day)s. Đề nghị đầu mối trả lại báo cáo tổng hợp, hoặc gửi trong kỳ sau."
            )
            % {"day": write_figures(above.sent_at.date()) if above.sent_at else ""}
        )


def check_can_receive(report: Report) -> None:
    """Raises Refused unless it was sent and waits."""
    if report.state != Report.State.SENT:
        raise Refused(_("Chưa tiếp nhận được: báo cáo không ở bước chờ tiếp nhận."))


def check_can_return(report: Report, *, reason: str, sections: Iterable[str]) -> None:
    """Raises Refused unless it is there, not gathered, with a reason; sections are its own."""
    if report.state not in {Report.State.SENT, Report.State.RECEIVED}:
        raise Refused(
            _(
                "Chưa trả lại được: báo cáo chưa gửi hoặc đã được tổng hợp. "
                "Nếu đã tổng hợp, đề nghị lập báo cáo thay thế."
            )
        )
    if not reason.strip():
        raise Refused(
            _("Chưa trả lại được: thiếu lý do. Đề nghị nêu rõ nội dung cần bổ sung, hoàn thiện.")
        )
    foreign = set(sections) - set(report.sections.values_list("key", flat=True))
    if foreign:
        raise Refused(_("Chưa trả lại được: mục được chọn không thuộc báo cáo này."))


def check_can_consolidate(report: Report) -> None:
    """Raises Refused unless it was received."""
    if report.state != Report.State.RECEIVED:
        raise Refused(
            _("Chưa tổng hợp được: báo cáo chưa được tiếp nhận. Đề nghị tiếp nhận trước.")
        )


def check_can_replace(report: Report) -> None:
    """Raises Refused unless the report is out: a draft is simply written."""
    if not report.is_there:
        raise Refused(
            _(
                "Chưa lập được báo cáo thay thế: báo cáo chưa gửi hoặc đã được thay thế. "
                "Đề nghị sửa trực tiếp trong dự thảo."
            )
        )


def check_can_correct(report: Report) -> None:
    """Raises Refused unless its document was issued: a letter corrects what has a number."""
    if report.paper is None or not report.paper.number or report.state == Report.State.REPLACED:
        raise Refused(
            _(
                "Chưa lập được công văn đính chính: báo cáo chưa ban hành thành văn bản có số, "
                "ngày, hoặc đã được thay thế. Đề nghị sửa trong dự thảo, hoặc lập báo cáo thay thế."
            )
        )


def check_can_paper_review(review: Review, *, is_lead: bool) -> None:
    """Raises Refused unless the lead asks, for a final review: a year's has its joint report."""
    if not is_lead:
        raise Refused(
            _(
                "Chưa lập được báo cáo tổng kết: tài khoản không thuộc cơ quan chủ trì (%(agency)s). "
                "Đề nghị người của cơ quan chủ trì thực hiện."
            )
            % {"agency": review.lead}
        )
    if review.kind != Review.Kind.FINAL:
        raise Refused(
            _(
                "Chưa lập được báo cáo tổng kết: kỳ này là sơ kết năm. "
                "Đề nghị dùng báo cáo chung của năm."
            )
        )


def check_can_answer(proposal: Proposal, *, words: str) -> None:
    """Raises Refused for an empty answer, or one given already."""
    if proposal.answered_on is not None:
        raise Refused(
            _("Chưa ghi được trả lời: kiến nghị này đã được trả lời ngày %(day)s.")
            % {"day": write_figures(proposal.answered_on)}
        )
    if not words.strip():
        raise Refused(_("Chưa ghi được trả lời: thiếu nội dung trả lời."))
