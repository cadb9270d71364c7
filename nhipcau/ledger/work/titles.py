"""What a task that an obligation begins is called: its own clause of the text, from the verb on.

Who leads and who joins stand in their columns, and how often and by when too; so the title leaves
them out. The signed words stay one link away. A person may write another title at any time.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nhipcau.ledger.obligations.models import Obligation

LONGEST = 1_000
# Beyond this a title is cut before its enumeration.
LONG = 400
SHORTEST = 3  # syllables
_EVERYBODY = ("Hai bên", "Hai cơ quan", "Hai đơn vị", "Các bên")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zà-ỹ])")
_CLAUSE = re.compile(r"(?<=;)\s+")
# What may stand before who does it, and says neither what nor who.
_BEFORE = r"(?:(?:trong (?:quá trình|thời gian)|ngoài|căn cứ|định kỳ|hằng|hàng|nếu|khi)\b[^;]*?, )?"
_OFTEN = re.compile(
    r"(?:định kỳ )?(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)(?: và đột xuất)?,?\s+|định kỳ,\s+"
    r"|căn cứ [^,;]{1,60},\s+",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"(?:có trách nhiệm|có nhiệm vụ|sẽ|phải|là cơ quan(?= chủ trì))\s+", re.IGNORECASE
)
_CONDITION = re.compile(r"\b(?:nếu|khi)\b.*", re.IGNORECASE | re.DOTALL)
# «Chủ trì» is left out before these; before a thing («chủ trì hội nghị») it is the verb itself.
_VERBS = (
    "ban hành|bảo đảm|biên soạn|bồi dưỡng|chỉ đạo|chuẩn bị|cung cấp|đánh giá|đào tạo|đề xuất|đôn đốc"
    "|hoàn thiện|hướng dẫn|khảo sát|kiểm tra|lập|nghiên cứu|phối hợp|rà soát|sản xuất|sơ kết|soạn thảo"
    "|tập huấn|tham mưu|theo dõi|thực hiện|tổ chức|tổng hợp|tổng kết|triển khai|trình|tuyên truyền"
    "|vận hành|xây dựng|xử lý"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a paragraph, with where it stands in it."""

    paragraph: int
    sentence: int
    start: int
    end: int
    words: str

    @property
    def place(self) -> tuple[int, int]:
        """Its sentence in the whole place."""
        return self.paragraph, self.sentence

    def holds(self, obligation: Obligation) -> bool:
        """Whether the words that an obligation rests on touch it."""
        if obligation.paragraph != self.paragraph:
            return False
        start, end = obligation.start or 0, obligation.end
        return start < self.end and (end is None or end > self.start)


def of(obligations: Iterable[Obligation]) -> dict[int, str]:
    """The title for each obligation of a programme, by its key."""
    together: dict[int, list[Obligation]] = defaultdict(list)
    for each in obligations:
        together[each.provision_id].append(each)
    return {
        each.pk: say(words, (part.name_as_written for part in each.parts.all()))
        for held in together.values()
        for each, words in _share(held)
    }


def say(words: str, names: Iterable[str]) -> str:
    """Words of the text as a title, without whom they name as doing it.

    Capitalised, from its verb on, without «định kỳ hằng năm» in front and «;» at the end.
    """
    whole = _trimmed(words)
    called = "|".join(re.escape(name) for name in _longest_first({*names, *_EVERYBODY}))
    told, condition = _without_subject(whole, called)
    told = _OFTEN.sub("", told, count=1) if _OFTEN.match(told) else told
    told = _without_role(_MODAL.sub("", told, count=1) if _MODAL.match(told) else told, called)
    if len(told.split()) < SHORTEST:
        told, condition = whole, ""
    title = _trimmed(f"{_trimmed(told)}, {condition}" if condition else told)
    return (title[:1].upper() + title[1:])[:LONGEST]


def _share(held: list[Obligation]) -> Iterator[tuple[Obligation, str]]:
    """The clauses of one place among its obligations: each has those that its words touch.

    One without words of its own has what is left of the place; one that stands there alone has
    its whole sentence.
    """
    clauses = list(_clauses(held[0]))
    taken: set[Clause] = set()
    for each in (one for one in held if one.paragraph is not None):
        own = [one for one in clauses if one.holds(each)]
        if len(held) == 1:
            places = {one.place for one in own}
            own = [one for one in clauses if one.place in places]
        taken |= set(own)
        yield each, " ".join(one.words for one in own) or each.words
    for each in (one for one in held if one.paragraph is None):
        left = [one for one in clauses if one not in taken] or clauses
        yield each, " ".join(one.words for one in left) or each.words


def _clauses(obligation: Obligation) -> Iterator[Clause]:
    """The place of the text in sentences, these at their semicolons; a heading says nothing."""
    provision = obligation.provision
    for number, paragraph in enumerate(provision.all_paragraphs):
        if number == 0 and provision.is_heading and provision.paragraphs:
            continue
        sentences = {found.end() for found in _SENTENCE.finditer(paragraph)}
        cuts = sorted(sentences | {found.end() for found in _CLAUSE.finditer(paragraph)})
        for start, end in zip([0, *cuts], [*cuts, len(paragraph)], strict=True):
            sentence = sum(cut <= start for cut in sentences)
            yield Clause(number, sentence, start, end, paragraph[start:end].strip())


def _without_subject(words: str, called: str) -> tuple[str, str]:
    """What is left after who does it, and the condition that stood before."""
    subject = rf"(?P<before>{_BEFORE})(?:{called})(?:(?: và |, )(?:{called}))*,?\s+(?=\w)"
    found = re.match(subject, words, re.IGNORECASE)
    if found is None:
        return words, ""
    condition = _CONDITION.search(found["before"])
    return words[found.end() :], _trimmed(condition[0]) if condition else ""


def _without_role(words: str, called: str) -> str:
    """«chủ trì, phối hợp với …» is what the columns say."""
    several = rf"(?:{called})(?:(?: và |, )(?:{called}))*"
    joined = rf"(?:{several} )?phối hợp(?:,? tham gia)?(?: (?:với|cùng) {several}|(?! với| cùng))"
    role = rf"chủ trì(?:,? {joined},?|,)?\s+(?=(?:{_VERBS})\b)"
    found = re.match(role, words, re.IGNORECASE)
    return words[found.end() :] if found else words


def _trimmed(words: str) -> str:
    """One line without marks at its ends; a long one without what it enumerates."""
    line = " ".join(words.split()).strip(" .,;:/–-")
    head, colon, _rest = line.partition(": ")
    return head if len(line) > LONG and colon and len(head.split()) > SHORTEST else line


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted((name for name in names if name), key=len, reverse=True)
