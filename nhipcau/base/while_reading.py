"""What several parts of a page ask is asked once.

Only a request that reads (GET, HEAD) has this memory: what it may write, such as who looked, is
nothing that is kept here, so nothing grows old. Elsewhere every question is asked anew.
"""

from collections.abc import Callable, Hashable
from contextvars import ContextVar
from typing import TypeVar, cast

from django.http import HttpRequest, HttpResponseBase

Answer = TypeVar("Answer")
_memory: ContextVar[dict[Hashable, object] | None] = ContextVar("memory", default=None)


class WhileReading:
    """Middleware: a memory for the time of one reading request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        token = _memory.set({} if request.method in {"GET", "HEAD"} else None)
        try:
            return self.get_response(request)
        finally:
            _memory.reset(token)


def once(key: Hashable, ask: Callable[[], Answer]) -> Answer:
    """The answer to a question; while a page is read, the one given before under the same key."""
    memory = _memory.get()
    if memory is None:
        return ask()
    if key not in memory:
        memory[key] = ask()
    return cast("Answer", memory[key])
