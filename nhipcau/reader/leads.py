"""Who leads: the subject of "chủ trì", and the many places where "chủ trì" appoints nobody."""

import re

from nhipcau.reader.names import Name
from nhipcau.reader.subjects import FILLER, TASKED, clause_start, sentence_start, subject_before

# The words right before "chủ trì" that decide what it is, in characters.
NEAR = 60
LEAD = re.compile(r"(?i)\bchủ trì\b")
# "cơ quan chủ trì", "người chủ trì", "vai trò chủ trì": whoever it may be; "là cơ quan …" appoints.
_ANYBODY = re.compile(
    r"(?i)(?:(?<!là )(?:cơ quan|đơn vị)|người|vai trò|bên|sự|công tác|tổ chức, đơn vị)\s$"
)
_GIVEN = re.compile(r"(?i)(?:được|đã) (?:phân công|giao)(?: nhiệm vụ)?\s$")
_RELATIVE = re.compile(r"(?i)\bdo\s$|\bdo\s[^;.]*\b(?:giao|phân công)\s$")
# "Do X chủ trì", "Nhiệm vụ này do X chủ trì": about this very provision.
_OF_THIS = re.compile(r"(?i)(?:(?:nhiệm vụ|nội dung|việc|công tác|hoạt động)(?: này| trên)? )?do")
_OPENS = re.compile(
    r"(?i)(?:giao|đề nghị|yêu cầu|phân công|chỉ đạo|và|thì|đồng thời|trong đó|(?:giao|phân công) cho|hiện|nay"
    r"|nội dung|nhiệm vụ)$"
)
_ADVERBIAL = re.compile(
    r"(?i)\s*(?:trên cơ sở|căn cứ|trong|theo|hằng|hàng|định kỳ|khi|sau khi|trước|đồng thời|ngoài ra"
    r"|là |với vai trò|thay mặt|tiếp tục|giúp)\b"
)
_JOINS = re.compile(r",?\s*(?:và )?phối hợp")


def appoints(plain: str, match: re.Match[str], *, is_heading: bool, start: int) -> bool:
    """Say whether this "chủ trì" may appoint anybody at all."""
    before = plain[max(0, match.start() - NEAR) : match.start()]
    if _ANYBODY.search(before) or _GIVEN.search(before):
        return False
    if not is_heading:
        return True
    # "2. Các sở chủ trì dự án" is the name of a group; "Nội dung X có trách nhiệm chủ trì" is not.
    return "trách nhiệm" in plain[start : match.start()] or bool(_JOINS.match(plain, match.end()))


def lead_names(plain: str, start: int, match: re.Match[str]) -> tuple[Name, ...]:
    """Return the subject that stands before "chủ trì" in its sentence."""
    begin = sentence_start(plain, start, match.start())
    names = subject_before(plain, begin, match.start())
    if not names or _only_describes(plain, begin, names[0].start, match):
        return ()
    return names


def _only_describes(plain: str, begin: int, name: int, match: re.Match[str]) -> bool:
    """The words do not assign: "do X chủ trì", "báo cáo các sở chủ trì dự án", brackets."""
    if _OF_THIS.fullmatch(plain[begin:name].strip()):
        return False
    if _RELATIVE.search(plain[begin:name]):
        return True
    if plain[begin - 1 : begin] == "(":
        return not TASKED.match(plain, begin) and not _JOINS.match(plain, match.end())
    before = plain[begin:name].strip()
    opens = not before or before[-1] in ",;" or bool(_OPENS.search(before))
    return not opens and not _JOINS.match(plain, match.end())


def leaves_subject_out(plain: str, start: int, match: re.Match[str]) -> bool:
    """Say whether "chủ trì" opens its clause, so that the heading names who leads."""
    begin = clause_start(plain, start, match.start())
    if plain[begin - 1 : begin] == "(":
        return False
    before = plain[begin : match.start()]
    if FILLER.fullmatch(before):
        return True
    return bool(_ADVERBIAL.match(before)) and before.rstrip().endswith(",")
