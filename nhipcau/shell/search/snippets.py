"""The piece of a text in which a query was found, its hits marked on the letters as written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from . import patterns
from .query import Query
from .tokens import Token, cut

AROUND = 240  # letters of a snippet
FIRST = 8_000  # letters of a long text in which single words are looked for
LOOKED_AT = 120  # hits among them
NEAR = 12  # hits that may stand in one snippet


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that stand together; a hit or not."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """From which letter to which, and which word of the query it answers."""

    start: int
    end: int
    word: str


def marked(text: str, query: Query) -> list[Run]:
    """The whole text with its hits marked."""
    return list(_runs(text, hits(text, query)))


def snippet(text: str, query: Query, around: int = AROUND) -> list[Run]:
    """The piece of the text that answers the query best, cut at blanks.

    Only this piece is cut into words: a text may have as many pages as it likes.
    """
    start, end = _window(text, query, around)
    piece = text[start:end].strip()
    runs = marked(piece, query)
    if start:
        runs.insert(0, Run("… "))
    if end < len(text):
        runs.append(Run(" …"))
    return runs


def hits(text: str, query: Query) -> list[Hit]:
    """Where the query stands: as one phrase, else each of its terms, else each of their words."""
    tokens = list(cut(text))
    written = {token.exact for token in tokens}
    whole = list(_phrases(tokens, query.tokens, written)) if len(query.tokens) > 1 else []
    found = [*whole]
    for segment in query.segments:
        runs = [() if whole else segment.tokens, *segment.synonyms]
        terms = [hit for run in runs for hit in _phrases(tokens, run, written)]
        found += terms
        if not terms and not whole:
            single = [_phrases(tokens, (token,), written) for token in segment.tokens]
            found += [hit for each in single for hit in each]
    return sorted({*found, *_begun(tokens, query)}, key=lambda hit: (hit.start, -hit.end))


def _phrases(tokens: Sequence[Token], words: Sequence[Token], written: set[str]) -> Iterator[Hit]:
    """Places where words stand in order; one that stands with the marks as typed counts only so."""
    for at in range(len(tokens) - len(words) + 1 if words else 0):
        here = tokens[at : at + len(words)]
        if all(
            token.folded == word.folded and token.exact in ({word.exact} & written or {token.exact})
            for token, word in zip(here, words, strict=True)
        ):
            yield Hit(here[0].start, here[-1].end, words[0].folded)


def _begun(tokens: Sequence[Token], query: Query) -> Iterator[Hit]:
    """Words that begin as the last one typed, where it does not stand as a whole."""
    last = query.tokens[-1].folded if query else ""
    if len(last) > 1 and all(token.folded != last for token in tokens):
        for token in tokens:
            if token.folded.startswith(last):
                yield Hit(token.start, token.end, last)


def _window(text: str, query: Query, around: int) -> tuple[int, int]:
    if len(text) <= around or not query:
        return 0, min(len(text), around)
    best = _best_place(text, query, around)
    start = max(0, min(best - around // 4, len(text) - around))
    return _at_blank(text, start), _at_blank(text, min(len(text), start + around))


def _best_place(text: str, query: Query, around: int) -> int:
    """Where the words stand in order, with their marks or without; else where most of them are."""
    as_typed = text.lower().find(query.text.lower())
    if as_typed >= 0:
        return min(as_typed, len(text))
    if found := patterns.in_order(query).search(text):
        return found.start()
    words = patterns.any_word(query).finditer(text, 0, FIRST)
    places = [(match.start(), match.lastgroup) for match in islice(words, LOOKED_AT)]
    best, most = 0, 0
    for number, (start, _) in enumerate(places):
        near = {word for at, word in places[number : number + NEAR] if at <= start + around}
        if len(near) > most:
            best, most = start, len(near)
    return best


def _at_blank(text: str, at: int) -> int:
    if at in (0, len(text)):
        return at
    blank = text.rfind(" ", max(0, at - 30), at)
    return blank + 1 if blank >= 0 else at


def _runs(text: str, found: Iterable[Hit]) -> Iterator[Run]:
    """Hits that touch, or have only a blank between them, are one."""
    at = 0
    for first, last in _joined(text, found):
        if first > at:
            yield Run(text[at:first])
        yield Run(text[first:last], is_hit=True)
        at = last
    if at < len(text):
        yield Run(text[at:])


def _joined(text: str, found: Iterable[Hit]) -> Iterator[tuple[int, int]]:
    first = last = -1
    for hit in found:
        if last >= 0 and (hit.start <= last or text[last : hit.start] in {" ", "/", "-"}):
            last = max(last, hit.end)
            continue
        if last >= 0:
            yield first, last
        first, last = hit.start, hit.end
    if last >= 0:
        yield first, last
