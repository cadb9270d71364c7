"""Where the words of reports live; and where reports repeat evidence and tasks, word for word."""

import json
from collections.abc import Iterable, Iterator
from itertools import product

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.base.copies import Copy, fields, told_of, words
from nhipcau.ledger.evidence.copies import sent_in
from nhipcau.ledger.evidence.models import (
    CommuneQuarter,
    EffectValue,
    Evidence,
    EvidenceText,
    Figure,
    Indicator,
)
from nhipcau.ledger.papers.copies import editions_holding, holding, quoted
from nhipcau.ledger.papers.models import Paper, PaperEdition
from nhipcau.ledger.work.models import Task
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

PROPOSAL = ("words", "to_words", "answer", "answer_document")
MEETING = ("venue", "chair", "participants")
LINE = ("draft", "base", "typed", "conflict")


def of_report(report: Report) -> Iterator[Copy]:
    """The draft with its numbers' reasons and proposals, what was sent, what was said of it."""
    lines = ReportLine.objects.filter(section__report=report)
    yield fields(_("Các dòng của báo cáo"), lines, LINE)
    yield fields(_("Các mục của báo cáo"), report.sections.all(), ("title", "prompt"))
    yield fields(_("Lý do của số đơn vị báo cáo"), report.numbers.all(), ("reason",))
    yield fields(_("Đề xuất, kiến nghị"), report.proposals.all(), PROPOSAL)
    yield fields(_("Tệp Word gửi lại"), report.incoming.all(), ("file_name",), content={})
    yield words(_("Bản chụp báo cáo đã gửi"), report.snapshots.all())
    yield words(_("Diễn biến báo cáo"), report.moves.all())
    if report.paper is not None:
        yield words(_("Các bản đã gửi lấy ý kiến"), report.paper.editions.all())
    # A reason goes upward with its number.
    yield from quoting(report.numbers.values_list("reason", flat=True))


def of_move(move: ReportMove) -> Iterator[Copy]:
    """A reason stands in the audit of its report as well."""
    yield told_of(move.report)


def of_proposal(proposal: Proposal) -> Iterator[Copy]:
    """The row, the task's origin that was made of it, and reports that repeat it."""
    yield fields(_("Đề xuất, kiến nghị"), [proposal], PROPOSAL)
    if proposal.directive is not None:
        yield fields(_("Nguồn nhiệm vụ"), [proposal.directive], ("summary",))
    editions = PaperEdition.objects.filter(paper__final_review__programme=proposal.programme)
    repeated = editions.filter(
        words__text__contains=json.dumps(proposal.words, ensure_ascii=False)[1:-1]
    )
    yield words(_("Báo cáo tổng kết chép lại kiến nghị này"), repeated)
    yield from quoting((proposal.words, proposal.answer))


def of_review(review: Review) -> Iterator[Copy]:
    """The conference with its agenda, and the notes of each side."""
    conferences = Conference.objects.filter(review=review)
    yield fields(_("Hội nghị"), conferences, MEETING)
    for conference in conferences:
        yield fields(_("Chương trình hội nghị"), conference.agenda.all(), ("words", "presenter"))
    yield fields(_("Ghi chú riêng"), review.private_notes.all(), ("words",))


def of_evidence(evidence: Evidence) -> Iterator[Copy]:
    """Reports that took its words in, at every level that gathered them."""
    text = EvidenceText.objects.get(row=evidence).text
    said = json.loads(text) if text else {}
    yield from quoting(each for each in said.values() if isinstance(each, str))


def of_quarter(page: CommuneQuarter) -> Iterator[Copy]:
    """Reports that took in what the commune did, or what it finds difficult."""
    yield from quoting([page.difficulties])
    for evidence in sent_in(page):
        yield from of_evidence(evidence)


def of_effect(effect: EffectValue) -> Iterator[Copy]:
    """Reports that say how it was measured."""
    yield from quoting((effect.source, effect.doubt))


def of_indicator(indicator: Indicator) -> Iterator[Copy]:
    """Reports that name it, and those that repeat what was said of its numbers."""
    yield from quoting((indicator.name, indicator.definition))
    for effect in indicator.effects.all():
        yield from of_effect(effect)


def of_task(task: Task) -> Iterator[Copy]:
    """Reports that took in what it is and what came of it."""
    yield from quoting((task.title, task.result))


def quoting(texts: Iterable[str]) -> Iterator[Copy]:
    """Lines, sent reports and editions of reports' papers that hold one of these texts whole."""
    known = quoted(texts)
    in_lines = Q(pk=None)
    for each, name in product(known, LINE):
        in_lines |= Q(**{f"{name}__contains": each})
    if known:
        repeated, sent = (
            ReportLine.objects.filter(in_lines),
            Snapshot.objects.filter(holding(known)),
        )
        yield fields(_("Dòng báo cáo chép lại nội dung này"), repeated, LINE)
        yield words(_("Bản chụp báo cáo chép lại nội dung này"), sent)
        of_reports = Report.objects.exclude(paper=None).values("paper")
        yield editions_holding(known, Paper.objects.filter(pk__in=of_reports))


COPIES = (
    Copies(Report, _("Báo cáo"), of_report),
    Copies(Snapshot, _("Bản chụp báo cáo đã gửi"), lambda sent: of_report(sent.report)),
    Copies(ReportMove, _("Diễn biến báo cáo"), of_move),
    Copies(Proposal, _("Đề xuất, kiến nghị"), of_proposal),
    Copies(Review, _("Sơ kết, tổng kết"), of_review),
    Copies(
        PrivateNote,
        _("Ghi chú riêng"),
        lambda note: [fields(_("Ghi chú riêng"), [note], ("words",))],
    ),
    Copies(Evidence, _("Minh chứng"), of_evidence),
    Copies(CommuneQuarter, _("Trang quý của xã"), of_quarter),
    Copies(Figure, _("Số liệu của đơn vị"), lambda figure: quoting([figure.reason])),
    Copies(EffectValue, _("Giá trị hiệu quả"), of_effect),
    Copies(Indicator, _("Chỉ tiêu"), of_indicator),
    Copies(Task, _("Nhiệm vụ"), of_task),
)
