"""A report comes back from Word: words are taken in, changed numbers wait for a decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from nhipcau.agencies.models import User
from nhipcau.base import audit
from nhipcau.base.refusal import Refused
from nhipcau.standards.nd30.back import Problem, Returned, read_back
from nhipcau.standards.nd30.package import NotTaken

from . import policies
from .composing import compose
from .consolidating import gathered
from .drafting import account_of
from .figures import numbers_in
from .models import Incoming, Report, ReportedNumber, ReportLine
from .overriding import TOTAL, keys_of, number_behind
from .policies import Stale
from .reading import read
from .returning import check_all_open
from .scope import scope_of
from .tables import in_words
from .writing import changed_numbers, give_number, set_words, touched

REFUSED = (Problem.TABLE_REBUILT, Problem.TABLE_LOST, Problem.NUMBER_LOST)
KEEP, TAKE = "keep", "take"


@dataclass(frozen=True, slots=True)
class Difference:
    """One paragraph that came back otherwise; `gone` and `come` are numbers that were changed."""

    key: str
    line: ReportLine
    was: str
    now: str
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()

    @property
    def needs_decision(self) -> bool:
        return bool(self.gone and self.come)


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """One number of a table that came back otherwise."""

    key: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would change; nothing is written yet."""

    incoming: Incoming
    prose: tuple[Difference, ...]
    cells: tuple[ChangedCell, ...]
    notes: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.prose or self.cells or self.notes)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person says of one changed number."""

    choice: str
    reason: str = ""


@transaction.atomic
def take_in(*, report: Report, content: bytes, file_name: str, by: User) -> Incoming:
    """Read a file and hold what it says. Raises Refused; then nothing of it is kept."""
    policies.check_is_own(report, by)
    policies.check_can_write(report)
    with override("vi"):
        sent = compose(report)
    try:
        returned = read_back(content, sent)
    except NotTaken as fault:
        raise Refused(
            _("Chưa nhận được tệp: tệp không đọc được. Đề nghị lưu lại bằng Word (DOCX) rồi gửi.")
        ) from fault
    _check_problems(returned)
    lines = {line.uuid.hex: line for line in lines_of(report)}
    held = {
        "prose": returned.prose,
        "numbers": returned.numbers,
        "lost": [each.key for each in returned.problems if each.problem is Problem.PROSE_LOST],
        "notes": [
            each.text for each in returned.problems if each.problem in _TO_SHOW and each.text
        ],
        "versions": {key: line.version for key, line in lines.items()},
    }
    Incoming.objects.filter(report=report).delete()
    return Incoming.objects.create(
        report=report, by=by.uuid, file_name=file_name[:200], content=held
    )


_TO_SHOW = (Problem.TEXT_WITHOUT_KEY, Problem.LINE_LOST, Problem.KEY_TWICE)


def _check_problems(returned: Returned) -> None:
    """Raises Refused for rebuilt tables and for a file of another report."""
    if any(each.problem is Problem.KEY_UNKNOWN for each in returned.problems) or not returned.prose:
        raise Refused(
            _(
                "Chưa nhận được tệp: tệp không phải bản xuất từ báo cáo này, hoặc đã mất các ô "
                "đánh dấu. Đề nghị tải lại tệp DOCX của báo cáo và sửa trên tệp đó; "
                "chưa có nội dung nào được ghi."
            )
        )
    rebuilt = [each for each in returned.problems if each.problem in REFUSED]
    if rebuilt:
        raise Refused(
            _(
                "Chưa nhận được tệp: bảng thứ %(place)s đã được dựng lại bằng tay nên số liệu không "
                "đối chiếu được. Đề nghị sửa trên bảng của tệp đã tải về; chưa có nội dung nào được ghi."
            )
            % {"place": rebuilt[0].position}
        )


def preview(incoming: Incoming) -> Preview:
    """What would change, against the report as it stands now."""
    report, held = incoming.report, incoming.content
    lines = {line.uuid.hex: line for line in lines_of(report)}
    now = {**held["prose"], **dict.fromkeys(held["lost"], "")}
    prose = [
        _difference(key, lines[key], words)
        for key, words in now.items()
        if key in lines and _flat(words) != _flat(lines[key].words)
    ]
    return Preview(incoming, tuple(prose), _changed_cells(report, held), tuple(held["notes"]))


def _difference(key: str, line: ReportLine, now: str) -> Difference:
    changed = None if line.is_own else changed_numbers(line.words, now)
    if changed:
        return Difference(key, line, line.words, now, changed.gone, changed.come)
    return Difference(key, line, line.words, now)


def _changed_cells(report: Report, held: Mapping[str, Any]) -> tuple[ChangedCell, ...]:
    ours = _shown_numbers(report)
    return tuple(
        ChangedCell(key, ours[key], words)
        for key, words in held["numbers"].items()
        if key in ours and words.strip() != ours[key]
    )


def _shown_numbers(report: Report) -> dict[str, str]:
    """Each number as the table of the file shows it."""
    given = {each.key: each.theirs for each in report.numbers.all()}
    held = keys_of(read(scope_of(report)))
    return {key: in_words(given.get(key, value)) for key, value in held.items()}


@transaction.atomic
def accept(*, incoming: Incoming, decisions: Mapping[str, Decision], by: User) -> int:
    """Write what came back, all or nothing; says how many places changed. Raises Refused, Stale."""
    report = Report.objects.select_for_update(of=("self",)).get(pk=incoming.report_id)
    policies.check_is_own(report, by)
    policies.check_can_write(report)
    found = preview(incoming)
    check_all_open(report, (each.line.section for each in found.prose))
    for each in found.prose:
        _check_version(each.line, incoming)
        set_words(each.line, _decided(report, each, decisions))
    for each in found.prose:
        if each.needs_decision and decisions[each.key].choice == TAKE:
            _take_numbers(report, each, decisions[each.key].reason, by)
    for cell in found.cells:
        _decide_cell(report, cell, decisions, by)
    incoming.delete()
    touched(report, by)
    changes = {"docx": (None, len(found.prose) + len(found.cells))}
    audit.record("ledger.report_came_back", by=by, target=report, changes=changes)
    return len(found.prose) + len(found.cells)


def _decided(report: Report, each: Difference, decisions: Mapping[str, Decision]) -> str:
    """The words that stand: with our numbers put back, or with theirs and the reason."""
    if not each.needs_decision:
        return each.now
    decision = _decision(decisions, each.key)
    if decision.choice == TAKE:
        policies.check_can_give_number(report, decision.reason)
        return each.now
    return with_our_numbers(each.was, each.now)


def _take_numbers(report: Report, each: Difference, reason: str, by: User) -> None:
    """The number behind the sentence is reported otherwise, so the annexes say what it says.

    What follows from it, as a share does, the new sentence tells by itself; a number that stands in
    no table is kept with its sentence.
    """
    of = TOTAL if gathered(report) else ""
    account, left = account_of(report), []
    for turn, (gone, come) in enumerate(zip(each.gone, each.come, strict=False), start=1):
        key, theirs = number_behind(account, each.line.key, gone), as_number(come)
        if key and not set(come) & set("%/"):
            give_number(report=report, key=f"{of}{key}", theirs=theirs, reason=reason, by=by)
        else:
            left.append((turn, gone, come))
    told = numbers_in(ReportLine.objects.values_list("draft", flat=True).get(pk=each.line.pk))
    for turn, gone, come in left:
        if come not in told:
            ReportedNumber.objects.update_or_create(
                report=report,
                key=f"line:{each.line.key}:{turn}"[:120],
                defaults={
                    "ours": as_number(gone), "theirs": as_number(come), "reason": reason.strip(),
                    "by": by.uuid,
                },
            )  # fmt: skip


def with_our_numbers(was: str, now: str) -> str:
    """Their words with our numbers; where numbers cannot be told apart, our sentence stays."""
    changed = changed_numbers(was, now)
    if len(changed.gone) != len(changed.come):
        return was
    words = now
    for gone, come in zip(changed.gone, changed.come, strict=True):
        words = words.replace(come, gone, 1)
    return words if not changed_numbers(was, words) else was


def _decide_cell(
    report: Report, cell: ChangedCell, decisions: Mapping[str, Decision], by: User
) -> None:
    decision = _decision(decisions, cell.key)
    if decision.choice != TAKE:
        return
    if not numbers_in(cell.now) or numbers_in(cell.now)[0] != cell.now.strip():
        raise Refused(
            _("Chưa nhận được tệp: số liệu “%(words)s” trong bảng không phải là số.")
            % {"words": cell.now}
        )
    give_number(
        report=report, key=cell.key, theirs=as_number(cell.now), reason=decision.reason, by=by
    )


def _decision(decisions: Mapping[str, Decision], key: str) -> Decision:
    if key not in decisions:
        raise Refused(
            _(
                "Chưa nhận được tệp: còn số liệu bị đổi mà chưa chọn giữ số của nền tảng hay dùng "
                "số của đơn vị. Đề nghị chọn cho từng số liệu."
            )
        )
    return decisions[key]


def _check_version(line: ReportLine, incoming: Incoming) -> None:
    if incoming.content["versions"].get(line.uuid.hex) != line.version:
        raise Stale(
            _(
                "Chưa nhận được tệp: báo cáo vừa được cập nhật sau khi tệp được gửi lên. "
                "Đề nghị gửi lại tệp để xem khác biệt."
            )
        )


def lines_of(report: Report) -> list[ReportLine]:
    """Every line of a report, locked by nobody."""
    return list(ReportLine.objects.filter(section__report=report).select_related("section"))


def as_number(words: str) -> Decimal:
    """«1.250,5» as a number; the share «12,5%» as 12.5."""
    return Decimal(words.split("/")[0].rstrip("%").replace(".", "").replace(",", "."))


def _flat(words: str) -> str:
    return " ".join(words.split())
