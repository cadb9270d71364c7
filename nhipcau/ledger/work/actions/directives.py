"""Directives: what came from outside the plan, recorded, and the tasks that it starts."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit
from nhipcau.base.refusal import Refused
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.programmes.models import Programme, Provision
from nhipcau.ledger.work import houses, policies
from nhipcau.ledger.work.models import Directive, Plan, Task

from . import tasks
from .changes import TaskChange


@dataclass(frozen=True, slots=True)
class Said:
    """What a document or a person asks for, as it was received."""

    kind: Directive.Kind
    issued_on: date
    issuer: str
    summary: str
    number: str = ""
    arrival_number: str = ""
    arrived_on: date | None = None
    issuer_agency: Agency | None = None
    provision: Provision | None = None
    due: date | None = None
    paper: Paper | None = None
    is_example: bool = False


@transaction.atomic
def record(*, programme: Programme, said: Said, agency: Agency, by: User | None) -> Directive:
    """Record a directive in the work of an agency. Raises Refused with a sentence."""
    _check(said)
    if by is not None:
        policies.check_speaks(houses.speaks_for(by, agency), agency)
    directive = Directive.objects.create(
        programme=programme,
        agency=agency,
        **{name: getattr(said, name) for name in Said.__dataclass_fields__},
    )
    acting_for = by.acting_for if by else None
    audit.record("ledger.directive_recorded", by=by, target=directive, acting_for=acting_for)
    return directive


@transaction.atomic
def retell(*, directive: Directive, version: int, said: Said, by: User | None) -> Directive:
    """Say anew what was recorded; the audit keeps what stood. Raises Refused or Stale."""
    current = Directive.objects.select_for_update(of=("self",)).get(pk=directive.pk)
    if current.version != version:
        raise policies.Stale(
            _(
                "Chưa ghi nhận được: văn bản này vừa được người khác cập nhật. "
                "Đề nghị xem lại trước khi ghi."
            )
        )
    _check(said)
    if by is not None:
        policies.check_speaks(houses.speaks_for(by, current.agency), current.agency)
    before = {"summary": current.summary, "number": current.number}
    for name in Said.__dataclass_fields__:
        setattr(current, name, getattr(said, name))
    current.version += 1
    current.save()
    changes = {name: (old, getattr(current, name)) for name, old in before.items()}
    audit.record("ledger.directive_retold", by=by, target=current, changes=changes)
    return current


@transaction.atomic
def task_of(
    *, directive: Directive, change: TaskChange, by: User | None, plan: Plan | None = None
) -> Task:
    """A task that a directive starts, in a plan or outside; raises Refused with a sentence."""
    if by is not None:
        policies.check_speaks(houses.speaks_for(by, directive.agency), directive.agency)
    return tasks.add(plan=plan, change=_asked(directive, change), by=by, directive=directive)


def _asked(directive: Directive, change: TaskChange) -> TaskChange:
    """Who received the directive asks for the task, where nobody else is said to."""
    if change.asked_by is not None:
        return change
    given = {name: getattr(change, name) for name in TaskChange.__dataclass_fields__}
    return TaskChange(**{**given, "asked_by": directive.agency})


def _check(said: Said) -> None:
    if not said.summary.strip() or not said.issuer.strip():
        raise Refused(
            _(
                "Chưa ghi nhận được: thiếu nội dung hoặc cơ quan, người chỉ đạo. "
                "Đề nghị ghi đủ hai mục này."
            )
        )
    if said.kind == Directive.Kind.INCOMING and not said.number.strip():
        raise Refused(
            _(
                "Chưa ghi nhận được: văn bản đến phải có số, ký hiệu. Đề nghị ghi như trên văn "
                "bản, hoặc chọn “ý kiến chỉ đạo” nếu không có văn bản."
            )
        )
    if said.arrived_on is not None and said.arrived_on < said.issued_on:
        raise Refused(
            _("Chưa ghi nhận được: ngày đến trước ngày văn bản. Đề nghị xem lại hai ngày.")
        )
