"""Who joins: "phối hợp với X", "phối hợp X", "A chủ trì, B phối hợp"."""

import re

from nhipcau.reader.names import Name, read_names
from nhipcau.reader.subjects import clause_start

# The words right before "phối hợp" that decide what it is, in characters.
NEAR = 60
_MANNER = r"(?:,? (?:chặt chẽ|thường xuyên|kịp thời|đồng bộ|hiệu quả|tích cực|có hiệu quả))*"
WITH = re.compile(
    rf"(?i)\b(?:phối hợp{_MANNER}\s+(?P<with>(?:với|cùng với|cùng)\s+)?|chủ trì,? cùng (?:với )?)"
)
# "việc phối hợp với …", "Quy chế phối hợp …": spoken of, not assigned.
_SPOKEN_OF = re.compile(
    r"(?i)(?:việc|sự|công tác|quan hệ|cơ chế|quy chế|nội dung|chương trình|nguyên tắc|hội đồng"
    r"|quá trình|(?<!có )(?<!chịu )trách nhiệm|hình thức|phương thức|kế hoạch)\s$"
)
_JOINS = re.compile(r"(?i)\s*(?:có trách nhiệm |chịu trách nhiệm |cùng )?phối hợp\b")
# A rule for whoever it may be: "cơ quan chủ trì phối hợp với …".
_ANYBODY = re.compile(
    r"(?i)(?:^|[,;:(]\s*|thì\s+|nếu\s+)(?:các |những |một )?(?:cơ quan|đơn vị|tổ chức|sở, ban, ngành)"
    r"(?:, (?:cơ quan|đơn vị|tổ chức))?\s+(?:nào|đó|chủ trì|được giao|được phân công|khác)\b[^,;]*$"
)


def joined_after(plain: str, start: int, match: re.Match[str]) -> tuple[Name, ...]:
    """Return the names that `match` of WITH asks to join; none where it assigns nothing."""
    if _SPOKEN_OF.search(plain[max(0, match.start() - NEAR) : match.start()]):
        return ()
    if _ANYBODY.search(plain[clause_start(plain, start, match.start()) : match.start()]):
        return ()
    return read_names(plain, match.end(), len(plain), small=bool(match["with"]))[0]


def joined_between(plain: str, place: int) -> tuple[Name, ...]:
    """ "A chủ trì, B phối hợp …": return B, where `place` is the end of "chủ trì"."""
    gap = re.match(r"\s*(?:thực hiện)?[,;]?\s*(?:và )?", plain[place:])
    names, end = read_names(plain, place + (gap.end() if gap else 0), len(plain))
    return names if names and _JOINS.match(plain, end) else ()
