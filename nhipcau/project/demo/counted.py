"""What the example counts: a few indicators with how they add up."""

from collections.abc import Sequence
from decimal import Decimal

from nhipcau.ledger.evidence.actions import Definition, add_indicator, aim
from nhipcau.ledger.evidence.models import Indicator

from .cast import Cast

SOURCE = "ví dụ minh họa, không phải số liệu thật"
# Code, name, unit, point, what one counts, over time.
INDICATORS = (
    ("vi-du-luot-nguoi", "Số lượt người dự tập huấn, tuyên truyền (ví dụ)", "lượt", "IV.1.e",
     "Tổng số lượt người có mặt tại các lớp, các buổi trong kỳ.", "sum"),
    ("vi-du-chuong-trinh", "Số chương trình phát thanh tiếng dân tộc (ví dụ)", "chương trình",
     "IV.1.b", "Chương trình đã phát lần đầu trên đài truyền thanh trong kỳ.", "sum"),
    ("vi-du-tai-lieu", "Số tài liệu, chuyên đề hoàn thành (ví dụ)", "tài liệu", "IV.1.c",
     "Tài liệu, chuyên đề đã nghiệm thu trong kỳ.", "sum"),
    ("vi-du-xa-co-dai", "Số xã biên giới có chương trình tiếng dân tộc (ví dụ)", "xã", "IV.1.b",
     "Số xã đang phát vào ngày cuối kỳ.", "last"),
)  # fmt: skip
# Task, indicator, what it is to reach.
TARGETS = (
    ("tap-huan", "vi-du-luot-nguoi", 150),
    ("ngay-hoi", "vi-du-luot-nguoi", 1_300),
    ("don", "vi-du-luot-nguoi", 400),
    ("toa-dam", "vi-du-luot-nguoi", 60),
    ("du-lieu", "vi-du-tai-lieu", 12),
    ("tai-lieu", "vi-du-tai-lieu", 4),
    ("ky-nang-so", "vi-du-tai-lieu", 8),
    ("xa", "vi-du-chuong-trinh", 40),
)
OF_PROVINCE = (
    ("tq-tap-huan", "vi-du-luot-nguoi", 120),
    ("tq-phat-thanh", "vi-du-chuong-trinh", 130),
)


def define(cast: Cast) -> None:
    """Define them, once, by the focal point."""
    for code, name, unit, address, definition, over_time in INDICATORS:
        said = Definition(
            name=name, definition=definition, unit=unit, over_time=over_time, over_places="sum",
            source=SOURCE, provision=cast.point(address),
        )  # fmt: skip
        add_indicator(programme=cast.programme, code=code, said=said, by=cast.who("dau-moi"))


def aim_tasks(cast: Cast, targets: Sequence[tuple[str, str, int]], *, by: str) -> None:
    """Say what tasks are to reach."""
    for key, code, target in targets:
        aim(
            task=cast.task(key), indicator=indicator(cast, code), target=Decimal(target),
            by=cast.who(by),
        )  # fmt: skip


def indicator(cast: Cast, code: str) -> Indicator:
    return cast.programme.indicators.get(code=code)
