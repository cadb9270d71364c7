"""Sentences of a report from its numbers, as a careful officer would write them.

Vietnamese only: a report is an official document. Each line has a key that names its records.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from nhipcau.language.dates import write_figures

from .account import Account, Counts, Example, Indicator, Money, Point, Value
from .figures import count, measure, millions, percent

MARK_WORDS = {
    "unknown": "chưa có số liệu",
    "none_arose": "không phát sinh",
    "not_applicable": "không áp dụng",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph and the key of the records that it rests on."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """What sentences need to know beside the numbers."""

    programme: str
    period: str
    year: int
    upto: date
    agency: str


def opening(told: Told) -> Iterator[Line]:
    """Which programme, which unit, which period, up to which day."""
    yield Line(
        "opening",
        f"Thực hiện {told.programme}, {told.agency} báo cáo kết quả thực hiện {told.period} "
        f"(số liệu tính đến ngày {write_figures(told.upto)}) như sau:",
    )


def steering(account: Account) -> Iterator[Line]:
    """Documents that arrived and the whole in one sentence."""
    counts = account.counts
    if account.directives:
        yield Line(
            "directives",
            f"Trong kỳ, đã tiếp nhận và tổ chức thực hiện {count(account.directives)} văn bản, "
            "ý kiến chỉ đạo liên quan đến chương trình.",
        )
    if counts.dated or counts.routine:
        yield Line("whole", whole(counts, account.units))


def whole(counts: Counts, units: int = 1) -> str:
    """The tasks of the period in one sentence."""
    who = "các đơn vị" if units > 1 else "đơn vị"
    parts = []
    if counts.dated:
        parts.append(f"{count(counts.dated)} nhiệm vụ có thời hạn")
    if counts.routine:
        parts.append(f"{count(counts.routine)} nhiệm vụ thường xuyên")
    opened = f"Trong kỳ, {who} chủ trì {' và '.join(parts)}"
    if not counts.dated:
        return f"{opened}."
    return f"{opened}; {_state_of(counts)}."


def of_point(point: Point) -> Iterator[Line]:
    """What was done for a point, in numbers."""
    counts = point.counts
    if not (counts.dated or counts.routine or counts.evidence):
        return
    parts = []
    if counts.dated:
        parts.append(f"có {count(counts.dated)} nhiệm vụ có thời hạn, {_state_of(counts)}")
    if counts.routine:
        parts.append(f"thực hiện thường xuyên {count(counts.routine)} nhiệm vụ")
    if counts.evidence:
        parts.append(f"đã ghi nhận {count(counts.evidence)} minh chứng")
    yield Line(f"point:{point.address}", f"{mention(point)}: {'; '.join(parts)}.")


def mention(point: Point) -> str:
    """The point by its words and its place: «Về nội dung “…” (điểm IV.1.a)»."""
    if not point.address:
        return point.words
    return f"Về nội dung “{point.words}” ({place_words(point.address)})"


def place_words(address: str) -> str:
    """«điểm IV.1.a», «khoản IV.1», «mục IV»."""
    names = {1: "mục", 2: "khoản"}
    return f"{names.get(address.count('.') + 1, 'điểm')} {address}"


def _state_of(counts: Counts) -> str:
    """How far the dated tasks are; says nothing of boxes that are empty."""
    if counts.done == counts.dated and not counts.late:
        whole_or_one = "đã hoàn thành đúng hạn"
        return whole_or_one if counts.dated == 1 else f"tất cả {whole_or_one}"
    parts = [_done(counts)] if counts.done else ["chưa có nhiệm vụ hoàn thành"]
    left = [
        (counts.awaiting, "chờ xác nhận hoàn thành"),
        (counts.ongoing, "đang thực hiện trong hạn"),
        (counts.not_started, "chưa triển khai, còn trong hạn"),
        (counts.overdue, "quá hạn"),
        (counts.paused, "tạm dừng"),
    ]
    named = [f"{count(number)} nhiệm vụ {words}" for number, words in left if number]
    if named:
        parts.append(f"còn {', '.join(named)}")
    return "; ".join(parts)


def _done(counts: Counts) -> str:
    """«đã hoàn thành 02 nhiệm vụ (đúng hạn 01 nhiệm vụ, quá hạn 01 nhiệm vụ), đạt 66,7%»."""
    said = f"đã hoàn thành {count(counts.done)} nhiệm vụ"
    if counts.late and counts.on_time:
        said += (
            f" (đúng hạn {count(counts.on_time)} nhiệm vụ, quá hạn {count(counts.late)} nhiệm vụ)"
        )
    elif counts.late:
        said += " (đều quá hạn)" if counts.late > 1 else " (quá hạn)"
    else:
        said += " (đều đúng hạn)" if counts.on_time > 1 else " (đúng hạn)"
    return (
        f"{said}, đạt {percent(counts.done, counts.dated)}" if counts.done < counts.dated else said
    )


def of_indicator(row: Indicator) -> Iterator[Line]:
    """One indicator: done, share of the plan, expected, against last year."""
    key = f"indicator:{row.code}"
    name = row.name.rstrip(" .;:")
    if row.done.mark != "value" or row.done.value is None:
        said = MARK_WORDS.get(row.done.mark, "không cộng giữa các địa bàn")
        yield Line(key, f"{name}: {said}.")
        return
    parts = [f"thực hiện trong kỳ {measure(row.done.value)} {row.unit}"]
    if row.cumulative.value is not None and row.cumulative.value != row.done.value:
        parts.append(f"lũy kế {measure(row.cumulative.value)} {row.unit}")
    parts += _of_plan(row)
    if row.estimate.value is not None:
        parts.append(f"ước cả năm {measure(row.estimate.value)} {row.unit}")
    parts += _against_last_year(row.done, row.last_year)
    yield Line(key, f"{name}: {', '.join(parts)}.")


def _of_plan(row: Indicator) -> list[str]:
    if row.planned.value is None or not row.planned.value or row.reached.value is None:
        return []
    return [f"đạt {percent(row.reached.value, row.planned.value)} kế hoạch"]


def _against_last_year(done: Value, before: Value) -> list[str]:
    if before.value is None or done.value is None or not before.value:
        return []
    change = done.value - before.value
    if not change:
        return ["bằng cùng kỳ năm trước"]
    word = "tăng" if change > 0 else "giảm"
    return [f"{word} {percent(abs(change), before.value)} so với cùng kỳ năm trước"]


def of_example(example: Example) -> Line:
    """A thing that was done, with the name of that day and today's."""
    who = example.agency + (f" (nay là {example.now})" if example.now else "")
    day = write_figures(date.fromisoformat(example.day))
    summary = example.summary.rstrip(" .;") or "đã có minh chứng được ghi nhận"
    return Line(f"example:{example.uuid}", f"Tiêu biểu: ngày {day}, {who}: {summary}.")


def of_money(rows: tuple[Money, ...]) -> Iterator[Line]:
    """Money by source, then together; what is not known is said."""
    if not rows:
        yield Line("money", "Kinh phí thực hiện: chưa có số liệu.")
        return
    for row in rows:
        yield Line(f"money:{row.source}:{row.words}", f"{_capital(row.words)}: {amounts(row)}.")
    if len(rows) > 1:
        together = rows[0]
        for row in rows[1:]:
            together = together + row
        yield Line("money", f"Tổng kinh phí các nguồn: {amounts(together)}.")


def amounts(row: Money) -> str:
    """What is known of one source; «chưa có số liệu» where nothing is."""
    named = [("dự toán", row.estimated), ("được giao", row.allotted)]
    parts = [f"{words} {millions(value)}" for words, value in named if value is not None]
    if row.spent is not None:
        share = percent(row.spent, row.allotted) if row.allotted else ""
        of_it = f", đạt {share} kinh phí được giao" if share else ""
        parts.append(f"giải ngân {millions(row.spent)}{of_it}")
    if row.settled is not None:
        parts.append(f"quyết toán {millions(row.settled)}")
    return ", ".join(parts) or "chưa có số liệu"


def shortcomings(account: Account) -> Iterator[Line]:
    """What is overdue, what was finished late, what is paused: numbers, with the annex."""
    counts = account.counts
    named = [
        ("overdue", counts.overdue, "Còn {} nhiệm vụ quá hạn, chưa hoàn thành"),
        ("late", counts.late, "Có {} nhiệm vụ hoàn thành quá hạn"),
        ("paused", counts.paused, "Có {} nhiệm vụ tạm dừng"),
    ]
    for key, number, words in named:
        if number:
            yield Line(f"box:{key}", f"{words.format(count(number))} (Phụ lục I).")
    missing = [row for row in account.indicators if row.done.mark == "unknown"]
    if missing:
        names = "; ".join(row.name.rstrip(" .;") for row in missing[:5])
        more = " và các chỉ tiêu khác" if len(missing) > 5 else ""
        yield Line("unknown", f"Còn {count(len(missing))} chỉ tiêu chưa có số liệu: {names}{more}.")


def directions(account: Account, told: Told) -> Iterator[Line]:
    """What goes on next year: tasks carried over, routine work."""
    counts = account.counts
    following = told.year + 1
    if counts.carried_over:
        before = f", trong đó ưu tiên {count(counts.overdue)} nhiệm vụ quá hạn"
        yield Line(
            "carried",
            f"Tiếp tục thực hiện {count(counts.carried_over)} nhiệm vụ chuyển tiếp sang năm "
            f"{following}{before if counts.overdue else ''}.",
        )
    if counts.routine:
        yield Line(
            "routine",
            f"Duy trì {count(counts.routine)} nhiệm vụ thường xuyên trong năm {following}.",
        )


def total_of(rows: tuple[Money, ...], name: str) -> Decimal | None:
    """One column of the money table; None while no row has a number."""
    held = [getattr(row, name) for row in rows if getattr(row, name) is not None]
    return sum(held, Decimal(0)) if held else None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
