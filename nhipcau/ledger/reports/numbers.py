"""The numbers of a report as a table: the platform's, and those that the unit reports instead."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.text import Truncator

from .figures import measure
from .models import Report, ReportedNumber, ReportLine
from .overriding import TOTAL, keys_of
from .reading import read
from .scope import scope_of

BOX_WORDS = {
    "on_time": "hoàn thành đúng hạn",
    "late": "hoàn thành quá hạn",
    "awaiting": "chờ xác nhận hoàn thành",
    "ongoing": "đang thực hiện, trong hạn",
    "not_started": "chưa triển khai",
    "overdue": "quá hạn",
    "paused": "tạm dừng",
    "routine": "thường xuyên",
    "out": "đưa ra khỏi kế hoạch",
    "evidence": "minh chứng",
}
OF_LINE = "line:"
COLUMN_WORDS = {
    "planned": "kế hoạch",
    "done": "thực hiện trong kỳ",
    "cumulative": "lũy kế",
    "estimate": "ước cả năm",
}


@dataclass(frozen=True, slots=True)
class Held:
    """One number of the platform, beside what the unit reports."""

    key: str
    words: str
    ours: Decimal | None
    given: ReportedNumber | None

    @property
    def is_of_line(self) -> bool:
        """Whether it was changed in a sentence, where it is edited too."""
        return self.key.startswith(OF_LINE)

    @property
    def shown(self) -> str:
        return measure(self.ours) if self.ours is not None else "chưa có số liệu"


def table_of_numbers(report: Report) -> list[Held]:
    """Every number of the unit's own records, in the order of the report; then those of sentences."""
    account = read(scope_of(report))
    given = {each.key: each for each in report.numbers.all()}
    names = {row.code: row.name for row in account.indicators}
    own = keys_of(account)
    held = [Held(key, _words(key, names), ours, given.get(key)) for key, ours in own.items()]
    return [*held, *(each for each in given_numbers(report) if each.key not in own)]


def given_numbers(report: Report) -> list[Held]:
    """The numbers that the unit reports instead of the platform's, each with what it is of."""
    rows = list(report.numbers.all())
    names = dict(report.period.programme.indicators.values_list("code", "name"))
    lines = dict(ReportLine.objects.filter(section__report=report).values_list("key", "draft"))
    found = []
    for row in rows:
        of_line = row.key.startswith(OF_LINE)
        line = lines.get(row.key.removeprefix(OF_LINE).rpartition(":")[0], "") if of_line else ""
        words = f"“{Truncator(line).words(14)}”" if of_line else _words(row.key, names)
        found.append(Held(row.key, words, row.ours, row))
    return found


def _words(key: str, names: dict[str, str]) -> str:
    kind, what, column = key.removeprefix(TOTAL).split(":")
    if kind == "indicator":
        return f"{names.get(what, what)}: {COLUMN_WORDS[column]}"
    place = f"Điểm {what}" if what else "Nhiệm vụ theo văn bản chỉ đạo"
    return f"{place}: {BOX_WORDS[column]}"
