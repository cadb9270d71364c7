"""What moved in the records since a report was frozen, beside the frozen figure."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nhipcau.language.dates import write_figures

from .account import Account, Counts, from_json
from .consolidating import snapshot
from .drafting import account_of
from .figures import count, measure
from .models import Report
from .numbers import BOX_WORDS
from .tables import SIGNS


@dataclass(frozen=True, slots=True)
class Moved:
    """One figure: what stands in the report, and what the records say of the same day now."""

    words: str
    frozen: str
    now: str


def moved_since(report: Report) -> list[Moved]:
    """The figures of a report that is out which the records no longer give."""
    held = snapshot(report)
    if held is None or not report.edition:
        return []
    return list(differing(from_json(held["account"]), account_of(report)))


def differing(frozen: Account, now: Account) -> Iterator[Moved]:
    """Figures that differ between two accounts, by point and by indicator."""
    before = {each.address: each.counts for each in frozen.points}
    after = {each.address: each.counts for each in now.points}
    for address in dict.fromkeys([*before, *after]):
        one, other = before.get(address, Counts()), after.get(address, Counts())
        for box, words in BOX_WORDS.items():
            was, is_now = getattr(one, box), getattr(other, box)
            if was != is_now:
                place = _("Điểm %(place)s") % {"place": address} if address else _("Việc khác")
                yield Moved(f"{place}: {words}", count(was), count(is_now))
    values = {each.code: each for each in now.indicators}
    for row in frozen.indicators:
        current = values.get(row.code)
        if current is not None and current.done != row.done:
            yield Moved(row.name, _shown(row.done), _shown(current.done))


def sentence(report: Report, moved: list[Moved]) -> str:
    """«Số liệu tính đến ngày 14/12/2025. Sau khi gửi có 03 thay đổi …»"""
    day = write_figures(report.period.closing_day)
    if not moved:
        return _("Số liệu tính đến ngày %(day)s. Sau khi gửi chưa có thay đổi.") % {"day": day}
    return _(
        "Số liệu tính đến ngày %(day)s. Sau khi gửi có %(count)s thay đổi. "
        "Văn bản đã ban hành chỉ được sửa bằng văn bản thay thế."
    ) % {"day": day, "count": count(len(moved))}


def _shown(value: object) -> str:
    number = getattr(value, "value", None)
    return measure(number) if number is not None else SIGNS[getattr(value, "mark", "unknown")]
