"""The follow-up books as pages and spreadsheets, and what is held under a pasted number."""

from dataclasses import asdict
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.agencies.people import person
from nhipcau.base import clock
from nhipcau.ledger.public import Programme
from nhipcau.shell.access import requires

from . import books
from .book_forms import ChosenBookForm, NumberForm
from .finding import Found, held_under, number_in

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires("correspondence.read")
def book(request: HttpRequest, book: str) -> HttpResponse:
    """A follow-up book of a programme for a year."""
    kept, context = _chosen(request, book)
    others = [each for each in books.BOOKS.values() if each.slug != book]
    return render(
        request, "correspondence/book.html", {**context, "book": kept, "other": others[0]}
    )


@requires("correspondence.read")
def book_sheet(request: HttpRequest, book: str) -> HttpResponse:
    """The same book as XLSX."""
    kept, context = _chosen(request, book)
    programme, year = context["programme"], context["year"]
    agencies = "; ".join(sorted(str(each) for each in person(request).agencies()))
    heading = [
        _("Chương trình: %s") % programme if programme else "",
        _("Cơ quan: %s") % agencies,
        _("Năm %s. Sổ theo dõi của chương trình, không thay sổ đăng ký của cơ quan.") % year,
    ]
    name = f"so-theo-doi-van-ban-{book}-{year}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(books.xlsx(kept, heading), content_type=XLSX, headers=headers)


@requires("correspondence.read")
def number(request: HttpRequest) -> HttpResponse:
    """What is held under a pasted number, as a page; with «dang=json» as data for programs."""
    user, asked = person(request), request.GET.get("so", "")
    form = NumberForm(request.GET if asked else None)
    is_asked = bool(asked) and form.is_valid()
    found = held_under(form.cleaned_data["so"], user) if is_asked else []
    written = number_in(form.cleaned_data["so"]) if is_asked else ""
    status = 422 if form.errors else 200
    if request.GET.get("dang") == "json":
        return JsonResponse({"number": written, "found": _rows(found)}, status=status)
    context = {
        "form": form,
        "found": found,
        "is_asked": is_asked,
        "number": written,
        "may_record": user.may("correspondence.record"),
    }
    return render(request, "correspondence/number.html", context, status=status)


def _rows(found: list[Found]) -> list[dict[str, object]]:
    """What was found, as JSON has it; a day as «2025-03-10», what is not known as ""."""
    return [{key: value or "" for key, value in asdict(each).items()} for each in found]


def _chosen(request: HttpRequest, slug: str) -> tuple[books.Book, dict[str, Any]]:
    """The book that the address asks for; without a choice the newest year of the first programme."""
    if slug not in books.BOOKS:
        raise Http404
    user = person(request)
    programmes = list(Programme.objects.visible_to(user))
    programme = _programme(programmes, request.GET.get("programme", ""), user)
    years = books.years(user, programme) if programme else []
    year = _year(request.GET.get("year", ""), years)
    empty = books.BOOKS[slug]
    kept = books.kept(empty, user, programme=programme, year=year) if programme else empty
    form = ChosenBookForm(
        initial={"programme": programme.slug if programme else "", "year": str(year)}
    )
    form.choose(programmes, sorted({year, *years}, reverse=True))
    return kept, {"form": form, "programme": programme, "year": year}


def _programme(programmes: list[Programme], slug: str, user: User) -> Programme | None:
    named = next((each for each in programmes if each.slug == slug), None)
    if named is not None:
        return named
    used = (each for each in programmes if books.years(user, each))
    return next(used, None) or next(iter(programmes), None)


def _year(written: str, years: list[int]) -> int:
    if written.isdecimal() and 1900 < int(written[:4]) < 2200:
        return int(written[:4])
    return years[0] if years else clock.today().year
