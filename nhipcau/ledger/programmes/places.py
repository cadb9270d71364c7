"""Where words stand in a provision: which paragraph, from which character to which."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Paragraph 0 is the provision's own text, n its n-th paragraph; offsets in characters."""

    paragraph: int
    start: int
    end: int


def locate(paragraphs: Sequence[str], words: str, near: int) -> Span | None:
    """The occurrence of the words that begins nearest to `near`; None where they do not stand.

    The reader counts in the line, marker included; a provision's text has no marker. So the words
    themselves decide, and the count only tells two occurrences apart.
    """
    found = [
        Span(number, start, start + len(words))
        for number, paragraph in enumerate(paragraphs)
        for start in _occurrences(paragraph, words)
    ]
    return min(found, key=lambda span: abs(span.start - near), default=None)


def _occurrences(text: str, words: str) -> list[int]:
    starts: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        starts.append(at)
        at = text.find(words, at + 1)
    return starts
