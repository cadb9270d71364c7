"""Difficulties and proposals: written, answered, taken into the next plan."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.models import Provision
from nhipcau.ledger.work.models import Directive

from . import policies
from .drafting import draft
from .models import Proposal, Report
from .models.report import own_agencies
from .returning import check_proposals_open


@dataclass(frozen=True, slots=True)
class Said:
    """What is hard or asked for, and to whom it is put."""

    kind: str
    words: str
    to_words: str = ""
    to_agency: Agency | None = None
    provision: Provision | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, by which document, on which day."""

    words: str
    document: str
    day: date


@transaction.atomic
def propose(*, report: Report, said: Said, by: User) -> Proposal:
    """Add a difficulty or a proposal to a report that is being written."""
    current = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    policies.check_is_own(current, by)
    policies.check_can_write(current)
    check_proposals_open(current)
    if not said.words.strip():
        raise Refused(_("Chưa ghi được kiến nghị: thiếu nội dung."))
    if said.kind == Proposal.Kind.PROPOSAL and not (said.to_words.strip() or said.to_agency):
        raise Refused(_("Chưa ghi được kiến nghị: chưa rõ kiến nghị với cơ quan nào."))
    to = said.to_agency
    row = Proposal.objects.create(
        programme=current.period.programme,
        report=current,
        agency=current.agency,
        kind=said.kind,
        words=said.words.strip(),
        to_agency=to,
        to_words=said.to_words.strip() or (to.name_on(clock.today()) if to else ""),
        provision=said.provision,
        asked_on=clock.today(),
        is_example=current.is_example,
    )
    audit.record("ledger.proposal_made", by=by, target=row, acting_for=by.acting_for)
    draft(report=current)
    return row


@transaction.atomic
def withdraw(*, proposal: Proposal, by: User) -> None:
    """Take it out of a report that was not sent yet."""
    report = proposal.report
    if report is None:
        raise Refused(_("Chưa xóa được: kiến nghị này không thuộc báo cáo đang soạn thảo."))
    policies.check_is_own(report, by)
    policies.check_can_write(report)
    check_proposals_open(report)
    audit.record("ledger.proposal_dropped", by=by, target=proposal, acting_for=by.acting_for)
    proposal.delete()
    draft(report=report)


@transaction.atomic
def answer(*, proposal: Proposal, answer: Answer, by: User) -> Proposal:
    """Record how it was answered; who was asked does, or who gathers the reports."""
    row = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if not may_answer(row, by):
        raise Refused(
            _(
                "Chưa ghi được trả lời: tài khoản không thuộc cơ quan được kiến nghị, cũng không "
                "thuộc cơ quan tổng hợp."
            )
        )
    policies.check_can_answer(row, words=answer.words)
    if answer.day < row.asked_on:
        raise Refused(_("Chưa ghi được trả lời: ngày trả lời trước ngày kiến nghị."))
    row.answer, row.answer_document = answer.words.strip(), answer.document.strip()
    row.answered_on, row.version = answer.day, row.version + 1
    row.save()
    audit.record("ledger.proposal_answered", by=by, target=row, acting_for=by.acting_for)
    return row


def may_answer(proposal: Proposal, by: User) -> bool:
    """Whether the person acts for who was asked, or for who gathers the report."""
    report = proposal.report
    above = report.above.agency_id if report is not None and report.above is not None else None
    return bool(own_agencies(by) & {proposal.to_agency_id, above})


@transaction.atomic
def take_into_plan(*, proposal: Proposal, agency: Agency, by: User) -> Directive:
    """Make it the origin of tasks of the next plan: «đề xuất, kiến nghị của kỳ sơ kết»."""
    row = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if agency.pk not in own_agencies(by):
        raise Refused(
            _("Chưa đưa vào kế hoạch được: tài khoản không thuộc %(agency)s.") % {"agency": agency}
        )
    if row.directive is not None:
        return row.directive
    directive = Directive.objects.create(
        programme=row.programme,
        kind=Directive.Kind.PROPOSAL,
        issued_on=row.answered_on or clock.today(),
        number=row.answer_document[:60],
        issuer=row.agency.name_on(row.asked_on)[:200],
        issuer_agency=row.agency,
        summary=row.words,
        provision=row.provision,
        agency=agency,
        is_example=row.is_example,
    )
    row.directive = directive
    row.save(update_fields=["directive"])
    audit.record("ledger.proposal_planned", by=by, target=row, acting_for=by.acting_for)
    return directive
