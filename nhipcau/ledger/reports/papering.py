"""The paper that carries a report: agreed by its sides, signed and numbered outside."""

from django.db import transaction

from nhipcau.agencies.models import User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.language.dates import write_figures
from nhipcau.ledger.papers import actions as papers
from nhipcau.ledger.papers import filling, sides
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.papers.values import Recipient, Side

from . import policies
from .composing import filler_of, subject
from .drafting import draft
from .levels import Level
from .models import Report, ReportMove
from .moving import move


@transaction.atomic
def begin_paper(*, report: Report, by: User) -> Paper:
    """Begin the document: all sides of a joint report, else the unit alone. Raises Refused."""
    current = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    policies.check_is_own(current, by)
    policies.check_can_write(current)
    if current.paper is not None:
        return current.paper
    if current.drafted_at is None:
        draft(report=current)
    paper = papers.begin(
        programme=current.period.programme,
        kind=kind_of(current),
        title=subject(current),
        drafted_by=current.agency,
        sides=_sides(current),
        recipients=_recipients(current),
        by=by,
        is_example=current.is_example,
        subject_values={"year": current.period.year},
    )
    _place(paper, current)
    current.paper = paper
    current.save(update_fields=["paper"])
    audit.record("ledger.report_papered", by=by, target=current, acting_for=by.acting_for)
    return paper


@transaction.atomic
def begin_correction(*, report: Report, by: User) -> Paper:
    """Begin the letter that mends the form of an issued report (Decree 30/2020, Điều 18.3).

    Raises Refused. What the report says stays as it was sent.
    """
    current = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    policies.check_can_correct(current)
    assert current.paper is not None  # noqa: S101  the rule has looked
    begun = current.paper.corrected_by.filter(state__in=_UNDER_WAY).first()
    return begun or papers.correct(paper=current.paper, by=by)


def corrected(letter: Paper, by: User) -> None:
    """The letter got number and day: the report that it mends says so from now on."""
    report = Report.objects.filter(paper=letter.corrects_id).select_for_update(of=("self",)).first()
    if letter.corrects_id is None or report is None:
        return
    day = write_figures(letter.issued_on) if letter.issued_on else ""
    move(report, ReportMove.Kind.CORRECTED, by=by, document=f"{letter.number} ngày {day}")
    audit.record("ledger.report_corrected", by=by, target=report, acting_for=by.acting_for)


def provide() -> None:
    """Hear of letters of correction: called once, when the application is ready."""
    filling.after_recording("correction-letter", corrected)


_UNDER_WAY = ("draft", "asked", "partly", "agreed", "submitted")


def kind_of(report: Report) -> str:
    """The kind of paper: that of the outline in which it is written."""
    outline = report.outline
    return outline.kind if outline is not None else report.regime.outline_at(report.level)


def words_changed(report: Report, *, by: User) -> None:
    """Words or figures changed: whoever agreed to the paper agreed to others."""
    if report.paper is not None:
        papers.content_changed(report.paper, by=by)


def _sides(report: Report) -> list[Side]:
    if report.level == Level.JOINT:
        found = sides.of(report.period.programme, on=clock.today())
        if found:
            return found
        raise Refused(
            "Chưa lập được văn bản: chưa rõ cơ quan nào thay mặt các bên ký kết. "
            "Đề nghị ghi nhận cơ quan thay mặt trước."
        )
    return [Side(report.agency, leads=True, numbers=True)]


def _recipients(report: Report) -> list[Recipient]:
    if report.above is None or report.level == Level.JOINT:
        return []
    return [Recipient(report.above.agency, report.above.name_of_agency, "để tổng hợp")]


def _place(paper: Paper, report: Report) -> None:
    """The paper's places are the report's: words are written there, in one place only."""
    paper.sections.all().delete()
    paper.sections.model.objects.bulk_create(
        paper.sections.model(
            paper=paper,
            order=section.order,
            key=section.key,
            level=section.level,
            number=section.number,
            title=section.title,
            filler=filler_of(section.key),
        )
        for section in report.sections.all()
    )
