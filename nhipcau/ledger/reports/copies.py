"""Where the words of reports live: drafts, snapshots, what was said of them, proposals, notes."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from nhipcau.base.copies import Copy, fields, told_of, words
from nhipcau.registry.manifest import Copies

from .models import (
    Conference,
    PrivateNote,
    Proposal,
    Report,
    ReportLine,
    ReportMove,
    Review,
    Snapshot,
)


def of_report(report: Report) -> Iterator[Copy]:
    """Draft, snapshots, remarks, reasons of numbers, proposals, files that came back."""
    lines = ReportLine.objects.filter(section__report=report)
    yield fields(_("Các đoạn của dự thảo"), lines, ("draft", "base", "typed", "conflict"))
    yield fields(_("Lý do khác số liệu"), report.numbers.all(), ("reason",))
    yield fields(_("Tệp Word gửi lại"), report.incoming.all(), ("file_name",), content={})
    yield fields(_("Khó khăn, kiến nghị"), report.proposals.all(), PROPOSAL)
    yield words(_("Bản đã gửi"), report.snapshots.all())
    yield words(_("Lý do, ý kiến"), report.moves.all())
    if report.paper is not None:
        yield words(_("Các bản đã gửi lấy ý kiến"), report.paper.editions.all())
    if report.above is not None:
        # What was gathered stands in the account above as well.
        yield words(_("Bản đã gửi của báo cáo tổng hợp"), report.above.snapshots.all())


PROPOSAL = ("words", "to_words", "answer", "answer_document")
MEETING = ("venue", "chair", "participants")


def of_proposal(proposal: Proposal) -> Iterator[Copy]:
    """The row, and every place of its report."""
    yield fields(_("Khó khăn, kiến nghị"), [proposal], PROPOSAL)
    if proposal.report is not None:
        yield from of_report(proposal.report)
    if proposal.directive is not None:
        yield fields(_("Nguồn nhiệm vụ"), [proposal.directive], ("summary",))


def of_review(review: Review) -> Iterator[Copy]:
    """The conference with its agenda, and the notes of each side."""
    conferences = Conference.objects.filter(review=review)
    yield fields(_("Hội nghị"), conferences, MEETING)
    for conference in conferences:
        yield fields(_("Chương trình hội nghị"), conference.agenda.all(), ("words", "presenter"))
    yield fields(_("Ghi chú riêng"), review.private_notes.all(), ("words",))


def of_note(note: PrivateNote) -> Iterator[Copy]:
    """A note lives in itself only."""
    yield fields(_("Ghi chú riêng"), [note], ("words",))
    yield told_of(note)


COPIES = (
    Copies(Report, _("Báo cáo"), of_report),
    Copies(Snapshot, _("Bản đã gửi"), lambda row: of_report(row.report)),
    Copies(ReportMove, _("Ý kiến về báo cáo"), lambda row: of_report(row.report)),
    Copies(Proposal, _("Khó khăn, kiến nghị"), of_proposal),
    Copies(Review, _("Sơ kết, tổng kết"), of_review),
    Copies(PrivateNote, _("Ghi chú riêng"), of_note),
)
