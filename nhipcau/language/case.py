"""Letter case: titles that a typist set in capitals, brought back to how a sentence is written."""

import re
from collections.abc import Iterable

# Written with capitals wherever they stand; what a document names is given by its reader.
ALWAYS_CAPITAL = ("Việt Nam", "Trung ương", "Chính phủ", "Quốc hội", "Mặt trận Tổ quốc")


def sentence_case(text: str, names: Iterable[str] = (), *, opens: bool = True) -> str:
    """Return `text` in sentence case if it is all capitals, else as it is. Total.

    `names` keep their own capitals; `opens` says whether the text begins its sentence.
    """
    if not text.isupper():
        return text
    calm = text.lower()
    for name in sorted({*names, *ALWAYS_CAPITAL}, key=len):
        calm = _restore(calm, name)
    return calm[:1].upper() + calm[1:] if opens else calm


def _restore(text: str, name: str) -> str:
    # By a function: a name is no pattern of a replacement.
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return whole.sub(lambda _: name, text)
