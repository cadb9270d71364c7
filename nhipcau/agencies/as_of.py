"""The day that a page speaks of: a parameter of its address, today without one."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from nhipcau.base import clock
from nhipcau.language.dates import parse_date

PARAMETER = "ngay"


@dataclass(frozen=True, slots=True)
class AsOf:
    """A day, and what was wrong with the one that was asked for."""

    day: date
    written: str = ""
    fault: str = ""

    @property
    def is_today(self) -> bool:
        return self.day == clock.today()


def asked(request: HttpRequest) -> AsOf:
    """The day of a request, as browsers send it or as officials write it."""
    written = request.GET.get(PARAMETER, "").strip()
    if not written:
        return AsOf(clock.today())
    day = _read(written)
    if day is None:
        fault = _("“%(written)s” không phải là một ngày; trang này đang nói về hôm nay.")
        return AsOf(clock.today(), written, fault % {"written": written[:40]})
    return AsOf(day, day.isoformat())


def _read(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        found = parse_date(written)
        return found.value if found else None
