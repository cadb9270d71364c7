"""Parties: where the name of an agency ends in a sentence, and lists of names.

Everything here works on the `plain` form of a paragraph (tones on the first vowel), whose offsets
are those of the text as written.
"""

import re
from dataclasses import dataclass

from nhipcau.reader import lexicon as words
from nhipcau.reader.heads import EDGE, HEAD, is_small
from nhipcau.reader.kinds import NAMES

_STOP = re.compile(rf"(?i)(?:{words.ENDERS}|{words.VERBS}){EDGE}")
_VERB = re.compile(rf"(?i)(?:{words.VERBS}|{words.SHORT_VERBS}){EDGE}")
_SHORT = re.compile(rf"{words.SHORT_VERBS}{EDGE}")
_BODY = re.compile(rf"(?i){words.BODIES}")
_ATTRIBUTE = re.compile(rf"(?i){words.ATTRIBUTES}{EDGE}")
_WEAK = re.compile(rf"(?i){words.WEAK_ATTRIBUTES}{EDGE}")
# Bodies named by their task in small letters: "Văn phòng đăng ký đất đai", "Đoàn kiểm tra".
_NAMED_BY_TASK = re.compile(
    r"(?i)(?:(?:các|những) )?"
    r"(?:trung tâm|phòng|ban|hội đồng|tổ|đoàn|quỹ|cục|vụ|viện|đội|chi cục|hạt) "
)
_OWN_TASK = re.compile(
    r"(?i)tham mưu|chủ trì|phối hợp|trình|báo cáo|tổng hợp|gửi|thực hiện|tổ chức|triển khai"
)
_OFFICE_TASK = re.compile(r"(?i)văn phòng (?:đăng ký|công chứng|điều phối)$")
# Nouns whose second half is also a verb.
_COMPOUND = re.compile(
    r"(?i)(?:(?:phạm vi|lĩnh vực|thẩm quyền|cán bộ|chức năng) quản lý|(?:công trình|đầu tư|vật liệu) xây dựng"
    r"|cảnh sát quản lý|ban (?:quản lý|chỉ đạo|vận động|điều hành))$"
)
_BOARD = re.compile(r"(?i)ban (?:quản lý|chỉ đạo|điều hành|vận động)$")
_GROUP_ONLY = re.compile(
    r"(?i)(?:(?:các|những|mọi|một số|tất cả) )*"
    r"(?:cơ quan|sở|đơn vị|tổ chức|doanh nghiệp|cá nhân|cơ sở|lực lượng|hộ gia đình)"
)
_RELATED = re.compile(rf"(?i)(?:có )?(?:liên quan|thẩm quyền|chức năng){EDGE}")
_AFTER_RELATED = re.compile(
    r"[,;(]|và |của |thuộc |trực thuộc |cấp |khác\b|ở |quản lý nhà|quản lý đất"
)
# Bodies that are named by their subject: "Ban Chỉ đạo về chuyển đổi số".
_TOPICAL = re.compile(
    r"(?i)(?:(?:các|những) )?(?:ban|tổ|hội đồng|cơ quan|đơn vị|cục|ủy ban quốc gia)\b"
)
_AFTER_BRACKETS = re.compile(r"[,;]|và |cấp |thuộc |trực thuộc |tỉnh|thành phố|xã\b")
_WORD = re.compile(r"[^\s,;:.()\[\]“”\"'‘’!?…]+")
_BARE = re.compile(rf"(?i)(?:^|\s|/)(?P<word>{words.GROUPS})$")
_GROUP_WORD = re.compile(rf"(?i){words.GROUPS}")
_AFTER_BARE = re.compile(r"(?i)\s*(?:[,;:.)]|$|và |hoặc |(?:có )?liên quan|thuộc|trực thuộc|cấp )")
_PLACE = re.compile(r"(?i)(?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|đặc khu|thị trấn|cấp)$")
# "Thủ tướng Chính phủ và Quyết định số …": an instrument, not more of the name.
_INSTRUMENT = re.compile(rf"(?:{NAMES})\s+(?:số|\d)")
_AND = frozenset({"và", "&", "hoặc"})
_LONGEST_BRACKETS = 80


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: half-open span."""

    start: int
    end: int


def read_names(
    text: str, start: int, end: int, *, small: bool = False
) -> tuple[tuple[Name, ...], int]:
    """Read the list of names that begins at `start`; return it and the place where it ends.

    "A, B và C" gives three names; "các sở, ban, ngành", "UBND xã, phường" and "Sở Văn hóa, Thể
    thao và Du lịch" one each. No name at `start` gives an empty list. `small` also takes words
    that are bodies only where one is expected: "phối hợp với ngành y tế".
    """
    head = HEAD.match(text, start, end)
    if not head or (is_small(head) and not small):
        return (), start
    return _Scan(text, end, head).run()


class _Scan:
    """One pass over a list of names, from left to right.

    `item` is where the present name begins, `chunk` its part after the last comma or "và", `head`
    where its last head ends, `last` where it ends so far, `place` what to look at next.
    """

    def __init__(self, text: str, end: int, head: re.Match[str]) -> None:
        self.text, self.end = text, end
        self.names: list[Name] = []
        self._begin(head)

    def run(self) -> tuple[tuple[Name, ...], int]:
        """Read to the end of the list."""
        while self._step():
            pass
        self.names.append(Name(self.item, self.last))
        return tuple(self.names), self.last

    def _begin(self, head: re.Match[str]) -> None:
        self.item = self.chunk = head.start()
        self.last = self.place = self.head = head.end()

    def _take(self, end: int) -> bool:
        self.last = self.place = end
        return True

    def _skip_blanks(self, place: int) -> int:
        while place < self.end and self.text[place] == " ":
            place += 1
        return place

    def _step(self) -> bool:
        """Take the next word or sign; say whether the list goes on."""
        place = self._skip_blanks(self.place)
        sign = self.text[place] if place < self.end else ""
        if sign in {",", ";"}:
            return self._join(place + 1, after_and=False, hard=sign == ";")
        if sign == "(":
            return self._skip_brackets(place)
        if sign == ":":
            return self._open_row(place + 1)
        word = _WORD.match(self.text, place, self.end)
        return word is not None and self._take_word(word)

    def _take_word(self, word: re.Match[str]) -> bool:
        if word[0] in _AND:
            return self._join(word.end(), after_and=True, hard=False)
        related = _RELATED.match(self.text, word.start(), self.end)
        if related:
            self._take(related.end())
            place = self._skip_blanks(self.place)
            return bool(_AFTER_RELATED.match(self.text, place, self.end))
        if self._ends_before(word):
            return False
        if self._begins_anew(word):
            return self._split(word.start())
        if word[0][0].islower() and self._stops_at(word.start()):
            return self._take_verb(word.start())
        return self._take(word.end())

    def _begins_anew(self, word: re.Match[str]) -> bool:
        """ "Sở Y tế Sở Công Thương": two lines of a cell that lost what parted them."""
        name = self.text[self.item : self.last].split()
        return word[0] in {"Sở", "Bộ"} and name[0] == word[0] and "".join(name[1:2])[:1].isupper()

    def _split(self, place: int) -> bool:
        head = HEAD.match(self.text, place, self.end)
        if not head:
            return False
        self.names.append(Name(self.item, self.last))
        self._begin(head)
        return True

    def _ends_before(self, word: re.Match[str]) -> bool:
        if word[0] == "về":
            return not _TOPICAL.match(self.text, self.item)
        if word[0] in {"các", "những"}:
            return not self._takes_plural(word.end())
        return word[0] in {"-", "–"} and not self._goes_on_after_dash(word.end())

    def _takes_plural(self, place: int) -> bool:
        """ "Sở TTTT các tỉnh" is one name, "UBDT các biện pháp" a name and its object."""
        place = self._skip_blanks(place)
        if _BOARD.search(self.text[self.item : self.last]):
            return True
        return self.text[place : place + 1].isupper() or bool(HEAD.match(self.text, place))

    def _goes_on_after_dash(self, place: int) -> bool:
        return self.text[self._skip_blanks(place) :][:1].isalpha()

    def _stops_at(self, place: int) -> bool:
        if _STOP.match(self.text, place, self.end):
            return True
        if not _SHORT.match(self.text, place, self.end):
            return False
        return not _opens_pair(self.text[self.item : place].split())

    def _take_verb(self, place: int) -> bool:
        """A verb may say which body it is: "cơ quan quản lý nhà nước", "Đoàn kiểm tra"."""
        verb = _VERB.match(self.text, place, self.end)
        if verb and _names_body(self.text[self.chunk : place], verb.group()):
            return self._take(verb.end())
        if not _GROUP_ONLY.fullmatch(self.text[self.chunk : self.last]):
            return False
        weak = "," not in self.text[self.item : place] and _WEAK.match(self.text, place, self.end)
        found = _ATTRIBUTE.match(self.text, place, self.end) or weak
        return bool(found) and self._take(found.end())  # type: ignore[union-attr]

    def _skip_brackets(self, place: int) -> bool:
        close = self.text.find(")", place, self.end)
        if close < 0 or close - place > _LONGEST_BRACKETS:
            return False
        self.place = close + 1
        return bool(_AFTER_BRACKETS.match(self.text, self._skip_blanks(self.place)))

    def _open_row(self, place: int) -> bool:
        """ "các Bộ: Tài chính, Xây dựng": a row of bare names under one head."""
        first = self._skip_blanks(place)
        if not _BARE.search(self.text[self.chunk : self.last]):
            return False
        word = _WORD.match(self.text, first, self.end)
        if not word or not word[0][0].isupper() or HEAD.match(self.text, first, self.end):
            return False
        return self._take_word(word)

    def _join(self, place: int, *, after_and: bool, hard: bool) -> bool:
        """After a comma, a semicolon or "và": a new name, more of this one, or the end."""
        place = self._skip_blanks(place)
        if not after_and and self.text.startswith("và ", place):
            place, after_and = self._skip_blanks(place + 3), True
        head = HEAD.match(self.text, place, self.end)
        if head and (hard or self._splits(head)):
            self.names.append(Name(self.item, self.last))
            self._begin(head)
            return True
        if not head and not self._continues(place, after_and=after_and, hard=hard):
            return False
        word = head or _WORD.match(self.text, place, self.end)
        if not word:
            return False
        self.chunk = place
        self.head = word.end() if head else self.head
        return self._take(word.end())

    def _continues(self, place: int, *, after_and: bool, hard: bool) -> bool:
        """ "Văn hóa, Thể thao và Du lịch": capitals go on with a proper name."""
        char = self.text[place : place + 1]
        if hard or not char:
            return False
        if char.isupper():
            return not _INSTRUMENT.match(self.text, place, self.end)
        is_proper = self.text[self.item].isupper()
        return after_and and is_proper and char.islower() and not self._stops_at(place)

    def _splits(self, head: re.Match[str]) -> bool:
        if head["plural"]:
            return True
        is_bare = bool(_AFTER_BARE.match(self.text, head.end(), self.end))
        before = _BARE.search(self.text[self.chunk : self.last])
        if head.group()[0].isupper():
            return not (is_bare and before and _GROUP_WORD.fullmatch(head.group()))
        if not before:
            return not _PLACE.match(head.group())
        return bool(_PLACE.match(before["word"])) != bool(_PLACE.match(head.group()))


def _names_body(before: str, verb: str) -> bool:
    if before.endswith(" về ") and _TOPICAL.match(before):
        return True
    if verb.startswith("phòng") and _BOARD.search(before.rstrip()):
        return True
    if _NAMED_BY_TASK.fullmatch(before) and not _OWN_TASK.match(verb):
        return True
    return bool(_OFFICE_TASK.search(before + verb) or _COMPOUND.search(before + verb))


def _opens_pair(before: list[str]) -> bool:
    """Say whether the last word is the first half of a pair: "Quốc" in "Bộ Quốc phòng"."""
    last = before[-1]
    if not last[0].isupper() or last.isupper():
        return False
    return len(before) == 1 or not before[-2][0].isupper() or bool(_BODY.fullmatch(before[-2]))
