"""Parties: where the name of an agency begins and ends in a sentence, and lists of names.

Everything here works on the `plain` form of a paragraph (tones on the first vowel), whose offsets
are those of the text as written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nhipcau.reader import lexicon as words

_EDGE = r"(?![^\W_])"
_START = r"(?<![^\W_])"
_ACRONYM = r"(?-i:[A-ZĐ][A-ZĐƯƠ&.]*[A-ZĐ](?![^\W\d_]))"
_PLURALS = rf"(?:(?:{words.PLURALS}|cả)\s+)"
_HEAD = re.compile(
    rf"(?i){_START}(?P<plural>{_PLURALS}*)"
    rf"(?:(?P<office>{words.OFFICES})|(?P<body>{words.BODIES})|(?P<group>{words.GROUPS})"
    rf"|(?P<acronym>{_ACRONYM})){_EDGE}(?! (?:cáo|hành|nghị|thảo|chức năng|phát))"
)
# Small words that are bodies only with a capital or in the plural: "báo" is also in "báo cáo".
_SMALL = re.compile(
    r"(?:báo|đài|tổ|đoàn|đội|hội|quỹ|trường|vụ|thuế|phòng|ban|bộ|sở|thành phố|tỉnh|trung ương|cục"
    r"|viện|đồn|tổ chức|cấp|bản|bên|xã|huyện|quận|phường|trưởng|chánh|cán bộ|cơ sở|tập thể|thôn"
    r"|ngành|đại diện|thường trực|nhóm|công chức|viên chức|cá nhân|nhân dân|hải quan|chính quyền)"
    r"(?![^\W_])"
)
_STOP = re.compile(rf"(?i)(?:{words.ENDERS}|{words.VERBS}){_EDGE}")
_SHORT = re.compile(rf"{words.SHORT_VERBS}{_EDGE}")
_BODY = re.compile(rf"(?i){words.BODIES}")
_ATTRIBUTE = re.compile(rf"(?i){words.ATTRIBUTES}{_EDGE}")
_RELATED = re.compile(rf"(?i)(?:có )?(?:liên quan|thẩm quyền|chức năng){_EDGE}")
_AFTER_RELATED = re.compile(r"[,;(]|và |của |thuộc |trực thuộc |cấp |khác\b|ở ")
# Bodies that are named by their subject: "Ban Chỉ đạo về chuyển đổi số".
_TOPICAL = re.compile(
    r"(?i)(?:(?:các|những) )?(?:ban|tổ|hội đồng|cơ quan|đơn vị|cục|ủy ban quốc gia)\b"
)
_WORD = re.compile(r"[^\s,;:.()\[\]“”\"'‘’!?…]+")
_BARE = re.compile(rf"(?i)(?:^|\s|/)(?P<word>{words.GROUPS})$")
_AFTER_BARE = re.compile(r"(?i)\s*(?:[,;:.)]|$|và |hoặc |(?:có )?liên quan|thuộc|trực thuộc|cấp )")
_GROUP_ONLY = re.compile(
    r"(?i)(?:(?:các|những|mọi|một số|tất cả) )*(?:cơ quan|đơn vị|tổ chức|doanh nghiệp|cá nhân|cơ sở|lực lượng|hộ gia đình)"
)
_PLACE = re.compile(r"(?i)(?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|đặc khu|thị trấn|cấp)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: half-open span."""

    start: int
    end: int


def begins_agency(text: str) -> bool:
    """Say whether `text` (tones placed) begins with the head of a named body or office."""
    match = _HEAD.match(text)
    return bool(match and (match["body"] or match["acronym"] or match["office"]))


def find_heads(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the places in the span where a name may begin, from the left."""
    for match in _HEAD.finditer(text, start, end):
        if not _is_small(match):
            yield match.start()


def _is_small(head: re.Match[str]) -> bool:
    return not head["plural"] and bool(_SMALL.match(head.group()))


def read_names(text: str, start: int, end: int) -> tuple[tuple[Name, ...], int]:
    """Read the list of names that begins at `start`; return it and the place where it ends.

    "A, B và C" gives three names; "các sở, ban, ngành", "UBND xã, phường" and "Sở Văn hóa, Thể
    thao và Du lịch" one each. No name at `start` gives an empty list.
    """
    return _Scan(text, end).run(start)


def _opens_pair(before: list[str]) -> bool:
    """Say whether the last word is the first half of a pair: "Quốc" in "Bộ Quốc phòng"."""
    last = before[-1]
    if not last[0].isupper() or last.isupper():
        return False
    return len(before) == 1 or not before[-2][0].isupper() or bool(_BODY.fullmatch(before[-2]))


class _Scan:
    """One pass over a list of names, from left to right."""

    def __init__(self, text: str, end: int) -> None:
        self.text, self.end = text, end
        self.names: list[Name] = []

    def run(self, start: int) -> tuple[tuple[Name, ...], int]:
        head = _HEAD.match(self.text, start, self.end)
        if not head or _is_small(head):
            return (), start
        self.item = self.chunk = start
        self.last = self.place = head.end()
        while self._step():
            pass
        self._close()
        return tuple(self.names), self.last

    def _close(self) -> None:
        if self.last > self.item:
            self.names.append(Name(self.item, self.last))

    def _step(self) -> bool:
        """Take the next word or sign; say whether the list goes on."""
        place = self._skip_blanks(self.place)
        if place >= self.end:
            return False
        char = self.text[place]
        if char in ",;":
            return self._join(place + 1, after_and=False, hard=char == ";")
        if char == "(":
            return self._skip_brackets(place)
        if char == ":":
            return self._open_row(place + 1)
        word = _WORD.match(self.text, place, self.end)
        return bool(word) and self._take_word(word)  # type: ignore[arg-type]

    def _skip_blanks(self, place: int) -> int:
        while place < self.end and self.text[place] == " ":
            place += 1
        return place

    def _take_word(self, word: re.Match[str]) -> bool:
        if word[0] in {"và", "&", "hoặc"}:
            return self._join(word.end(), after_and=True, hard=False)
        related = _RELATED.match(self.text, word.start(), self.end)
        if related:
            self.last = self.place = related.end()
            return self._goes_on_after_related()
        if word[0] == "về" and not _TOPICAL.match(self.text, self.item):
            return False
        if word[0] in {"các", "những"} and not self._takes_plural(word.end()):
            return False
        if word[0][0].islower() and self._stops_at(word.start()):
            return self._take_attribute(word.start())
        if word[0] in {"-", "–"} and not self._is_capital_after(word.end()):
            return False
        self.last = self.place = word.end()
        return True

    def _goes_on_after_related(self) -> bool:
        place = self._skip_blanks(self.place)
        return bool(_AFTER_RELATED.match(self.text, place, self.end))

    def _takes_plural(self, place: int) -> bool:
        """ "Sở TTTT các tỉnh" is one name, "UBDT các biện pháp" a name and its object."""
        place = self._skip_blanks(place)
        return self.text[place : place + 1].isupper() or bool(_HEAD.match(self.text, place))

    def _stops_at(self, place: int) -> bool:
        if _STOP.match(self.text, place, self.end):
            return True
        if not _SHORT.match(self.text, place, self.end):
            return False
        return not _opens_pair(self.text[self.item : place].split())

    def _take_attribute(self, place: int) -> bool:
        """A verb right after a bare group says which group: "cơ quan quản lý nhà nước"."""
        attribute = _ATTRIBUTE.match(self.text, place, self.end)
        if not attribute or not _GROUP_ONLY.fullmatch(self.text[self.chunk : self.last]):
            return False
        self.last = self.place = attribute.end()
        return True

    def _is_capital_after(self, place: int) -> bool:
        place = self._skip_blanks(place)
        return place < self.end and (self.text[place].isupper() or self.text[place].islower())

    def _skip_brackets(self, place: int) -> bool:
        close = self.text.find(")", place, self.end)
        if close < 0 or close - place > 80:
            return False
        self.place = close + 1
        after = self._skip_blanks(self.place)
        return self.text[after : after + 1] in {",", ";"} or self.text[after : after + 3] == "và "

    def _open_row(self, place: int) -> bool:
        """ "các Bộ: Tài chính, Xây dựng": a row of bare names under one head."""
        first = self._skip_blanks(place)
        if not _BARE.search(self.text[self.chunk : self.last]) or not self.text[first : first + 1]:
            return False
        if not self.text[first].isupper() or _HEAD.match(self.text, first, self.end):
            return False
        word = _WORD.match(self.text, first, self.end)
        return bool(word) and self._take_word(word)  # type: ignore[arg-type]

    def _join(self, place: int, *, after_and: bool, hard: bool) -> bool:
        """After a comma, a semicolon or "và": a new name, more of this one, or the end."""
        place = self._skip_blanks(place)
        if not after_and and self.text.startswith("và ", place):
            place, after_and = self._skip_blanks(place + 3), True
        head = _HEAD.match(self.text, place, self.end)
        if head and self._is_verb(head):
            return False
        if head and self._splits(head):
            self._close()
            self.item = self.chunk = place
            self.last = self.place = head.end()
            return True
        if not head and not self._continues(place, after_and=after_and, hard=hard):
            return False
        self.chunk = place
        word = head or _WORD.match(self.text, place, self.end)
        if not word:
            return False
        self.last = self.place = word.end()
        return True

    def _is_verb(self, head: re.Match[str]) -> bool:
        """ "tổ chức hội nghị" goes on with a verb, "tổ chức, cá nhân" with a body."""
        if head.group() != "tổ chức":
            return False
        return not _AFTER_BARE.match(self.text, head.end(), self.end) and not re.match(
            r" (?:chính trị|xã hội|đoàn thể|phi chính phủ|quốc tế|tôn giáo)",
            self.text[head.end() :],
        )

    def _continues(self, place: int, *, after_and: bool, hard: bool) -> bool:
        """ "Văn hóa, Thể thao và Du lịch": capitals go on with a proper name."""
        char = self.text[place : place + 1]
        if hard or not char:
            return False
        if char.isupper():
            return True
        return after_and and char.islower() and not self._stops_at(place)

    def _splits(self, head: re.Match[str]) -> bool:
        if head["plural"]:
            return True
        is_bare = bool(_AFTER_BARE.match(self.text, head.end(), self.end))
        before = _BARE.search(self.text[self.chunk : self.last])
        if head.group()[0].isupper():
            return not (is_bare and before and head["group"])
        if not before:
            return not _PLACE.match(head.group())
        return bool(_PLACE.match(before["word"])) != bool(_PLACE.match(head.group()))
