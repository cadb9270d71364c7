"""The page of search: complete without a script, the same partial as one types."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from nhipcau.shell.access import is_partial

from .find import Found, find
from .index import declared
from .models import SearchEntry
from .query import LONGEST, SHORTEST
from .snippets import Run, marked, snippet

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Result:
    """An entry as the page shows it."""

    entry: SearchEntry
    address: str
    label: "StrOrPromise"
    title: list[Run]
    words: list[Run]


@dataclass(frozen=True, slots=True)
class Filter:
    """A link that shows one kind only; the kind "" is all of them."""

    kind: str
    label: "StrOrPromise"
    count: int
    is_current: bool


@require_safe
@vary_on_headers("HX-Request")
def search(request: HttpRequest) -> HttpResponse:
    """What was found for `q`, of the kind `loai`, on the page `trang`."""
    typed, labels = request.GET.get("q", ""), {one.kind: one.label for one in declared()}
    kind = request.GET.get("loai", "")
    kind = kind if kind in labels else ""
    refusal = refusal_of(typed)
    context: dict[str, object] = {"typed": typed[:LONGEST], "kind": kind, "refusal": refusal}
    if typed.strip() and not refusal:
        found = find(typed, user=request.user, kind=kind, page=request.GET.get("trang", 1))
        context |= {
            "found": found,
            "page": found.page,
            "results": list(_results(found, labels)),
            "filters": list(_filters(found, labels, kind)),
        }
    name = "shell/_search_results.html" if is_partial(request) else "shell/search.html"
    return render(request, name, context)


def refusal_of(typed: str) -> str:
    """Why a query is not asked, and what to do; "" where it is asked, or nothing was typed."""
    if len(typed) > LONGEST:
        return _(
            "Cụm từ cần tìm quá dài: tối đa %(most)s ký tự. "
            "Đề nghị chỉ ghi những từ chính hoặc số, ký hiệu của văn bản."
        ) % {"most": LONGEST}
    if typed.strip() and sum(letter.isalnum() for letter in typed) < SHORTEST:
        return _(
            "Cụm từ cần tìm quá ngắn: cần ít nhất %(least)s chữ cái hoặc chữ số. Đề nghị ghi thêm."
        ) % {"least": SHORTEST}
    return ""


def _results(found: Found, labels: Mapping[str, "StrOrPromise"]) -> Iterator[Result]:
    for entry in found.page:
        yield Result(
            entry=entry,
            address=in_this_language(entry.address),
            label=labels.get(entry.kind, ""),
            title=marked(entry.title, found.query),
            words=snippet(entry.body, found.query),
        )


def _filters(found: Found, labels: Mapping[str, "StrOrPromise"], kind: str) -> Iterator[Filter]:
    yield Filter("", _("Tất cả"), found.total, not kind)
    for one, label in labels.items():
        if found.counts.get(one) or one == kind:
            yield Filter(one, label, found.counts.get(one, 0), one == kind)


def in_this_language(address: str) -> str:
    """An address of the index, in the language of this page."""
    here = get_language() or settings.LANGUAGE_CODE
    return address if here == settings.LANGUAGE_CODE else f"/{here}{address}"
