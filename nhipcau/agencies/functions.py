"""Functions of agencies, compared as words: «TTĐN» asks for «thông tin đối ngoại»."""

from collections.abc import Iterable
from functools import lru_cache

from nhipcau.language.fold import fold

# As texts shorten them; each stands for the function that instruments name in full.
SHORT = {
    "ttdn": "thông tin đối ngoại",
    "ttcs": "thông tin cơ sở",
    "attt": "an toàn thông tin",
    "cntt": "công nghệ thông tin",
    "cds": "chuyển đổi số",
}


def touches(functions: Iterable[str], asked: str) -> bool:
    """Whether one of the functions is the one asked for, or one is a part of the other."""
    wanted = _plain(asked)
    return any(_holds(wanted, _plain(each)) or _holds(_plain(each), wanted) for each in functions)


@lru_cache(maxsize=4_096)
def _plain(words: str) -> str:
    """The words without marks and short forms; the same few are asked for again and again."""
    """Folded, in full, without commas and «và»: lists are written either way."""
    kept = (word for word in fold(words).replace(",", " ").split() if word != "va")
    return " ".join(fold(SHORT.get(word, word)) for word in kept)


def _holds(whole: str, part: str) -> bool:
    return f" {part} " in f" {whole} "
