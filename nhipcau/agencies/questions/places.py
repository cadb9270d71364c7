"""Places over time: by a code of a list, what an old one became, what a new one is made of."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from nhipcau.agencies.models import CodeList, Place, PlaceChange

OLD_PROVINCES, NEW_PROVINCES = "tinh-63", "tinh-34"
OLD_COMMUNES, NEW_COMMUNES = "xa-truoc-2025-07", "xa-tu-2025-07"


class ForeignCode(ValueError):
    """A code that its list does not have; the message says what it is elsewhere, and what to do."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A new province and the old ones that it carries."""

    new: Place
    old: tuple[Place, ...]


def by_code(code: str, list_code: str) -> Place:
    """The place of a code in one list. Raises ForeignCode where the list has no such code."""
    place = Place.objects.in_list(list_code).with_names().filter(code=code).first()
    if place is None:
        raise ForeignCode(_explain(code, list_code))
    return place


def of_list_on(level: str, on: date) -> CodeList:
    """The list that holds for a level on a day. Raises CodeList.DoesNotExist."""
    lists = CodeList.objects.filter(level=level).order_by("first_day")
    held = [each for each in lists if _holds(each, on)]
    if not held:
        raise CodeList.DoesNotExist(f"{level} {on}")
    return held[0]


def became(place: Place) -> tuple[PlaceChange, ...]:
    """Every new place that an old one is in, the default target first; none is left out."""
    changes = place.became.select_related("new__list", "new__parent").prefetch_related(
        "new__names", "new__parent__names"
    )
    return tuple(changes.order_by("-is_default", "new__code"))


def made_of(place: Place) -> tuple[PlaceChange, ...]:
    """Every old place that is wholly or partly in a new one."""
    changes = place.made_of.select_related("old__list", "old__parent__parent").prefetch_related(
        "old__names", "old__parent__names", "old__parent__parent__names"
    )
    return tuple(changes.order_by("kind", "old__code"))


def carried() -> tuple[Carried, ...]:
    """Which of the 34 carry the 63, in the order of their codes."""
    found: dict[Place, list[Place]] = defaultdict(list)
    changes = PlaceChange.objects.filter(new__list__code=NEW_PROVINCES)
    changes = changes.select_related("old__list", "new__list").prefetch_related(
        "old__names", "new__names"
    )
    for change in changes.order_by("new__code", "old__code"):
        found[change.new].append(change.old)
    return tuple(Carried(new, tuple(old)) for new, old in found.items())


def _holds(code_list: CodeList, on: date) -> bool:
    begun = code_list.first_day is None or code_list.first_day <= on
    return begun and (code_list.last_day is None or code_list.last_day >= on)


def _explain(code: str, list_code: str) -> str:
    asked = CodeList.objects.get(code=list_code)
    other = Place.objects.filter(code=code, list__level=asked.level).exclude(list=asked)
    found = other.with_names().first()
    if found is None:
        return _(
            "Mã %(code)s không có trong %(list)s. Đề nghị kiểm tra lại mã, giữ cả các số 0 ở đầu."
        ) % {"code": code, "list": _in_text(asked)}
    return _(
        "Mã %(code)s thuộc %(other)s (%(place)s), không có trong %(list)s. "
        "Đề nghị dùng %(instead)s."
    ) % {
        "code": code,
        "other": _in_text(found.list),
        "place": found.name,
        "list": _in_text(asked),
        "instead": _instead(found),
    }


def _instead(place: Place) -> str:
    """The codes of the other list to use, else its day."""
    targets = [f"{each.new.code} ({each.new.name})" for each in became(place)]
    if targets:
        return _("mã %(codes)s") % {"codes": _(" hoặc ").join(targets)}
    return _("mã của danh mục trước ngày %(day)s") % {
        "day": date_format(place.first_day, "d/m/Y") if place.first_day else "…"
    }


def _in_text(code_list: CodeList) -> str:
    return code_list.name[:1].lower() + code_list.name[1:]
