"""Money through the year: needed, estimated, allotted, spent, settled; empty is not nought."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit
from nhipcau.base.refusal import Refused
from nhipcau.ledger.work import houses, papers, policies
from nhipcau.ledger.work.models import BudgetLine, Plan, Task

STAGES = ("needed", "estimated", "allotted", "spent", "settled")


@dataclass(frozen=True, slots=True)
class Amounts:
    """What is known of each stage, in đồng; None is «chưa có số liệu»."""

    needed: Decimal | None = None
    estimated: Decimal | None = None
    allotted: Decimal | None = None
    spent: Decimal | None = None
    settled: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Funds:
    """One line: from which source, whose budget, for which year, by which document."""

    year: int
    source: BudgetLine.Source
    owner: Agency
    source_words: str = ""
    document: str = ""
    amounts: Amounts = Amounts()


@transaction.atomic
def write(
    *,
    funds: Funds,
    by: User | None,
    plan: Plan | None = None,
    task: Task | None = None,
    line: BudgetLine | None = None,
    version: int | None = None,
) -> BudgetLine:
    """Write one line anew, or the line that is given. Raises Refused or Stale."""
    _check(funds)
    current = line and BudgetLine.objects.select_for_update(of=("self",)).get(pk=line.pk)
    if current is not None and version is not None and current.version != version:
        raise policies.Stale(
            _(
                "Chưa ghi nhận được: dòng kinh phí này vừa được người khác cập nhật. "
                "Đề nghị xem lại trước khi ghi."
            )
        )
    row = current or BudgetLine(plan=plan or (task.plan if task else None), task=task)
    if by is not None:
        policies.check_speaks(may_write(by, row, funds.owner), funds.owner)
    before = {stage: _said(getattr(row, stage)) for stage in STAGES}
    row.year, row.source, row.owner = funds.year, funds.source, funds.owner
    row.source_words, row.document = funds.source_words.strip(), funds.document.strip()
    for stage in STAGES:
        setattr(row, stage, getattr(funds.amounts, stage))
    row.version += current is not None
    row.save()
    changes = {each: (old, _said(getattr(row, each))) for each, old in before.items()}
    audit.record(
        "ledger.money_written",
        by=by,
        target=row,
        acting_for=by.acting_for if by else None,
        changes={each: pair for each, pair in changes.items() if pair[0] != pair[1]},
    )
    papers.plan_changed(row.plan, by=by)
    return row


@transaction.atomic
def drop(*, line: BudgetLine, by: User | None) -> None:
    """Take a line away that was written by mistake: only while nothing was allotted or spent."""
    current = BudgetLine.objects.select_for_update(of=("self",)).get(pk=line.pk)
    if by is not None:
        policies.check_speaks(may_write(by, current, current.owner), current.owner)
    if any(getattr(current, stage) is not None for stage in STAGES[2:]):
        raise Refused(
            _(
                "Chưa bỏ được dòng kinh phí: đã có số được giao hoặc giải ngân. "
                "Đề nghị sửa số liệu và nêu văn bản."
            )
        )
    audit.record("ledger.money_dropped", by=by, target=current, note=str(current))
    plan = current.plan
    current.delete()
    papers.plan_changed(plan, by=by)


def may_write(user: User, line: BudgetLine, owner: Agency) -> bool:
    """Whether a person may write a line: of whose budget it is, of the lead, of the plan's agency."""
    near = houses.near(user)
    concerned = {owner.pk}
    if line.task is not None:
        concerned.add(line.task.lead_id)
    if line.plan is not None and line.plan.agency_id is not None:
        concerned.add(line.plan.agency_id)
    return bool(concerned & near)


def _check(funds: Funds) -> None:
    if any((amount := getattr(funds.amounts, each)) is not None and amount < 0 for each in STAGES):
        raise Refused(_("Chưa ghi được kinh phí: số tiền không được âm. Đề nghị xem lại."))


def _said(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)
