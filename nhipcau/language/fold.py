"""Folding: the form in which two spellings of one Vietnamese word become equal."""

import re
import unicodedata

MARKS = re.compile("[\u0300-\u036f]+")
# These two letters have no Unicode decomposition, so dropping marks alone leaves them whole.
BARRED = str.maketrans({"đ": "d", "Đ": "d", "ƀ": "b", "Ƀ": "b"})


def fold(text: str) -> str:
    """Return `text` in lower case, without marks, with single blanks.

    NFC, then đ and ƀ lose their bar, then NFD, then U+0300–036F are dropped; what is left is
    lower case in NFC. Tone placement (hoà, hòa) and normal form make no difference. Total and
    idempotent. The service worker does the same; `vectors.json` holds both to it.
    """
    plain = unicodedata.normalize("NFC", text).translate(BARRED).lower()
    bare = MARKS.sub("", unicodedata.normalize("NFD", plain)).translate(BARRED)
    return " ".join(unicodedata.normalize("NFC", bare).split())
