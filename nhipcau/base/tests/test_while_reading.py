"""A question is asked once while a page is read, and every time while something is written."""

from collections.abc import Callable
from itertools import count

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from nhipcau.base.while_reading import WhileReading, once

Ask = Callable[[], int]


@pytest.fixture
def ask() -> Ask:
    turns = count(1)
    return lambda: next(turns)


def answers(request: HttpRequest, ask: Ask) -> list[int]:
    found: list[int] = []

    def page(_request: HttpRequest) -> HttpResponse:
        found.extend(once("how many", ask) for _turn in range(3))
        return HttpResponse()

    WhileReading(page)(request)
    return found


def test_a_page_that_is_read_asks_once(ask: Ask) -> None:
    assert answers(RequestFactory().get("/"), ask) == [1, 1, 1]
    assert answers(RequestFactory().get("/"), ask) == [2, 2, 2], "the next page asks for itself"


def test_who_writes_asks_every_time(ask: Ask) -> None:
    assert answers(RequestFactory().post("/"), ask) == [1, 2, 3]


def test_an_error_leaves_no_memory_behind(ask: Ask) -> None:
    def page(_request: HttpRequest) -> HttpResponse:
        once("how many", ask)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        WhileReading(page)(RequestFactory().get("/"))
    assert [once("how many", ask), once("how many", ask)] == [2, 3]


def test_other_questions_have_other_answers(ask: Ask) -> None:
    found: list[int] = []

    def page(_request: HttpRequest) -> HttpResponse:
        found.extend(once(key, ask) for key in ("one", "two", "one"))
        return HttpResponse()

    WhileReading(page)(RequestFactory().get("/"))
    assert found == [1, 2, 1]
