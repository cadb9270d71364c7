"""Heads of names: the words that the name of a body begins with, and how to tell them from verbs."""

import re
from collections.abc import Iterator

from nhipcau.reader import lexicon as words

EDGE = r"(?![^\W_])"
_START = r"(?<![^\W_])"
_ACRONYM = r"(?-i:[A-ZĐ][A-ZĐƯƠ&.]*[A-ZĐ](?![^\W\d_]))"
# "tổ chức" is a body before these words and signs, a verb before all others.
_ORGANISATION = (
    r"(?:\s+(?:chính trị|xã hội|đoàn thể|phi chính phủ|quốc tế|tôn giáo|đảng|hội|pháp chế|công đoàn"
    r"|tín dụng|kinh tế|khoa học|cá nhân|hành chính|có|liên quan|thành viên|trực thuộc|thuộc|và|được"
    r"|đại diện|chủ|cung)\b|\s*[,;.:)]|\s*$)"
)
# "báo cáo", "ban hành", "hội nghị", "xã hội": other words that only begin like a body.
_NOT_AFTER = (
    r"(?! (?:cáo|hành|nghị|thảo|lĩnh|chất|phận|máy))(?!(?<=cấp) phát)"
    r"(?!(?<=xã) hội(?! đồng| viên))(?!(?<=tổ) chức)"
)
HEAD = re.compile(
    rf"(?i){_START}(?:(?P<plural>(?:(?:{words.PLURALS}|cả)\s+)+)|(?!tổ chức(?!{_ORGANISATION})))"
    rf"(?:(?P<office>{words.OFFICES})|(?P<body>{words.BODIES})|(?P<group>{words.GROUPS})"
    rf"|(?P<acronym>{_ACRONYM})){EDGE}{_NOT_AFTER}"
)
# Small words that are bodies only with a capital or in the plural: "báo" is also in "báo cáo".
_SMALL = re.compile(
    r"(?:báo|đài|tổ|đoàn|đội|hội|quỹ|trường|vụ|thuế|phòng|ban|bộ|sở|thành phố|tỉnh|trung ương|cục"
    r"|viện|đồn|tổ chức|cấp|bản|bên|xã|huyện|quận|phường|trưởng|chánh|cán bộ|cơ sở|tập thể|thôn"
    r"|ngành|đại diện|thường trực|nhóm|công chức|viên chức|cá nhân|nhân dân|hải quan|chính quyền)"
    rf"{EDGE}"
)


def begins_agency(text: str) -> bool:
    """Say whether `text` (tones placed) begins with the head of a named body or office."""
    match = HEAD.match(text)
    return bool(match and (match["body"] or match["acronym"] or match["office"]))


def is_small(head: re.Match[str]) -> bool:
    """Say whether a match of HEAD is a body only where one is expected."""
    return not head["plural"] and bool(_SMALL.match(head.group()))


def find_heads(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the places in the span where a name may begin, from the left."""
    for match in HEAD.finditer(text, start, end):
        if not is_small(match):
            yield match.start()
