"""Filters of the list of tasks as links and one small form; the address keeps the choice."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency

from .listing import Asked, Listing
from .models import Task

STATES: tuple[tuple[str, str | Promise], ...] = (
    *((state.value, state.label) for state in Task.State),
    ("thuong-xuyen", _("Thường xuyên")),
    ("qua-han", _("Quá hạn")),
)
MOST = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter as a link; the one that holds leads back to all."""

    label: str | Promise
    address: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Choices of one kind."""

    label: str | Promise
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """Everything that the head of the list offers."""

    groups: tuple[Group, ...]
    # What the form of words keeps of the address, and what stands in it.
    kept: tuple[tuple[str, str], ...]
    words: str
    # The address of a page without its number, and the same list in other forms.
    query: str
    narrowed: tuple[Choice, ...]


def of(listing: Listing) -> Filters:
    """The filters around a list."""
    asked = listing.asked
    held = [(uuid, title, year) for _pk, uuid, title, year in listing.plans]
    years = sorted({str(year) for _uuid, _title, year in held}, reverse=True)
    groups = [Group(_("Tình trạng"), tuple(_choices(asked, "tinh-trang", STATES)))]
    if len(years) > 1:
        pairs = tuple((year, year) for year in years)
        groups.append(Group(_("Năm"), tuple(_choices(asked, "nam", pairs))))
    if 1 < len(held) <= MOST:
        pairs = tuple((str(uuid), title) for uuid, title, _year in held)
        groups.append(Group(_("Kế hoạch"), tuple(_choices(asked, "ke-hoach", pairs))))
    groups.append(Group(_("Nguồn"), tuple(_choices(asked, "nguon", SOURCES))))
    return Filters(
        tuple(groups),
        tuple((key, value) for key, value in asked.given.items() if key not in {"tim", "trang"}),
        asked["tim"],
        urlencode({key: value for key, value in asked.given.items() if key != "trang"}),
        tuple(_narrowed(asked)),
    )


SOURCES: tuple[tuple[str, str | Promise], ...] = (
    ("chi-dao", _("Văn bản, ý kiến chỉ đạo")),
    ("ngoai", _("Ngoài kế hoạch")),
)
# Filters that other pages lead here with: shown, and taken off by their link.
NARROWED: tuple[tuple[str, str | Promise], ...] = (
    ("chuong-trinh", _("Chương trình")),
    ("dieu-khoan", _("Điều khoản")),
    ("chu-tri", _("Chủ trì")),
    ("dia-ban", _("Địa phương")),
)


def _narrowed(asked: Asked) -> Iterator[Choice]:
    for key, label in NARROWED:
        if value := asked[key]:
            agency = Agency.objects.filter(code=value).first() if key == "chu-tri" else None
            shown = agency.short_name if agency else value
            yield Choice(f"{label}: {shown}", _address(asked, **{key: ""}), True)


def _choices(
    asked: Asked, key: str, options: tuple[tuple[str, str | Promise], ...]
) -> Iterator[Choice]:
    for value, label in options:
        holds = asked[key] == value
        yield Choice(label, _address(asked, **{key: "" if holds else value}), holds)


def _address(asked: Asked, **changed: str) -> str:
    query = {**asked.given, **changed, "trang": ""}
    return f"?{urlencode({key: value for key, value in query.items() if value})}"
