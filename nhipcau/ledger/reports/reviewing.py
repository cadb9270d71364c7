"""Sơ kết, tổng kết: conference with invitation and agenda, report, conclusions that become work."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.papers import actions as papers
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.papers.values import Side
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import Directive

from .levels import Level
from .models import AgendaItem, Conference, PrivateNote, Report, Review
from .models.report import own_agencies


@dataclass(frozen=True, slots=True)
class Meeting:
    """When and where a conference is held, who chairs it, who comes."""

    starts_at: datetime
    ends_at: datetime
    venue: str
    chair: str
    participants: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the agenda."""

    minutes: int
    words: str
    presenter: str = ""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Who is to do what by when, as the chair concluded."""

    agency: Agency
    words: str
    due: date | None = None


@transaction.atomic
def begin(*, programme: Programme, kind: str, year: int, lead: Agency, by: User) -> Review:
    """Begin a review; its report is the joint one of the year, where that exists."""
    _check_speaks(by, lead)
    if Review.objects.filter(programme=programme, kind=kind, year=year).exists():
        raise Refused(_("Chưa lập được: kỳ sơ kết, tổng kết này đã có."))
    report = (
        Report.objects.current()
        .filter(period__programme=programme, period__year=year, level=Level.JOINT, review=None)
        .order_by("-period__closing_day")
        .first()
    )
    review = Review.objects.create(
        programme=programme,
        kind=kind,
        year=year,
        lead=lead,
        report=report if kind == Review.Kind.ANNUAL else None,
        is_example=programme.is_example,
    )
    audit.record("ledger.review_begun", by=by, target=review, acting_for=by.acting_for)
    return review


@transaction.atomic
def hold(*, review: Review, meeting: Meeting, agenda: Iterable[Item], by: User) -> Conference:
    """Set the conference, or set it anew: calendars renew the entry. Raises Refused."""
    _check_speaks(by, review.lead)
    if meeting.ends_at <= meeting.starts_at:
        raise Refused(_("Chưa ghi được hội nghị: giờ kết thúc phải sau giờ bắt đầu."))
    held = Conference.objects.select_for_update().filter(review=review).first()
    row = held or Conference(review=review)
    for name in Meeting.__dataclass_fields__:
        setattr(row, name, getattr(meeting, name))
    row.sequence += int(held is not None)
    row.save()
    row.agenda.all().delete()
    AgendaItem.objects.bulk_create(
        AgendaItem(
            conference=row, order=order, minutes=item.minutes, words=item.words,
            presenter=item.presenter,
        )
        for order, item in enumerate(agenda, start=1)
    )  # fmt: skip
    if row.invitation is not None:
        papers.content_changed(row.invitation, by=by)
    audit.record("ledger.conference_set", by=by, target=row, acting_for=by.acting_for)
    return row


@transaction.atomic
def invite(*, conference: Conference, by: User) -> Paper:
    """Begin the invitation."""
    review = conference.review
    _check_speaks(by, review.lead)
    if conference.invitation is None:
        title = _title("Dự Hội nghị", review)
        conference.invitation = _paper(review, "invitation", title, by)
        # The conference says these; the blanks of the outline would stand beside them.
        conference.invitation.sections.filter(key__in=("facts", "content")).update(words="")
        conference.save(update_fields=["invitation"])
    return conference.invitation


@transaction.atomic
def conclude(*, review: Review, conclusions: Iterable[Conclusion], by: User) -> Paper:
    """Begin the conclusion notice; each conclusion is a directive from which tasks are made."""
    _check_speaks(by, review.lead)
    if review.conclusion is None:
        title = _title("Kết luận tại Hội nghị", review)
        review.conclusion = _paper(review, "conclusion-notice", title, by)
        review.save(update_fields=["conclusion"])
    for each in conclusions:
        Directive.objects.create(
            programme=review.programme,
            kind=Directive.Kind.CONCLUSION,
            issued_on=clock.today(),
            issuer=review.lead.name_on(clock.today())[:200],
            issuer_agency=review.lead,
            summary=each.words.strip(),
            agency=each.agency,
            due=each.due,
            paper=review.conclusion,
            is_example=review.is_example,
        )
    papers.content_changed(review.conclusion, by=by)
    audit.record("ledger.review_concluded", by=by, target=review, acting_for=by.acting_for)
    return review.conclusion


def concluded(paper: Paper, by: User) -> None:
    """The notice got number and day: its directives have them too."""
    del by
    Directive.objects.filter(paper=paper, kind=Directive.Kind.CONCLUSION).update(
        number=paper.number, issued_on=paper.issued_on
    )


@transaction.atomic
def note(*, review: Review, agency: Agency, words: str, by: User) -> PrivateNote:
    """A thought of one side for itself; nobody of another side ever reads it."""
    if agency.pk not in own_agencies(by):
        raise Refused(
            _("Chưa lưu được ghi chú: tài khoản không thuộc %(agency)s.") % {"agency": agency}
        )
    if not words.strip():
        raise Refused(_("Chưa lưu được ghi chú: chưa có nội dung."))
    row = PrivateNote.objects.create(review=review, agency=agency, words=words.strip(), by=by.uuid)
    audit.record("ledger.private_note_written", by=by, target=row, acting_for=agency)
    return row


def _paper(review: Review, kind: str, title: str, by: User) -> Paper:
    return papers.begin(
        programme=review.programme,
        kind=kind,
        title=title,
        drafted_by=review.lead,
        sides=[Side(review.lead, leads=True, numbers=True)],
        by=by,
        is_example=review.is_example,
        subject_values={"year": review.year},
    )


def _title(beginning: str, review: Review) -> str:
    """A title becomes data: it is Vietnamese whatever language its writer reads."""
    with override("vi"):
        kind = review.get_kind_display()
    return f"{beginning} {kind} năm {review.year} việc thực hiện {_called(review.programme)}"


def _called(programme: Programme) -> str:
    return f"{programme.kind} số {programme.number}" if programme.number else programme.kind


def _check_speaks(by: User, agency: Agency) -> None:
    if agency.pk not in own_agencies(by):
        raise Refused(
            _(
                "Chưa thực hiện được: tài khoản không thuộc cơ quan chủ trì (%(agency)s). "
                "Đề nghị người của cơ quan chủ trì thực hiện."
            )
            % {"agency": agency}
        )
