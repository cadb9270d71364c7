"""Pages of the text as it stands on a day: consolidated, and provision by provision."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from nhipcau.base import clock
from nhipcau.shell.templatetags.ui import day as in_figures

from .consolidated import as_of
from .consolidation import Act, Consolidated, Consolidation, Step
from .difference import Run, in_paragraphs
from .models import Programme, Provision

LONGEST_ADDRESS = 60


def consolidated(request: HttpRequest, slug: str) -> HttpResponse:
    """The text with its amendments on a day, for reference, and what each amendment changed."""
    programme = _programme(request, slug)
    day = day_asked(request)
    text = as_of(programme, day)
    context = {
        "programme": programme,
        "text": text,
        "day": day,
        "rows": [(each, _difference(each)) for each in text.places],
        "vanished": _vanished(request, text, ""),
        "days": sorted({each.effective_on for each in as_of(programme, date.max).amendments}),
    }
    return render(request, "programmes/consolidated.html", context)


More = Callable[[Provision], dict[str, Any]]


def provision_page(
    request: HttpRequest, slug: str, address: str, *, template: str, more: More
) -> HttpResponse:
    """One place: its text on a day, where it comes from, its history, and what it cites.

    What does not stand on the day leads to the nearest place above that does, and says so there.
    `more` adds what those above this floor know of the provision, for `template` to show.
    """
    programme = _programme(request, slug)
    day = day_asked(request)
    text = as_of(programme, day)
    found = text.nearest(address)
    if found is None or found.address != address:
        return _to_what_stands(programme, address, found, request)
    context = provision_context(programme, text, found)
    context["vanished"] = _vanished(request, text, address)
    return render(request, template, {**context, **more(context["provision"])})


def provision_context(
    programme: Programme, text: Consolidation, found: Consolidated
) -> dict[str, Any]:
    """What the page of a place shows."""
    row = Provision.objects.filter(programme=programme, address=found.address)
    place = row.prefetch_related("citations__instrument__events").get()
    return {
        "programme": programme,
        "provision": place,
        "day": text.day,
        "found": found,
        "history": [_told(found, turn) for turn in range(len(found.steps))],
        "above": text.at(found.place.parent) if found.place.parent else None,
        "below": [each for each in text.places if each.place.parent == found.address],
        "instruments": dict.fromkeys(each.instrument for each in place.citations.all()),
    }


def day_asked(request: HttpRequest) -> date:
    """The day in the address; today where there is none, or none that can be read."""
    try:
        return date.fromisoformat(request.GET.get("ngay", ""))
    except ValueError:
        return clock.today()


def _programme(request: HttpRequest, slug: str) -> Programme:
    return get_object_or_404(Programme.objects.visible_to(request.user), slug=slug)


def _to_what_stands(
    programme: Programme, asked: str, found: Consolidated | None, request: HttpRequest
) -> HttpResponseRedirect:
    where = (
        reverse("ledger:provision", args=[programme.slug, found.address])
        if found is not None
        else reverse("ledger:consolidated", args=[programme.slug])
    )
    words = {"thay-cho": asked[:LONGEST_ADDRESS]}
    if "ngay" in request.GET:
        words["ngay"] = request.GET["ngay"]
    return HttpResponseRedirect(f"{where}?{urlencode(words)}")


@dataclass(frozen=True, slots=True)
class Vanished:
    """What one is told who followed a link to a place that does not stand."""

    asked: str
    sentence: str
    # The last day on which it stood; empty where it never did.
    day: date | None = None


def _vanished(request: HttpRequest, text: Consolidation, address: str) -> Vanished | None:
    asked = request.GET.get("thay-cho", "")[:LONGEST_ADDRESS]
    if not asked or asked == address:
        return None
    sentence = _told_of(asked, text, address)
    gone = text.at(asked)
    return Vanished(asked, sentence, gone.last_day if gone else None) if sentence else None


def _told_of(asked: str, text: Consolidation, address: str) -> str:
    """The sentence; nothing where the place stands after all."""
    gone = text.at(asked)
    words = {"asked": asked, "here": address, "day": in_figures(text.day)}
    if gone is None:
        return _not_there(address) % words
    if gone.last is None or not gone.is_repealed:
        return ""
    since = in_figures(gone.last.amendment.effective_on)
    words |= {"since": since, "amendment": gone.last.amendment.label}
    if not address:
        return (
            _("%(asked)s đã được bãi bỏ từ ngày %(since)s theo %(amendment)s. Đây là toàn văn.")
            % words
        )
    return (
        _(
            "%(asked)s đã được bãi bỏ từ ngày %(since)s theo %(amendment)s. Đây là %(here)s, chỗ "
            "gần nhất ở cấp trên còn hiệu lực."
        )
        % words
    )


def _not_there(address: str) -> str:
    if not address:
        return _("Văn bản không có “%(asked)s” vào ngày %(day)s. Đây là toàn văn.")
    return _(
        "Văn bản không có “%(asked)s” vào ngày %(day)s. Đây là %(here)s, chỗ gần nhất ở cấp trên."
    )


def _difference(place: Consolidated) -> tuple[tuple[Run, ...], ...]:
    """What its amendments changed of its first words; nothing where they only made or ended it."""
    if not any(step.act is Act.REPLACE for step in place.steps):
        return ()
    return in_paragraphs(place.first_paragraphs, place.place.paragraphs)


def _told(place: Consolidated, turn: int) -> tuple[Step, tuple[tuple[Run, ...], ...]]:
    """One step of its history, with the difference that it made."""
    step = place.steps[turn]
    later = place.steps[turn + 1 :]
    after = later[0].before if later else place.place.paragraphs
    shown = in_paragraphs(step.before, after) if step.act is Act.REPLACE else ()
    return step, shown
