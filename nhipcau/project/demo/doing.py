"""February to November: begun, evidenced, proposed as done, confirmed, extended, paused, overdue."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from nhipcau.ledger.evidence.actions import lodge
from nhipcau.ledger.evidence.values import Given
from nhipcau.ledger.work import actions as work
from nhipcau.ledger.work.actions.money import Amounts

from .cast import Cast
from .counted import indicator
from .planned import TASKS, write_money


@dataclass(frozen=True, slots=True)
class Happened:
    """Evidence of one day: which agency did what, for which task, with which numbers."""

    day: tuple[int, int]
    agency: str
    task: str
    kind: str
    words: str
    measures: tuple[tuple[str, int], ...] = ()
    # Of which place, where the agency acts in one: list and code.
    place: tuple[str, str] | None = None


# When each task is begun, and, where it is done, proposed and confirmed with its result.
BEGUN = {
    "toa-dam": (3, 16), "tai-lieu": (3, 2), "du-lieu": (3, 9), "quy-trinh": (3, 16),
    "ngay-hoi": (6, 15), "tap-huan": (5, 11), "de-an": (3, 23), "ky-nang-so": (4, 6),
    "tet": (1, 9),
    "dau-moi": (2, 23),
    "loa": (11, 2),
    "tinh-tq": (2, 27), "tinh-ls": (3, 2), "xa": (2, 23), "don": (3, 3), "tq-phat-thanh": (3, 23),
    "tq-tap-huan": (5, 4), "tq-ky-nang": (4, 20),
}  # fmt: skip
DONE = {
    "toa-dam": ((4, 22), (4, 27), "Đã tổ chức 01 tọa đàm trực tuyến, 64 đại biểu (ví dụ)"),
    "tai-lieu": ((6, 26), (6, 30), "Đã bàn giao 04 tài liệu song ngữ (ví dụ)"),
    "quy-trinh": ((6, 8), (6, 10), "Hai bên đã thống nhất quy trình (ví dụ)"),
    "ngay-hoi": ((9, 28), (10, 2), "Đã tổ chức ngày hội, 1.250 lượt người (ví dụ)"),
    "tap-huan": ((9, 18), (9, 21), "Đã mở 03 lớp, 156 lượt người (ví dụ)"),
    "tet": ((3, 9), (3, 11), "Báo cáo tổng hợp đã gửi ngày 09/3/2026 (ví dụ)"),
    "dau-moi": ((3, 27), (3, 31), "Danh mục đầu mối 34 tỉnh, thành phố (ví dụ)"),
    "don": ((10, 13), (10, 15), "Đã tổ chức 12 buổi (ví dụ)"),
    "tq-phat-thanh": ((10, 5), (10, 7), "07 xã phát, kèm danh sách chuyên mục (ví dụ)"),
    "tinh-tq": ((3, 10), (3, 13), "Kế hoạch số 04/KH-VD-TQ ngày 09/3/2026 (ví dụ)"),
    "tinh-ls": ((4, 6), (4, 8), "Kế hoạch số 06/KH-VD-LS ngày 31/3/2026 (ví dụ)"),
    "xa": ((11, 13), (11, 17), "Đã phát 42 chương trình (ví dụ)"),
    "tq-tap-huan": ((6, 25), (6, 29), "Đã mở 01 lớp, 48 lượt người (ví dụ)"),
}
XA, DONG_DANG = ("xa-tu-2025-07", "00715"), ("xa-tu-2025-07", "06184")
TQ, LS = ("tinh-34", "08"), ("tinh-34", "20")
PEOPLE, PROGRAMMES, MATERIALS = "vi-du-luot-nguoi", "vi-du-chuong-trinh", "vi-du-tai-lieu"
EVIDENCE = (
    Happened((3, 6), "ubnd-xa-00715", "xa", "broadcast", "Phát 08 chương trình tiếng Hmông",
             ((PROGRAMMES, 8),), XA),
    Happened((3, 9), "ubnd-tuyen-quang-2025", "tinh-tq", "document",
             "Ban hành Kế hoạch số 04/KH-VD-TQ", (), TQ),
    Happened((3, 25), "vi-du-don-bien-phong", "don", "event",
             "04 buổi tuyên truyền lưu động tại thôn giáp biên", ((PEOPLE, 210),), XA),
    Happened((3, 31), "ubnd-lang-son", "tinh-ls", "document",
             "Ban hành kế hoạch thông tin đối ngoại có nội dung Chương trình", (), LS),
    Happened((4, 21), "mcst-ttcs-ttdn", "toa-dam", "event", "Tọa đàm trực tuyến với cơ quan báo "
             "chí", ((PEOPLE, 64),)),
    Happened((5, 20), "mcst-ttcs-ttdn", "tai-lieu", "product", "Nghiệm thu 02 tài liệu song ngữ "
             "Việt – Hmông", ((MATERIALS, 2),)),
    Happened((6, 5), "ubnd-xa-00715", "xa", "broadcast", "Phát 12 chương trình tiếng Hmông",
             ((PROGRAMMES, 12),), XA),
    Happened((6, 18), "ubnd-tuyen-quang-2025", "tq-tap-huan", "training", "Lớp tập huấn công chức "
             "văn hóa, thông tin cấp xã", ((PEOPLE, 48),), TQ),
    Happened((6, 24), "mcst-ttcs-ttdn", "tai-lieu", "product", "Nghiệm thu 02 tài liệu song ngữ "
             "Việt – Tày", ((MATERIALS, 2),)),
    Happened((7, 14), "vi-du-don-bien-phong", "don", "event", "03 buổi tuyên truyền lưu động",
             ((PEOPLE, 165),), XA),
    Happened((7, 22), "mera-cds", "ky-nang-so", "product", "Hoàn thành 03 học liệu kỹ năng số",
             ((MATERIALS, 3),)),
    Happened((8, 19), "mera-cds", "tap-huan", "training", "Lớp tập huấn thứ nhất và thứ hai",
             ((PEOPLE, 104),)),
    Happened((8, 26), "ubnd-xa-06184", "ngay-hoi", "event", "Xã chuẩn bị địa điểm, tuyên truyền "
             "trước ngày hội", (), DONG_DANG),
    Happened((9, 4), "ubnd-xa-00715", "xa", "broadcast", "Phát 12 chương trình tiếng Hmông",
             ((PROGRAMMES, 12),), XA),
    Happened((9, 10), "ubnd-tuyen-quang-2025", "tq-phat-thanh", "broadcast", "07 xã biên giới phát "
             "chuyên mục", ((PROGRAMMES, 96), ("vi-du-xa-co-dai", 7)), TQ),
    Happened((9, 16), "mera-cds", "tap-huan", "training", "Lớp tập huấn thứ ba", ((PEOPLE, 52),)),
    Happened((9, 26), "mcst-ttcs-ttdn", "ngay-hoi", "event", "Ngày hội thông tin đối ngoại",
             ((PEOPLE, 1250),)),
    Happened((10, 20), "mcst-ttcs-ttdn", "du-lieu", "product", "Hoàn thành 09/12 chuyên đề",
             ((MATERIALS, 9),)),
    Happened((11, 12), "ubnd-xa-00715", "xa", "broadcast", "Phát 10 chương trình tiếng Hmông",
             ((PROGRAMMES, 10),), XA),
)  # fmt: skip
# What was spent, in parts of a hundred of what is needed.
SPENT = {"toa-dam": 88, "tai-lieu": 97, "du-lieu": 61, "ngay-hoi": 99, "tap-huan": 92, "xa": 90}


def carry_out(cast: Cast) -> None:
    """Everything of the year on its own day, in the order of the days."""
    steps: list[tuple[tuple[int, int], int, Callable[[], object]]] = []
    for key, day in BEGUN.items():
        steps.append((day, 0, partial(_begin, cast, key)))
    for each in EVIDENCE:
        steps.append((each.day, 1, partial(_lodge, cast, each)))
    for key, (proposed, confirmed, result) in DONE.items():
        steps.append((proposed, 2, partial(_propose, cast, key, result)))
        steps.append((confirmed, 3, partial(_confirm, cast, key)))
    for day, step in OTHERWISE:
        steps.append((day, 4, partial(step, cast)))
    for day, _turn, act in sorted(steps, key=lambda each: each[:2]):
        with cast.day(*day):
            act()


def _begin(cast: Cast, key: str) -> None:
    task = cast.task(key)
    work.tasks.start(task=task, by=cast.officer_of(task.lead.code))


def _lodge(cast: Cast, what: Happened) -> None:
    lodge(
        programme=cast.programme,
        kind=what.kind,
        agency=cast.agency(what.agency),
        day=date(cast.year, *what.day),
        summary=f"{what.words} (ví dụ).",
        by=cast.officer_of(what.agency),
        task=cast.task(what.task),
        place=cast.place(what.place[1], what.place[0]) if what.place else None,
        measures=[Given(indicator(cast, code), Decimal(value)) for code, value in what.measures],
    )


def _propose(cast: Cast, key: str, result: str) -> None:
    task = cast.task(key)
    work.tasks.propose_done(task=task, result=result, by=cast.officer_of(task.lead.code))


def _confirm(cast: Cast, key: str) -> None:
    """By who asked for it: the drafter of the joint plan, the province of its own."""
    task = cast.task(key)
    work.tasks.confirm_done(
        task=task, by=cast.leader_of(task.asker.code if task.asker else task.lead.code)
    )


def _ask_for_longer(cast: Cast) -> None:
    work.tasks.ask_extension(
        task=cast.task("tap-huan"), new_due=date(cast.year, 9, 30), by=cast.who("dau-moi"),
        reason="Lùi lịch lớp thứ ba do mưa lũ ở địa bàn mở lớp (ví dụ).",
    )  # fmt: skip


def _grant(cast: Cast) -> None:
    work.tasks.decide_extension(
        task=cast.task("tap-huan"), granted=True, by=cast.who("lanh-dao"),
        reason="Đồng ý theo đề nghị (ví dụ).",
    )  # fmt: skip


def _pause(cast: Cast) -> None:
    work.tasks.pause(
        task=cast.task("de-an"), by=cast.who("lanh-dao"),
        reason="Chờ hướng dẫn của cơ quan có thẩm quyền về phạm vi đề án (ví dụ).",
    )  # fmt: skip


def _not_yet(cast: Cast) -> None:
    """Proposed as done, and given back to be completed."""
    task = cast.task("tq-phat-thanh")
    work.tasks.propose_done(task=task, result="07 xã đã phát (ví dụ)", by=cast.who("tinh"))
    work.tasks.say_not_yet(
        task=cast.task("tq-phat-thanh"), by=cast.who("lanh-dao-tinh"),
        reason="Đề nghị bổ sung danh sách chuyên mục của từng xã (ví dụ).",
    )  # fmt: skip


def _wait(cast: Cast) -> None:
    """Proposed as done, and waiting to be confirmed when somebody opens the example."""
    work.tasks.propose_done(
        task=cast.task("ky-nang-so"), by=cast.who("dau-moi"),
        result="Đã hoàn thành 08 học liệu (ví dụ).",
    )  # fmt: skip


def _spend(cast: Cast) -> None:
    for each in TASKS:
        if each.needed is not None and each.key in SPENT:
            needed = Decimal(each.needed) * 1_000_000
            spent = needed * SPENT[each.key] / 100
            write_money(cast, cast.task(each.key), Amounts(needed, needed * 9 / 10, needed, spent))


# What did not go straight on.
OTHERWISE: tuple[tuple[tuple[int, int], Callable[[Cast], None]], ...] = (
    ((7, 20), _ask_for_longer),
    ((7, 23), _grant),
    ((8, 10), _pause),
    ((9, 16), _not_yet),
    ((10, 12), _spend),
    ((11, 19), _wait),
)
