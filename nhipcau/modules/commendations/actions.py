"""Every write about emulation and awards: keyword-only, one transaction, its event inside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.public import Evidence, Paper, Programme

from . import papers, policies
from .models import Award, AwardPaper, Emulation, Nomination, Registration
from .policies import Stale

MOST_EVIDENCE = 200


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a unit says in a nomination."""

    award: Award
    route: str
    is_collective: bool
    name: str
    post: str
    decided_at: Agency
    managing: Agency | None
    achievement: str


@transaction.atomic
def launch(
    *, programme: Programme, title: str, agency: Agency, criteria: str, first_day: date,
    last_day: date, by: User, is_example: bool = False,
) -> Emulation:  # fmt: skip
    """Launch an emulation with its criteria, and begin the plan that says so."""
    policies.check_can_launch(by, agency, first=first_day, last=last_day)
    emulation = Emulation.objects.create(
        programme=programme, title=title, launched_by=agency, criteria=criteria.strip(),
        first_day=first_day, last_day=last_day, is_example=is_example,
    )  # fmt: skip
    emulation.paper = papers.begin_launch(emulation, by=by)
    emulation.save(update_fields=["paper"])
    _note("commendations.launched", emulation, by)
    return emulation


@transaction.atomic
def register(*, emulation: Emulation, agency: Agency, words: str, by: User) -> Registration:
    """A unit takes part."""
    today = clock.today()
    held = emulation.registrations.filter(agency=agency).exists()
    policies.check_can_register(emulation, today=today, is_registered=held)
    made = Registration.objects.create(
        emulation=emulation, agency=agency, words=words, registered_on=today
    )
    _note("commendations.registered", emulation, by)
    return made


@transaction.atomic
def nominate(*, emulation: Emulation, unit: Agency, proposed: Proposed, by: User) -> Nomination:
    """A unit begins a nomination; nobody else sees it until it is sent."""
    held = emulation.nominations.filter(unit=unit, name__iexact=proposed.name)
    policies.check_can_nominate(
        by, unit=unit, award=proposed.award, is_collective=proposed.is_collective,
        today=clock.today(), is_held=held.exclude(state__in=Nomination.OVER).exists(),
    )  # fmt: skip
    made = Nomination.objects.create(emulation=emulation, unit=unit, **_said(proposed))
    _note("commendations.nominated", made, by)
    return made


@transaction.atomic
def change(*, nomination: Nomination, proposed: Proposed, version: int, by: User) -> None:
    """The unit changes its nomination before it is sent, or after it was returned."""
    policies.check_can_write(by, nomination)
    _move(nomination, version, **_said(proposed))
    _note("commendations.changed", nomination, by)


@transaction.atomic
def attach_evidence(*, nomination: Nomination, by: User) -> int:
    """Attach what the platform holds of the unit's own work in the days of the emulation."""
    policies.check_can_write(by, nomination)
    emulation = nomination.emulation
    rows = Evidence.objects.standing().filter(
        programme=emulation.programme, agency=nomination.unit,
        day__gte=emulation.first_day, day__lte=emulation.last_day,
    )  # fmt: skip
    listed = [
        [str(each.uuid), each.day.isoformat(), each.said.summary]
        for each in rows.select_related("words").order_by("day")[:MOST_EVIDENCE]
    ]
    _move(nomination, nomination.version, evidence=listed)
    _note("commendations.evidence_attached", nomination, by, note=str(len(listed)))
    return len(listed)


@transaction.atomic
def send(*, nomination: Nomination, version: int, by: User) -> None:
    """The unit sends it to the agency that considers it."""
    policies.check_can_write(by, nomination)
    _move(nomination, version, state=Nomination.State.SENT, reason="")
    _note("commendations.sent", nomination, by)


@transaction.atomic
def withdraw(*, nomination: Nomination, version: int, by: User) -> None:
    """The unit takes it back."""
    policies.check_can_withdraw(by, nomination)
    _move(nomination, version, state=Nomination.State.WITHDRAWN)
    _note("commendations.withdrawn", nomination, by)


@transaction.atomic
def attest(*, nomination: Nomination, agrees: bool, version: int, by: User) -> None:
    """The managing agency's opinion (hiệp y): one answer, no facts about the person."""
    policies.check_can_attest(by, nomination)
    _move(nomination, version, attested_on=clock.today(), attested_by=by.uuid, agrees=agrees)
    _note("commendations.attested", nomination, by)


@transaction.atomic
def give_back(*, nomination: Nomination, reason: str, version: int, by: User) -> None:
    """Return it to the unit, to be completed."""
    policies.check_can_return(by, nomination)
    _move(nomination, version, state=Nomination.State.RETURNED, reason=reason)
    _note("commendations.returned", nomination, by)


@transaction.atomic
def vote(*, nomination: Nomination, votes_for: int, votes_all: int, version: int, by: User) -> None:
    """Write down how the council voted; votes of the absent by letter are counted in."""
    policies.check_can_vote(by, nomination, votes_for=votes_for, votes_all=votes_all)
    state = Nomination.State.REVIEWED
    _move(nomination, version, votes_for=votes_for, votes_all=votes_all, state=state)
    _note("commendations.reviewed", nomination, by)


@transaction.atomic
def close(*, nomination: Nomination, reason: str, version: int, by: User) -> None:
    """End it without an award."""
    policies.check_can_close(by, nomination)
    _move(nomination, version, state=Nomination.State.CLOSED, reason=reason)
    _note("commendations.closed", nomination, by)


@transaction.atomic
def submit(
    *, emulation: Emulation, agency: Agency, nominations: Sequence[Nomination], by: User
) -> Paper:
    """Begin the submission for nominations that the council has considered."""
    return _paper(emulation, agency, "award-submission", nominations, by)


@transaction.atomic
def draft_decision(
    *, emulation: Emulation, agency: Agency, nominations: Sequence[Nomination], by: User
) -> Paper:
    """Begin the decision with its list; it counts once its number and day are recorded."""
    return _paper(emulation, agency, "award-decision", nominations, by)


def decided(paper: Paper, by: User) -> None:
    """Number and day of a decision were recorded: its nominations are decided."""
    for nomination in Nomination.objects.filter(papers__paper=paper):
        _move(nomination, nomination.version, state=Nomination.State.DECIDED)
        _note("commendations.decided", nomination, by)


def _paper(
    emulation: Emulation, agency: Agency, kind: str, nominations: Sequence[Nomination], by: User
) -> Paper:
    if not nominations:
        raise Refused(
            _("Chưa soạn được: chưa chọn hồ sơ nào. Đề nghị chọn ít nhất một hồ sơ đã xét.")
        )
    for each in nominations:
        policies.check_can_submit(by, each)
    paper = papers.begin(emulation, agency, kind, by=by)
    held = AwardPaper.objects.create(emulation=emulation, agency=agency, kind=kind, paper=paper)
    held.nominations.set(nominations)
    _note("commendations.paper_begun", emulation, by, note=kind)
    return paper


def _said(proposed: Proposed) -> Mapping[str, object]:
    return {
        "award": proposed.award, "route": proposed.route, "is_collective": proposed.is_collective,
        "name": proposed.name.strip(), "post": proposed.post.strip(),
        "decided_at": proposed.decided_at, "managing": proposed.managing,
        "achievement": proposed.achievement.strip(),
    }  # fmt: skip


def _move(nomination: Nomination, version: int, **changes: object) -> None:
    moved = Nomination.objects.filter(pk=nomination.pk, version=version).update(
        **changes, version=F("version") + 1
    )
    if not moved:
        raise Stale(
            _(
                "Chưa ghi được: hồ sơ này vừa được người khác cập nhật. "
                "Đề nghị tải lại trang để xem nội dung mới."
            )
        )
    nomination.refresh_from_db()


def _note(verb: str, target: models.Model, by: User, *, note: str = "") -> None:
    audit.record(verb, by=by, target=target, acting_for=by.acting_for, note=note)
