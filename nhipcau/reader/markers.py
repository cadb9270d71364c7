"""The marks that open a provision: Phần, Chương, Mục, Điều, I., 1., 1.1., a), -, + (Decree
30/2020, Phụ lục I, mục II.6), and the words that open other parts of a document."""

import re
from dataclasses import dataclass

ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3}|XL(?:IX|IV|V?I{0,3})|L)"
ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ORDINAL = "|".join((*ORDINALS, "bốn", "bẩy"))
_COUNT = rf"(?:{ROMAN}|\d{{1,3}}[a-zđ]?|thứ (?:{_ORDINAL})(?: (?:{_ORDINAL}))?)"


@dataclass(frozen=True, slots=True)
class Marker:
    """What a paragraph begins with.

    `style` is the level's form ("article", "roman", "number", …), `label` the component of the
    id ("Điều 5", "IV", "1", "đ"), `value` the ordinal number or letter to compare siblings by,
    `numbers` the parts of a decimal number, `written` the marker as written, `length` how many
    characters it takes with the blank after it.
    """

    style: str
    label: str
    value: str
    written: str
    length: int
    numbers: tuple[int, ...] = ()


KINDS = {
    "part": "part",
    "chapter": "chapter",
    "section": "section",
    "subsection": "subsection",
    "article": "article",
    "capital": "part",
    "roman": "section",
    "number": "clause",
    "decimal": "clause",
    "paren": "clause",
    "letter": "point",
    "minor": "point",
    "bullet": "bullet",
}

# A name and a number end the line, or a sign follows: "Chương I", "Mục 1. …", "Chương II: …".
_NAMED_END = r"(?P<end>\s*[.:\-–—/]?\s+(?=\S)|\s*[.:]?\s*$)"
_NAMED = tuple(
    (style, re.compile(rf"(?P<mark>(?i:{word})\s+(?P<value>(?i:{_COUNT}))){_NAMED_END}"))
    for style, word in (
        ("part", "Phần"),
        ("chapter", "Chương"),
        ("section", "Mục"),
        ("subsection", "Tiểu mục"),
    )
)
_ARTICLE = re.compile(r"(?P<mark>Điều\s+(?P<value>\d{1,3}[a-zđ]?)\s*(?:[.:/]|(?=\s*$)))\s*", re.I)
_ROMAN = re.compile(
    rf"(?P<mark>(?P<value>{ROMAN}|(?=[IVX][ivx]+\.)(?i:{ROMAN}))\s?(?:[.)/]|\s[-–]))(?:\s+|$)"
)
# Scans and hurried typists lose the dot: "II TỔ CHỨC THỰC HIỆN".
_ROMAN_BARE = re.compile(rf"(?P<mark>(?P<value>{ROMAN}))\s+(?=[^\W\d_]{{2}})")
_CAPITAL = re.compile(r"(?P<mark>(?P<value>[A-EGHKLMNĐ])\s?[.)/])(?:\s+|$)")
_DECIMAL = re.compile(
    r"(?P<mark>(?P<value>\d{1,2}(?:\s?\.\s?\d{1,2}){1,4})\s?(?:[.)/:]|(?=\s)))(?:\s+|$)"
)
# "2.[4] …", "c)5 …": consolidated texts put the number of a footnote right after the marker.
_AFTER = r"(?:\[\d+\]|\d{1,2}(?=\s))?(?:\s+|$|(?=[^\W\d_]{2}))"
_NUMBER = re.compile(
    r"(?P<mark>(?P<value>\d{1,3}[a-zđ]?)\s?(?:\.|/(?=\s)))(?:\[\d+\])?(?:\s+|$|(?=[^\W\d_]{2}))"
)
_PAREN = re.compile(rf"(?P<mark>\(?(?P<value>\d{{1,3}}[a-zđ]?)\s?\)){_AFTER}")
_LETTER = re.compile(rf"(?P<mark>(?P<value>[a-zđ])(?P<more>\d?)\s?[.)/]){_AFTER}")
_MINOR = re.compile(r"(?P<mark>\(?(?P<value>x?(?:ix|iv|v?i{1,3}|v))\))(?:\s+|$)")
_BULLET = re.compile(r"(?P<mark>(?P<value>[-–—+*•●○▪■◦→⁃·]))\s*(?=\S)")
_PLAIN = (
    ("roman", _ROMAN),
    ("capital", _CAPITAL),
    ("decimal", _DECIMAL),
    ("number", _NUMBER),
    ("paren", _PAREN),
    ("letter", _LETTER),
    ("minor", _MINOR),
    ("bullet", _BULLET),
)
_FIRST = re.compile(r"[PCMTĐ]", re.I)


def find_marker(text: str) -> Marker | None:
    """Return the marker that `text` (of one paragraph) begins with, or None. Total.

    The row of a table ("1. | …") opens no provision.
    """
    if _FIRST.match(text):
        named = _find_named(text)
        if named:
            return named
    bare = _ROMAN_BARE.match(text)
    if bare and text.isupper():
        return _plain_marker("roman", bare)
    for style, pattern in _PLAIN:
        match = pattern.match(text)
        if match and not text.startswith("|", match.end()):
            return _plain_marker(style, match)
    return None


def _find_named(text: str) -> Marker | None:
    article = _ARTICLE.match(text)
    if article:
        value = article["value"].lower()
        return Marker("article", f"Điều {value}", value, article["mark"].strip(), article.end())
    for style, pattern in _NAMED:
        match = pattern.match(text)
        if match and _opens_heading(text[match.end() :], match["end"]):
            return _named_marker(style, match)
    return None


def _opens_heading(rest: str, end: str) -> bool:
    # "Mục 2 của Kế hoạch …" goes on in lower case: a sentence, not a heading.
    return not rest or bool(end.strip()) or rest[0].isupper() or rest[0] in "“\"'"


def _named_marker(style: str, match: re.Match[str]) -> Marker:
    word, value = match["mark"].split(maxsplit=1)
    if style == "subsection":
        word, value = "Tiểu mục", match["value"]
    is_ordinal = value.lower().startswith("thứ")
    value = value.lower() if is_ordinal else value.upper()
    label = f"{word[0].upper()}{word[1:].lower()} {value}"
    return Marker(style, label, value, match[0].strip(), match.end())


def _plain_marker(style: str, match: re.Match[str]) -> Marker:
    value, written = match["value"], match["mark"].strip()
    if style == "decimal":
        numbers = tuple(int(part) for part in value.replace(" ", "").split("."))
        label = str(numbers[-1])
        return Marker(style, label, label, written, match.end(), numbers)
    if style == "letter":
        value += match["more"]
    if style == "roman":
        value = value.upper()
    return Marker(style, value, value, written, match.end())


def ordinal(style: str, value: str) -> int:
    """Return the place of `value` in its row (VII → 7, thứ ba → 3), 0 where it has none."""
    if value.startswith("thứ "):
        return next((n for n, word in enumerate(ORDINALS, 1) if word == value[4:]), 0)
    digits = re.match(r"\d+", value)
    if digits:
        return int(digits[0])
    return _roman_number(value) if style in {"roman", "part", "chapter", "section", "minor"} else 0


def _roman_number(value: str) -> int:
    worth = {"i": 1, "v": 5, "x": 10, "l": 50}
    numbers = [worth.get(letter, 0) for letter in value.lower()]
    total = 0
    for number, after in zip(numbers, [*numbers[1:], 0], strict=True):
        total += -number if number < after else number
    return total
