"""A spreadsheet of a plan taken back: read against what stands, shown row by row, then written."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core import signing
from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.language.dates import write_figures
from nhipcau.ledger.programmes.models import Provision

from . import called, fields, policies
from .actions import money, tasks
from .actions.changes import Partner, TaskChange, differences
from .models import BudgetLine, Plan, Task
from .sheet import HEAD, NAMES, BadSheet, Line

SALT = "work.plan-sheet"
LONGEST_SEAL = 3_600  # seconds between the preview and the writing
YES = "có"
COLUMN = dict(zip(NAMES, HEAD, strict=True))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row, as one sentence."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Found:
    """One row that says something new: a task changed, or one to be added."""

    line: Line
    task: Task | None
    change: TaskChange
    money: Decimal | None
    # Column, what stands, what the row says.
    changes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that a spreadsheet would do, and what keeps it from being done."""

    found: tuple[Found, ...]
    faults: tuple[Fault, ...]
    same: int


def lines_of(plan: Plan) -> list[Line]:
    """The tasks of a plan as lines of a sheet."""
    rows = list(
        Task.objects.of_plan(plan)
        .select_related("provision")
        .prefetch_related("parts", "budget_lines")
        .order_by("code", "id")
    )
    keys = {task.lead_id for task in rows}
    keys |= {part.agency_id for task in rows for part in task.parts.all()}
    said = called.labels(keys, on=clock.today())
    return [_line(number, task, said) for number, task in enumerate(rows, start=2)]


def preview(plan: Plan, lines: list[Line], *, by: User) -> Preview:
    """Read lines against a plan; nothing is written."""
    reading = _Reading(plan, lines, by)
    found: list[Found] = []
    faults: list[Fault] = []
    same = 0
    for line in lines:
        try:
            row = reading.row(line)
        except Refused as refusal:
            faults.append(Fault(line.number, str(refusal)))
            continue
        if row is None:
            same += 1
        else:
            found.append(row)
    return Preview(tuple(found), tuple(faults), same)


def seal(plan: Plan, lines: list[Line]) -> str:
    """The lines as the page of the preview carries them: nobody changes them on the way."""
    rows = {
        "plan": str(plan.uuid), "last": _last(plan), "lines": [asdict(line) for line in lines],
    }  # fmt: skip
    return signing.dumps(rows, salt=SALT, compress=True)


def unseal(plan: Plan, sealed: str) -> list[Line]:
    """The lines of a preview of this plan. Raises BadSheet for any other."""
    try:
        rows = signing.loads(sealed, salt=SALT, max_age=LONGEST_SEAL)
    except signing.BadSignature as fault:
        raise BadSheet(_("Chưa ghi được: bản xem trước đã cũ. Đề nghị gửi lại tệp.")) from fault
    if rows["plan"] != str(plan.uuid):
        raise BadSheet(_("Chưa ghi được: bản xem trước của kế hoạch khác. Đề nghị gửi lại tệp."))
    lines = [Line(**row) for row in rows["lines"]]
    # Sent twice, new rows would be added twice.
    if rows["last"] != _last(plan) and not all(line.key for line in lines):
        raise BadSheet(
            _(
                "Chưa ghi được: kế hoạch vừa có thêm nhiệm vụ sau bản xem trước. "
                "Đề nghị tải lại bảng và gửi lại tệp."
            )
        )
    return lines


def _last(plan: Plan) -> int:
    """The newest task of a plan."""
    return plan.tasks.order_by("-pk").values_list("pk", flat=True).first() or 0


@transaction.atomic
def write(plan: Plan, lines: list[Line], *, by: User) -> int:
    """Write what the lines say, all or nothing; returns how many rows. Raises Refused or Stale."""
    ready = preview(plan, lines, by=by)
    if ready.faults:
        raise BadSheet(" ".join(fault.sentence for fault in ready.faults[:5]))
    for each in ready.found:
        if each.task is None:
            task = tasks.add(plan=plan, change=each.change, by=by)
        else:
            version = int(each.line.version) if each.line.version.isdecimal() else None
            task = tasks.change(task=each.task, version=version, to=each.change, by=by)
        _write_money(task, each.money, by)
    return len(ready.found)


class _Reading:
    """What lines name, looked up once for all of them."""

    def __init__(self, plan: Plan, lines: list[Line], by: User) -> None:
        self.plan, self.by = plan, by
        names = {line.lead for line in lines}
        names |= {n for line in lines for n, _words in fields.split_partners(line.partners)}
        self.called = called.Called(names, on=clock.today())
        held = Task.objects.of_plan(plan).select_related(
            "lead", "provision", "asked_by", "place", "officer", "programme", "plan__paper",
            "plan__agency",
        )  # fmt: skip
        self.tasks: dict[UUID, Task] = {
            task.uuid: task for task in held.prefetch_related("budget_lines")
        }
        addresses = {line.provision for line in lines if line.provision}
        found = Provision.objects.filter(programme=plan.programme, address__in=addresses)
        self.provisions = {each.address: each for each in found}
        self.seen: dict[UUID, int] = {}
        self.standing = {line.key: line for line in lines_of(plan)}

    def row(self, line: Line) -> Found | None:
        """What a line says that does not stand yet; None where it says nothing new."""
        task = self._task(line)
        standing = self.standing.get(line.key) if task else None
        if standing is not None and _said(standing) == _said(line):
            return None
        change, amount = self._change(line, task), self._money(line)
        if task is not None:
            self._check_may_change(line, task)
            was = TaskChange.of(task)
            if not differences(was, change) and standing and standing.money == line.money:
                return None
        elif not tasks.may_write(self.by, self.plan, change.lead, None, self.plan.programme):
            raise _fault(
                line, "lead", _("là cơ quan mà tài khoản này không được lập nhiệm vụ thay")
            )
        return Found(line, task, change, amount, tuple(_changes(standing, line)))

    def _task(self, line: Line) -> Task | None:
        if not line.key:
            if line.code:
                raise _fault(
                    line, "key", _("để trống trong khi có mã; dòng mới thì để trống cả hai")
                )
            return None
        try:
            key = UUID(line.key)
        except ValueError:
            raise _fault(line, "key", _("đã bị sửa")) from None
        if key in self.seen:
            raise Refused(
                _(
                    "Dòng %(line)s lặp lại dòng %(first)s (%(code)s). "
                    "Đề nghị giữ một dòng và gửi lại; chưa có dòng nào được ghi."
                )
                % {"line": line.number, "first": self.seen[key], "code": line.code}
            )
        self.seen[key] = line.number
        if key not in self.tasks:
            raise Refused(
                _(
                    "Dòng %(line)s (%(code)s) là nhiệm vụ của kế hoạch khác. "
                    "Đề nghị bỏ dòng này hoặc gửi vào đúng kế hoạch; chưa có dòng nào được ghi."
                )
                % {"line": line.number, "code": line.code or line.title[:40]}
            )
        return self.tasks[key]

    def _check_may_change(self, line: Line, task: Task) -> None:
        if not tasks.may_write(self.by, self.plan, task.lead, task.asker, task.programme):
            raise Refused(
                _(
                    "Dòng %(line)s (%(code)s) là nhiệm vụ của đơn vị khác (%(lead)s). Đề nghị "
                    "giữ nguyên dòng này hoặc để đơn vị đó sửa; chưa có dòng nào được ghi."
                )
                % {"line": line.number, "code": task.code, "lead": task.lead.short_name}
            )
        if line.version and line.version != str(task.version):
            raise Refused(
                _(
                    "Dòng %(line)s (%(code)s) đã được người khác cập nhật sau khi tải bảng về "
                    "(bản %(now)s). Đề nghị tải lại bảng, sửa dòng này rồi gửi lại."
                )
                % {"line": line.number, "code": task.code, "now": task.version}
            )

    def _change(self, line: Line, task: Task | None) -> TaskChange:
        if not line.title:
            raise _fault(line, "title", _("để trống"))
        if line.routine not in {"", YES}:
            raise _fault(line, "routine", _("chỉ ghi “có” hoặc để trống"))
        due = self._due(line)
        held = TaskChange.of(task) if task else None
        kept: dict[str, Any] = {}
        if held is not None:
            names = ("obligations", "first_day", "place", "officer", "asked_by", "is_example")
            kept = {name: getattr(held, name) for name in names}
        change = TaskChange(
            title=line.title,
            lead=self._agency(line, "lead", line.lead),
            partners=tuple(self._partners(line)),
            leader_name=line.leader[:120],
            officer_name=line.officer[:120],
            provision=self._provision(line),
            is_routine=line.routine == YES,
            due=due,
            deliverable=line.deliverable[:300],
            target=line.target[:300],
            **kept,
        )
        if change.is_routine and due is not None:
            raise _fault(line, "due", _("phải để trống vì nhiệm vụ thường xuyên không tính hạn"))
        if task is not None:
            policies.check_due_is_kept(task, due)
        return change

    def _due(self, line: Line) -> date | None:
        if not line.due:
            return None
        due = read_day(line)
        signed = self.plan.programme.signed_on
        if signed is not None and due < signed:
            raise _fault(
                line, "due",
                _("ghi %(due)s, trước ngày ký chương trình (%(signed)s)")
                % {"due": write_figures(due), "signed": write_figures(signed)},
            )  # fmt: skip
        return due

    def _agency(self, line: Line, column: str, name: str) -> Any:
        try:
            return self.called.agency(name)
        except Refused as refusal:
            raise _fault(line, column, str(refusal)) from refusal

    def _partners(self, line: Line) -> Iterator[Partner]:
        for name, words in fields.split_partners(line.partners):
            yield Partner(self._agency(line, "partners", name), words)

    def _provision(self, line: Line) -> Provision | None:
        if not line.provision:
            return None
        if line.provision not in self.provisions:
            raise _fault(
                line, "provision",
                _("ghi “%(said)s”, điều khoản này không có trong chương trình") % {"said": line.provision},
            )  # fmt: skip
        return self.provisions[line.provision]

    def _money(self, line: Line) -> Decimal | None:
        try:
            return fields.read_amount(line.money)
        except Refused as refusal:
            raise _fault(line, "money", str(refusal)) from refusal


def read_day(line: Line) -> date:
    """The day in a line, as «05/01/2026»; raises Refused for a day that does not exist."""
    parts = line.due.replace("-", "/").replace(".", "/").split("/")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        raise _fault(
            line, "due",
            _("ghi “%(said)s”, phải là ngày/tháng/năm như 05/01/2026") % {"said": line.due},
        )  # fmt: skip
    day, month, year = parts[::-1] if len(parts[0]) == 4 else parts
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise _fault(
            line, "due", _("ghi %(said)s, ngày này không có trong lịch") % {"said": line.due}
        ) from None


def _line(number: int, task: Task, said: dict[int, str]) -> Line:
    partners = (
        f"{said[part.agency_id]}: {part.words}" if part.words else said[part.agency_id]
        for part in task.parts.all()
    )
    return Line(
        number,
        code=task.code,
        title=" ".join(task.title.split()),
        provision=task.provision.address if task.provision else "",
        lead=said[task.lead_id],
        partners="; ".join(partners),
        leader=task.leader_name,
        officer=task.officer_name,
        routine=YES if task.is_routine else "",
        due=write_figures(task.due) if task.due else "",
        deliverable=task.deliverable,
        target=task.target,
        money=_estimated(task.budget_lines.all()),
        version=str(task.version),
        key=str(task.uuid),
    )


def _estimated(lines: Iterable[BudgetLine]) -> str:
    """The estimate of a task that has one line; several are written on their own page."""
    amounts = [line.estimated for line in lines]
    return "" if len(amounts) != 1 or amounts[0] is None else str(int(amounts[0]))


def _write_money(task: Task, amount: Decimal | None, by: User) -> None:
    lines = list(task.budget_lines.all())
    if amount is None or len(lines) > 1 or (lines and lines[0].estimated == amount):
        return
    line = lines[0] if lines else None
    known = {stage: getattr(line, stage) for stage in money.STAGES} if line else {}
    funds = money.Funds(
        year=line.year if line else (task.plan.year if task.plan else clock.today().year),
        source=BudgetLine.Source(line.source) if line else BudgetLine.Source.STATE,
        owner=line.owner if line else task.lead,
        source_words=line.source_words if line else "",
        document=line.document if line else "",
        amounts=money.Amounts(**{**known, "estimated": amount}),
    )
    money.write(funds=funds, by=by, task=task, line=line)


def _said(line: Line) -> tuple[str, ...]:
    """What counts of a line: not where it stands, nor the platform's own columns."""
    return tuple(" ".join(cell.split()) for cell in line.cells[1:-2])


def _changes(standing: Line | None, line: Line) -> Iterator[tuple[str, str, str]]:
    for name in NAMES[1:-2]:
        old, new = getattr(standing, name, "") if standing else "", getattr(line, name)
        if " ".join(old.split()) != " ".join(new.split()):
            yield COLUMN[name], old, new


def _fault(line: Line, column: str, what: str) -> Refused:
    return Refused(
        _(
            "Dòng %(line)s, cột “%(column)s” %(what)s. Đề nghị sửa dòng %(line)s và gửi lại; "
            "chưa có dòng nào được ghi."
        )
        % {"line": line.number, "column": COLUMN[column], "what": what}
    )
