"""NFC of the text of strangers: a letter under a thousand accents may not keep the server busy."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# Unicode's own bound (UAX 15, Stream-Safe Text Format); a Vietnamese letter carries two.
MOST_MARKS = 30


def composed(text: str) -> str:
    """The text in NFC; of a longer run of marks on one letter the first thirty are kept.

    Sorting a run of marks takes the square of its length, which is why runs are bounded first.
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _long_run().sub(r"\1", text))


@cache
def _long_run() -> re.Pattern[str]:
    mark = f"[{''.join(_ranges())}]"
    return re.compile(f"({mark}{{{MOST_MARKS}}}){mark}+")


def _ranges() -> Iterator[str]:
    """The characters that combine with the letter before them, as ranges of a pattern."""
    marks = [code for code in range(0x300, 0x1E950) if unicodedata.combining(chr(code))]
    first = before = marks[0]
    for code in [*marks[1:], 0]:
        if code != before + 1:
            yield f"{chr(first)}-{chr(before)}"
            first = code
        before = code
