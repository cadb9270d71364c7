"""Tasks of a simulated year, what happened to them, and their money."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from random import Random

from nhipcau.base.append_only import write_many
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Provision
from nhipcau.ledger.work.models import BudgetLine, Plan, Task, TaskMove, TaskMoveText

from .places import Unit

CLAUSES, YEARLY = 20, 15
MOVES = 2
SUBJECTS = (
    "Tập huấn kỹ năng thông tin cơ sở", "Biên soạn tài liệu song ngữ", "Tuyên truyền lưu động",
    "Rà soát hệ thống truyền thanh", "Hướng dẫn sử dụng dịch vụ công trực tuyến",
    "Kiểm tra an toàn hệ thống thông tin", "Cập nhật số liệu về các dân tộc thiểu số",
    "Xây dựng chuyên mục trên đài xã", "Tổ chức Ngày chuyển đổi số", "Phát hành ấn phẩm",
    "Làm sạch mã độc", "Diễn tập ứng cứu sự cố", "Khảo sát nhu cầu thông tin",
    "Bồi dưỡng người làm công tác thông tin", "Tổng hợp, báo cáo kết quả",
)  # fmt: skip
PRODUCTS = ("Báo cáo kết quả", "Lớp tập huấn", "Tài liệu", "Chuyên mục", "Biên bản kiểm tra")
STATES = (
    (Task.State.DONE, 62), (Task.State.ONGOING, 22), (Task.State.NOT_STARTED, 8),
    (Task.State.AWAITING, 5), (Task.State.PAUSED, 2), (Task.State.OUT, 1),
)  # fmt: skip


def tasks(plan: Plan, units: Sequence[Unit], chance: Random) -> list[Task]:
    """For each clause its yearly tasks, asked of every unit; saved, parents first."""
    provisions = list(_provisions(plan))
    asker = units[-1]
    parents = [
        _task(plan, place, number, asker, chance, code=f"{plan.year % 100}.{turn:02d}.{number:02d}")
        for turn, place in enumerate(provisions, start=1)
        for number in range(YEARLY)
    ]
    Task.objects.bulk_create(parents, batch_size=2000)
    children = [
        _child(plan, parent, unit, turn, chance)
        for parent in parents
        for turn, unit in enumerate(units)
    ]
    Task.objects.bulk_create(children, batch_size=2000)
    _answer(parents + children)
    return parents + children


def moves(made: Sequence[Task], chance: Random) -> int:
    """A history for each task: assigned, then what led to its state."""
    ended = {Task.State.DONE: "confirmed", Task.State.AWAITING: "proposed_done"}
    rows = []
    for task in made:
        for kind in islice(("assigned", ended.get(Task.State(task.state), "started")), MOVES):
            rows.append((_move(task, kind), json.dumps({"reason": "", "mô phỏng": True})))
    chance.shuffle(rows)
    return len(write_many(rows, TaskMoveText))


def money(plan: Plan, made: Sequence[Task], chance: Random) -> int:
    """One line for each task: what was planned, allotted and spent."""
    sources = list(BudgetLine.Source)
    lines = []
    for task in made:
        amount = chance.randrange(5, 400) * 1_000_000
        spent = amount if task.state == Task.State.DONE else None
        lines.append(
            BudgetLine(
                plan=plan, task=task, year=plan.year, source=chance.choice(sources),
                owner=task.lead, estimated=amount, allotted=amount, spent=spent,
            )
        )  # fmt: skip
    return len(BudgetLine.objects.bulk_create(lines, batch_size=2000))


def _provisions(plan: Plan) -> Iterator[Provision]:
    """Clauses that bind somebody, in the order of the text; again from the first where too few."""
    bound = Obligation.objects.of(plan.programme).confirmed()
    found = list(dict.fromkeys(each.provision for each in bound))
    found += [p for p in plan.programme.provisions.filter(is_heading=False) if p not in found]
    yield from (found[turn % len(found)] for turn in range(CLAUSES))


def _task(
    plan: Plan, place: Provision, number: int, unit: Unit, chance: Random, *, code: str
) -> Task:
    due = date(plan.year, 1, 31) + timedelta(days=chance.randrange(0, 320))
    state = chance.choices([s for s, _ in STATES], [w for _, w in STATES])[0]
    # A third of the work is routine: it has no day, and is never overdue.
    is_routine = number % 3 == 0
    return Task(
        programme=plan.programme,
        plan=plan,
        code=code,
        title=f"{SUBJECTS[number]} (mô phỏng)",
        provision=place,
        lead=unit.agency,
        place=unit.place,
        leader_name=f"Lãnh đạo {chance.randrange(1, 40):02d}",
        officer_name=f"Chuyên viên {chance.randrange(1, 200):03d}",
        is_routine=is_routine,
        due=None if is_routine else due,
        deliverable=PRODUCTS[number % len(PRODUCTS)],
        target=f"{chance.randrange(1, 50)} đợt",
        state=state,
        done_on=due if state == Task.State.DONE else None,
        asked_by=unit.agency,
        is_example=True,
    )


def _child(plan: Plan, parent: Task, unit: Unit, turn: int, chance: Random) -> Task:
    number = int(parent.code.rsplit(".", 1)[1])
    assert parent.provision is not None  # noqa: S101  every simulated task stands under a clause
    code = f"{parent.code}.{turn + 1:02d}"
    child = _task(plan, parent.provision, number, unit, chance, code=code)
    child.parent = parent
    child.asked_by = parent.lead
    return child


def _answer(made: Sequence[Task]) -> None:
    """Every task answers the first obligation of its clause."""
    first: dict[int, int] = {}
    for pk, provision in Obligation.objects.order_by("order").values_list("pk", "provision"):
        first.setdefault(provision, pk)
    through = Task.obligations.through
    links = [
        through(task_id=task.pk, obligation_id=first[task.provision_id])
        for task in made
        if task.provision_id in first
    ]
    through._default_manager.bulk_create(links, batch_size=5000)


def _move(task: Task, kind: str) -> TaskMove:
    return TaskMove(task=task, kind=kind, agency=task.lead.uuid, new_due=task.due)
