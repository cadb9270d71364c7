"""Abbreviations that a text defines for itself: «thông tin đối ngoại (TTĐN)», «(gọi tắt là …)»."""

import re
from collections.abc import Iterator

from .tokens import cut, normal

DEFINED = re.compile(
    r"\((?:(?:sau đây )?(?:được )?(?:gọi|viết) (?:tắt|gọn) là:? ?)?[“\"]?(?P<short>[^()”\"]{3,40})[”\"]?\)"
)
BEFORE = 120  # letters in which the full words stand
SHORTEST = 3  # letters: two capitals mean too many things
# Words that an abbreviation passes over: «Thông tin và Truyền thông» is TTTT.
PASSED_OVER = frozenset({"va", "cua", "ve"})


def defined_in(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of an abbreviation and its full words, where the first letters agree."""
    whole = normal(text)
    for match in DEFINED.finditer(whole):
        full = spelled_out(match["short"].strip(), whole[: match.start()][-BEFORE:])
        if full:
            yield _letters(match["short"]), full


def spelled_out(short: str, before: str) -> str:
    """The last words of `before` whose first letters are those of `short`; "" where none are."""
    wanted = [letter for token in cut(_letters(short)) for letter in token.folded]
    tokens = list(cut(before))
    at = len(tokens)
    while wanted and at:
        at -= 1
        if tokens[at].folded in PASSED_OVER and tokens[at].folded[0] != wanted[-1]:
            continue
        if not tokens[at].folded.startswith(wanted[-1]):
            return ""
        wanted.pop()
    return "" if wanted or at == len(tokens) else before[tokens[at].start :].strip()


def without_common_words(short: str, full: str) -> tuple[str, str]:
    """«Cục TTĐN», «Cục Thông tin đối ngoại» → «TTĐN», «Thông tin đối ngoại»."""
    shorter, longer = short.split(), full.split()
    while len(shorter) > 1 and len(longer) > 1 and shorter[0] == longer[0]:
        shorter, longer = shorter[1:], longer[1:]
    return " ".join(shorter), " ".join(longer)


def _letters(short: str) -> str:
    """The capitals at the end: «Bộ TTTT» → «TTTT»; "" where it is no abbreviation by letters."""
    last = short.split()[-1] if short.strip() else ""
    letters = last.replace("&", "").replace("-", "")
    return last if letters.isalpha() and letters.isupper() and len(letters) >= SHORTEST else ""
