"""Long tables: the pattern of a line is drawn once, and every row only fills it."""

import re
from collections.abc import Iterator
from html import escape
from typing import NoReturn

from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, render_value_in_context
from django.utils.safestring import SafeString

_PLACE = re.compile("\0(\\w+)\0")


class Lines(Node):
    """`{% lines row in rows %}…{% endlines %}`, where every row is shown in the same way.

    The pattern names what a row has (`{{ row.title }}`) and asks nothing of it: no filter, no
    condition. What is the same for all rows may be asked and translated in it as anywhere.
    """

    child_nodelists = ("pattern",)

    def __init__(self, name: str, rows: FilterExpression, pattern: NodeList) -> None:
        self.name, self.rows, self.pattern = name, rows, pattern

    def render(self, context: Context) -> SafeString:
        with context.push(**{self.name: _Stencil()}):
            # Words and the names of what stands between them take turns.
            words, names = _halves(self.pattern.render(context))
        return SafeString(
            "".join(
                piece
                for row in self.rows.resolve(context) or ()
                for piece in _filled(row, words, names, context)
            )
        )


def _halves(drawn: str) -> tuple[list[str], list[str]]:
    pieces = _PLACE.split(drawn)
    return pieces[::2], pieces[1::2]


def _filled(row: object, words: list[str], names: list[str], context: Context) -> Iterator[str]:
    yield words[0]
    for name, after in zip(names, words[1:], strict=True):
        value = getattr(row, name)
        plain = type(value) is str and context.autoescape
        yield escape(value) if plain else render_value_in_context(value, context)
        yield after


class _Stencil:
    """Stands for a row while the pattern is drawn; every part of it is a place to be filled."""

    def __getattr__(self, name: str) -> "_Place":
        return _Place(name)


class _Place:
    def __init__(self, name: str) -> None:
        self._name = name

    def __str__(self) -> str:
        return f"\0{self._name}\0"

    def __bool__(self) -> NoReturn:
        raise TypeError(f"lines: {self._name} is not known while the pattern is drawn")
