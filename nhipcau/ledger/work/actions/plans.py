"""Plans: begun from what the programme asks for, retold while they are drafts."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, Place, User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.programmes.sides import is_of_a_side
from nhipcau.ledger.work import codes, houses, origins, papers, policies
from nhipcau.ledger.work.models import Plan, Task, TaskMove
from nhipcau.shell.search.index import index

from .changes import Partner, TaskChange, put_others
from .noting import note


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a plan covers."""

    first_day: date
    last_day: date


@transaction.atomic
def begin(
    *,
    programme: Programme,
    year: int,
    kind: str,
    agency: Agency | None = None,
    place: Place | None = None,
    title: str = "",
    by: User | None,
    with_obligations: bool = True,
    span: Span | None = None,
    is_example: bool = False,
    paper_kind: str = papers.ANNUAL,
    adjusts: bool = False,
) -> Plan:
    """Begin a plan with its paper, and a task for each obligation that has no open one.

    Raises Refused for a programme under review, a year outside it, or who speaks for nobody in it;
    AlreadyBegun where there is such a plan, unless it was issued and this one `adjusts` it.
    """
    kind = Plan.Kind(kind)
    _check_can_begin(programme, year, agency, by)
    # Two who begin at once wait for one another.
    Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
    held = Plan.objects.standing().filter(
        programme=programme, year=year, kind=kind, agency=agency, place=place
    )
    policies.check_is_first(held.select_related("paper"), adjusts=adjusts)
    days = span or _days(kind, year)
    plan = Plan.objects.create(
        programme=programme,
        kind=kind,
        year=year,
        agency=agency,
        place=place,
        title=title.strip() or _title(kind, year, programme, adjusts=adjusts),
        first_day=days.first_day,
        last_day=days.last_day,
        is_example=is_example,
    )
    if with_obligations:
        _begin_tasks(plan, fallback=agency or _somebody(programme, by), by=by)
    papers.begin_for(plan, kind=paper_kind, by=by)
    index([plan])
    acting_for = by.acting_for if by else None
    audit.record("ledger.plan_begun", by=by, target=plan, acting_for=acting_for, note=plan.title)
    return plan


@transaction.atomic
def bring_in_obligations(*, plan: Plan, by: User | None) -> int:
    """Add to a draft what the programme asks for and the plan has not yet; returns how many."""
    current = Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    policies.check_can_write_plan(current)
    _check_speaks(current, by)
    fallback = current.agency or _somebody(current.programme, by)
    added = _begin_tasks(current, fallback=fallback, by=by)
    if added:
        audit.record("ledger.plan_filled", by=by, target=current, note=str(added))
        papers.plan_changed(current, by=by)
        index([current])
    return added


@transaction.atomic
def retell(*, plan: Plan, version: int, title: str, span: Span, by: User | None) -> Plan:
    """Say anew how a plan is called and which days it covers. Raises Refused or Stale."""
    current = Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    policies.check_version(current, version)
    policies.check_can_write_plan(current)
    _check_speaks(current, by)
    if not title.strip():
        raise Refused(_("Chưa ghi được kế hoạch: thiếu tên. Đề nghị ghi tên kế hoạch."))
    before, current.title = current.title, title.strip()
    current.first_day, current.last_day = span.first_day, span.last_day
    if current.last_day < current.first_day:
        raise Refused(_("Chưa ghi được kế hoạch: ngày cuối trước ngày đầu. Đề nghị xem lại."))
    current.version += 1
    current.save()
    changes = {"title": (before, current.title)}
    audit.record("ledger.plan_retold", by=by, target=current, changes=changes)
    papers.plan_changed(current, by=by)
    return current


def may_write(user: User, plan: Plan) -> bool:
    """Whether a person may say what a plan asks for: of its agency, of its drafter, else of a party."""
    owner = plan.agency or (plan.paper.drafted_by if plan.paper else None)
    if owner is not None:
        return houses.speaks_for(user, owner)
    return is_of_a_side(houses.of(user).above, plan.programme, on=clock.today())


def _check_speaks(plan: Plan, by: User | None) -> None:
    if by is not None:
        owner = plan.agency or _("cơ quan nào của các bên ký kết")
        policies.check_speaks(may_write(by, plan), owner)


def _begin_tasks(plan: Plan, *, fallback: Agency | None, by: User | None) -> int:
    """The tasks of the obligations, told to search and to the history in one go."""
    if fallback is None:
        raise Refused(
            _("Chưa lập được kế hoạch: chưa rõ cơ quan chủ trì. Đề nghị ghi bên ký kết trước.")
        )
    return len([_begin_task(plan, each, by) for each in origins.propose(plan, fallback=fallback)])


def _begin_task(plan: Plan, each: origins.Proposed, by: User | None) -> Task:
    provision = each.provision
    task = Task.objects.create(
        programme=plan.programme,
        plan=plan,
        code=codes.next_code(programme=plan.programme, year=plan.year, provision=provision),
        title=each.title,
        provision=provision,
        lead=each.lead,
        place=plan.place,
        is_routine=each.is_routine,
        due=each.due,
        deliverable=each.deliverable,
        is_example=plan.is_example,
    )
    partners = tuple(Partner(agency, words) for agency, words in each.partners)
    change = TaskChange(
        title=task.title, lead=each.lead, partners=partners, obligations=each.obligations
    )
    put_others(task, change)
    note(task, TaskMove.Kind.ASSIGNED, by=by, new_due=task.due)
    return task


def _check_can_begin(
    programme: Programme, year: int, agency: Agency | None, by: User | None
) -> None:
    if programme.is_draft:
        raise Refused(
            _("Chưa lập được kế hoạch: chương trình còn đang rà soát. Đề nghị rà soát xong trước.")
        )
    first, last = programme.first_year, programme.last_year
    if (first is not None and year < first) or (last is not None and year > last):
        raise Refused(
            _(
                "Chưa lập được kế hoạch: năm %(year)s ngoài thời gian của chương trình "
                "(%(first)s - %(last)s). Đề nghị xem lại năm."
            )
            % {"year": str(year), "first": str(first or "…"), "last": str(last or "…")}
        )
    if by is None:
        return
    if agency is not None:
        policies.check_speaks(houses.speaks_for(by, agency), agency)
    else:
        speaks = is_of_a_side(houses.of(by).above, programme, on=clock.today())
        policies.check_speaks(speaks, _("cơ quan nào của các bên ký kết"))


def _days(kind: Plan.Kind, year: int) -> Span:
    first = date(year, 1, 1)
    if kind == Plan.Kind.REMAINING:
        today = clock.today()
        first = date(year, today.month, 1) if today.year == year else first
    return Span(first, date(year, 12, 31))


def _title(kind: Plan.Kind, year: int, programme: Programme, *, adjusts: bool) -> str:
    name = f"{programme.kind} số {programme.number}" if programme.number else str(programme)
    # A title becomes data: it is Vietnamese whatever language its writer reads.
    begun = f"Kế hoạch {'điều chỉnh ' if adjusts else ''}thực hiện {name}"
    said = {
        Plan.Kind.YEAR: f"{begun} năm {year}",
        Plan.Kind.REMAINING: f"{begun} trong các tháng còn lại của năm {year}",
        Plan.Kind.PROVINCE: f"{begun} năm {year} của địa phương",
    }
    return said[kind][:300]


def _somebody(programme: Programme, by: User | None) -> Agency | None:
    """Who leads what nobody is named for: the person's own house, else the first party's focal point."""
    if by is not None and by.acting_for is not None:
        return by.acting_for
    parties = programme.parties.select_related("focal_point", "agency")
    return next((each.focal_point or each.agency for each in parties if each.agency), None)
