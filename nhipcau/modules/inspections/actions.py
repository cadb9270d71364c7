"""Every write about inspections: keyword-only, by a person, in one transaction with its event."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.public import Paper, Programme, Provision

from . import papers, policies
from .models import (
    Check,
    Inspection,
    InspectionPaper,
    Member,
    Question,
    Recommendation,
    Result,
)
from .policies import Stale


@dataclass(frozen=True, slots=True)
class Planned:
    """What the year's plan says of one inspection."""

    year: int
    title: str
    leads: Agency
    unit: Agency
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Noted:
    """What was seen of one line of the checklist."""

    check: Check
    version: int
    outcome: str
    note: str


@transaction.atomic
def plan(
    *, programme: Programme, planned: Planned, by: User, is_example: bool = False
) -> Inspection:
    """Put an inspection into the year's plan; its checklist begins with the unit's obligations."""
    others = Inspection.objects.overlapping(planned.unit, planned.first_day, planned.last_day)
    policies.check_can_plan(
        by,
        leads=planned.leads,
        unit=planned.unit,
        first=planned.first_day,
        last=planned.last_day,
        others=others.count(),
    )
    inspection = Inspection.objects.create(
        programme=programme,
        year=planned.year,
        title=planned.title,
        leads=planned.leads,
        unit=planned.unit,
        first_day=planned.first_day,
        last_day=planned.last_day,
        is_example=is_example,
    )
    _note("inspections.planned", inspection, by, leads=planned.leads)
    return inspection


@transaction.atomic
def name_member(
    *, inspection: Inspection, name: str, post: str, agency: Agency, role: Member.Role, by: User
) -> Member:
    """Add a member; a second head is refused by the database, and told here."""
    policies.check_can_write(by, inspection)
    if role == Member.Role.HEAD and inspection.members.filter(role=role).exists():
        raise Refused(_("Chưa thêm được: đoàn đã có trưởng đoàn. Đề nghị bỏ người cũ trước."))
    member = Member.objects.create(
        inspection=inspection, name=name, post=post, agency=agency, role=role
    )
    _note("inspections.team_changed", inspection, by, note=str(role))
    papers.renew(inspection, by=by)
    return member


@transaction.atomic
def drop_member(*, member: Member, by: User) -> None:
    """Take a member off the team."""
    policies.check_can_write(by, member.inspection)
    inspection = member.inspection
    member.delete()
    _note("inspections.team_changed", inspection, by)
    papers.renew(inspection, by=by)


@transaction.atomic
def ask(*, inspection: Inspection, questions: Iterable[str], by: User) -> None:
    """Say what the unit is asked to report on; answers already given stay with their question."""
    policies.check_can_write(by, inspection)
    answers = dict(inspection.questions.values_list("words", "answer"))
    inspection.questions.all().delete()
    Question.objects.bulk_create(
        Question(inspection=inspection, order=turn, words=words, answer=answers.get(words, ""))
        for turn, words in enumerate(questions, start=1)
    )
    _note("inspections.outline_written", inspection, by)
    papers.renew(inspection, by=by)


@transaction.atomic
def announce(*, inspection: Inspection, by: User) -> None:
    """The unit sees the inspection and its outline from now on."""
    policies.check_can_announce(by, inspection)
    inspection.announced_on = clock.today()
    inspection.save(update_fields=["announced_on"])
    _note("inspections.announced", inspection, by)


@transaction.atomic
def report(*, inspection: Inspection, answers: Sequence[tuple[Question, str]], by: User) -> None:
    """The unit's report, question by question; it may be completed until the minutes are closed."""
    policies.check_can_report(by, inspection)
    for question, words in answers:
        question.answer = words
        question.save(update_fields=["answer"])
    inspection.reported_on = inspection.reported_on or clock.today()
    inspection.save(update_fields=["reported_on"])
    _note("inspections.unit_reported", inspection, by)


@transaction.atomic
def list_check(
    *, inspection: Inspection, words: str, provision: Provision | None, by: User
) -> Check:
    """Add a line to the checklist."""
    policies.check_can_write(by, inspection)
    last = inspection.checks.aggregate(last=Max("order"))["last"] or 0
    check = Check.objects.create(
        inspection=inspection, order=last + 1, words=words, provision=provision
    )
    _note("inspections.checklist_written", inspection, by)
    return check


@transaction.atomic
def note_checks(*, inspection: Inspection, noted: Sequence[Noted], by: User) -> int:
    """Write down what was seen; a line that somebody else changed meanwhile refuses them all."""
    policies.check_can_note(by, inspection)
    for each in noted:
        changed = Check.objects.filter(pk=each.check.pk, version=each.version).update(
            outcome=each.outcome, note=each.note, version=F("version") + 1
        )
        if not changed:
            raise Stale(
                _(
                    "Chưa ghi được: mục “%(words)s” vừa được người khác trong đoàn ghi. "
                    "Đề nghị xem nội dung mới bên dưới rồi ghi lại; phần đã nhập còn nguyên."
                )
                % {"words": each.check.words}
            )
    _note("inspections.checked", inspection, by, note=str(len(noted)))
    return len(noted)


@transaction.atomic
def find(
    *, inspection: Inspection, kind: Result.Kind, words: str, cause: str = "", by: User
) -> Result:
    """Write a result down: what was achieved, or what falls short and why."""
    policies.check_can_note(by, inspection)
    result = Result.objects.create(inspection=inspection, kind=kind, words=words, cause=cause)
    _note("inspections.result_written", inspection, by)
    papers.renew(inspection, by=by)
    return result


@transaction.atomic
def explain(*, result: Result, words: str, by: User) -> None:
    """The unit's explanation, in its own words or as the secretary wrote it down."""
    inspection = result.inspection
    if not policies.is_of_unit(by, inspection):
        policies.check_can_note(by, inspection)
    else:
        policies.check_can_report(by, inspection)
    result.explanation = words
    result.save(update_fields=["explanation"])
    _note("inspections.unit_explained", inspection, by)
    papers.renew(inspection, by=by)


@transaction.atomic
def close_minutes(*, inspection: Inspection, by: User) -> None:
    """The minutes were read to both sides; results are written no more."""
    policies.check_can_close_minutes(by, inspection)
    inspection.minuted_on = clock.today()
    inspection.save(update_fields=["minuted_on"])
    _note("inspections.minutes_closed", inspection, by)


@transaction.atomic
def recommend(
    *, inspection: Inspection, words: str, to: Agency, due: date, follower: User, by: User
) -> Recommendation:
    """Recommend something to a unit, until a day, with a named person who will confirm it."""
    policies.check_can_recommend(by, inspection, follower=follower, due=due)
    made = Recommendation.objects.create(
        inspection=inspection, words=words, to=to, due=due, follower=follower
    )
    _note("inspections.recommended", inspection, by)
    papers.renew(inspection, by=by)
    return made


@transaction.atomic
def mend(*, recommendation: Recommendation, remedy: str, version: int, by: User) -> None:
    """The unit says what it did about a recommendation."""
    policies.check_can_mend(by, recommendation)
    _move(recommendation, version, remedy=remedy, remedied_on=clock.today(), remedied_by=by.uuid)
    _note("inspections.mended", recommendation.inspection, by)


@transaction.atomic
def confirm(*, recommendation: Recommendation, version: int, by: User) -> None:
    """The named person confirms that it was mended."""
    policies.check_can_confirm(by, recommendation)
    _move(recommendation, version, confirmed_on=clock.today())
    _note("inspections.remedy_confirmed", recommendation.inspection, by)


@transaction.atomic
def return_remedy(*, recommendation: Recommendation, reason: str, version: int, by: User) -> None:
    """The named person is not content; the unit goes on, and the reason is kept."""
    policies.check_can_confirm(by, recommendation)
    _move(recommendation, version, remedied_on=None, remedied_by=None)
    _note("inspections.remedy_returned", recommendation.inspection, by, note=reason)


@transaction.atomic
def begin_paper(*, inspection: Inspection, kind: str, by: User) -> Paper:
    """Begin the draft of one of its documents, filled from what is recorded; once for each kind."""
    held = inspection.paper_of(kind)
    if held is not None:
        return held
    if not policies.is_inspecting(by, inspection):
        policies.check_can_write(by, inspection)
    paper = papers.begin(inspection, kind, by=by)
    InspectionPaper.objects.create(inspection=inspection, kind=kind, paper=paper)
    _note("inspections.paper_begun", inspection, by, note=kind)
    return paper


def _move(recommendation: Recommendation, version: int, **changes: object) -> None:
    moved = Recommendation.objects.filter(pk=recommendation.pk, version=version).update(
        **changes, version=F("version") + 1
    )
    if not moved:
        raise Stale(
            _(
                "Chưa ghi được: kiến nghị này vừa được người khác cập nhật. "
                "Đề nghị tải lại trang để xem nội dung mới."
            )
        )
    recommendation.refresh_from_db()


def _note(
    verb: str, inspection: Inspection, by: User, *, leads: Agency | None = None, note: str = ""
) -> None:
    audit.record(verb, by=by, target=inspection, acting_for=leads or by.acting_for, note=note)
