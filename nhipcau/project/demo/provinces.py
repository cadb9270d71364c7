"""How provinces carry the programme out: one merged in 2025, one that folds it in, two more."""

from datetime import date
from decimal import Decimal

from nhipcau.ledger.coverage.actions import case_files, choices, delegates, focal_units, links
from nhipcau.ledger.coverage.actions.provinces import record
from nhipcau.ledger.coverage.models import Delegate, ProvinceAction
from nhipcau.ledger.coverage.values import ActionChange
from nhipcau.ledger.work import actions as work
from nhipcau.ledger.work.actions.plans import begin
from nhipcau.ledger.work.actions.tasks import TaskChange
from nhipcau.ledger.work.models import BudgetLine, Plan

from . import counted, papering
from .cast import Cast

Way = ProvinceAction.Way
TUYEN_QUANG, LANG_SON = "ubnd-tuyen-quang-2025", "ubnd-lang-son"
TOLD = "Văn bản của địa phương gửi đầu mối (ví dụ)"


def before_the_merger(cast: Cast) -> None:
    """Spring 2025: two provinces go two ways, and are one in July."""
    with cast.on(date(2025, 4, 2)):
        _say(cast, "02", "tinh-63", ActionChange(
            way=Way.OWN_PLAN, title="Kế hoạch thực hiện Chương trình 922 (ví dụ)",
            number="01/KH-VD-HG", issued_on=date(2025, 3, 28), first_day=date(2025, 3, 28),
            source=TOLD, first_year=2025, last_year=2025,
        ))  # fmt: skip
        _say(cast, "08", "tinh-63", ActionChange(
            way=Way.FOLDED_FOREIGN, title="Kế hoạch thông tin đối ngoại năm 2025 (ví dụ)",
            number="02/KH-VD-TQ", issued_on=date(2025, 2, 20), first_day=date(2025, 2, 20),
            source=TOLD, first_year=2025, last_year=2025,
        ))  # fmt: skip


def after_the_merger(cast: Cast) -> None:
    """The merged province says which of the two it goes on with."""
    with cast.on(date(2025, 9, 5)):
        inherited = ProvinceAction.objects.get(
            programme=cast.programme, place=cast.place("02", "tinh-63")
        )
        choices.choose(
            place=cast.place("08"), action=inherited, first_day=date(2025, 9, 4),
            document="Công văn số 03/VD-UBND ngày 04/9/2025 (ví dụ)", by=cast.who("tinh"),
        )  # fmt: skip


def say_how_each_acts(cast: Cast) -> None:
    """March and April: a plan of one's own with its links, another folded in, two not yet."""
    with cast.day(3, 10):
        plan = _plan_of_tuyen_quang(cast)
        action = _say(cast, "08", "tinh-34", ActionChange(
            way=Way.OWN_PLAN, title=plan.title, number="04/KH-VD-TQ",
            issued_on=date(cast.year, 3, 9), first_day=date(cast.year, 3, 9), source=TOLD,
            amount=Decimal(350_000_000), amount_source=BudgetLine.Source.STATE,
            amount_words="Kinh phí chi thường xuyên của tỉnh (ví dụ)", own_plan=plan,
            first_year=cast.year, last_year=cast.year,
        ), by="tinh")  # fmt: skip
        for task in plan.tasks.select_related("provision"):
            if task.provision is not None:
                links.link(action=action, own=task, to=task.provision, by=cast.who("tinh"))
    with cast.day(3, 12):
        _name_people(cast)
    with cast.day(4, 6):
        _others(cast)


def _say(
    cast: Cast, code: str, of_list: str, change: ActionChange, *, by: str = "dau-moi"
) -> ProvinceAction:
    return record(
        programme=cast.programme, place=cast.place(code, of_list), change=change,
        by=cast.who(by), is_example=True,
    )  # fmt: skip


def _plan_of_tuyen_quang(cast: Cast) -> Plan:
    by = cast.who("tinh")
    plan = begin(
        programme=cast.programme, year=cast.year, kind=Plan.Kind.PROVINCE,
        agency=cast.agency(TUYEN_QUANG), place=cast.place("08"), by=by, with_obligations=False,
        title="Kế hoạch thực hiện Chương trình 922 năm 2026 của tỉnh Tuyên Quang (ví dụ)",
        is_example=True,
    )  # fmt: skip
    for key, address, title, due, deliverable in OWN_TASKS:
        change = TaskChange(
            title=f"{title} (ví dụ)", lead=cast.agency(TUYEN_QUANG), place=cast.place("08"),
            leader_name="Hoàng Thị Nga (ví dụ)", officer_name="Ma Văn Dũng (ví dụ)",
            provision=cast.point(address), first_day=date(cast.year, 3, 16),
            due=date(cast.year, *due), deliverable=deliverable, is_example=True,
        )  # fmt: skip
        cast.given[key] = work.tasks.add(plan=plan, change=change, by=by)
    counted.aim_tasks(cast, counted.OF_PROVINCE, by="tinh")
    plan.refresh_from_db()
    if plan.paper is not None:
        papering.issue(plan.paper, number="04/KH-VD-TQ", day=date(cast.year, 3, 9), by=by)
    return plan


def _name_people(cast: Cast) -> None:
    by = cast.who("tinh")
    focal_units.name(
        programme=cast.programme, place=cast.place("08"), by=by, is_example=True,
        unit="Sở Văn hóa, Thể thao và Du lịch (ví dụ)", first_day=date(cast.year, 3, 9),
        document="Kế hoạch số 04/KH-VD-TQ ngày 09/3/2026 (ví dụ)",
    )  # fmt: skip
    sending = delegates.Sending(
        person_name="Ma Văn Dũng (ví dụ)", post="Chuyên viên", body=Delegate.Body.EDITING,
        body_name="Tổ biên tập tài liệu song ngữ (ví dụ)", first_day=date(cast.year, 3, 12),
        mandate="Công văn số 05/VD-UBND ngày 11/3/2026 (ví dụ)",
    )  # fmt: skip
    delegates.send(
        programme=cast.programme, agency=cast.agency(TUYEN_QUANG), sending=sending, by=by,
        is_example=True,
    )  # fmt: skip
    for code, who in (("mera-cds", "dau-moi"), (TUYEN_QUANG, "tinh")):
        filing = case_files.Filing(
            title="Hồ sơ thực hiện Chương trình phối hợp số 922 năm 2026 (ví dụ)",
            retention="10 năm", creator=cast.who(who).name, opened_on=date(cast.year, 1, 20),
        )  # fmt: skip
        case_files.begin(
            programme=cast.programme, agency=cast.agency(code), year=cast.year, filing=filing,
            by=cast.who(who), is_example=True,
        )  # fmt: skip


def _others(cast: Cast) -> None:
    _say(cast, "20", "tinh-34", ActionChange(
        way=Way.FOLDED_FOREIGN, title="Kế hoạch thông tin đối ngoại năm 2026 (ví dụ)",
        number="06/KH-VD-LS", issued_on=date(cast.year, 3, 31), first_day=date(cast.year, 3, 31),
        source=TOLD, first_year=cast.year, last_year=cast.year,
    ), by="tinh-lang-son")  # fmt: skip
    _say(cast, "04", "tinh-34", ActionChange(
        way=Way.DRAFTING, first_day=date(cast.year, 4, 1),
        source="Trao đổi qua điện thoại với đầu mối của tỉnh (ví dụ)", first_year=cast.year,
    ))  # fmt: skip
    _say(cast, "79", "tinh-34", ActionChange(
        way=Way.NOT_APPLICABLE, first_day=date(cast.year, 4, 3), source=TOLD,
        reason="Không có xã biên giới đất liền; nội dung khác đã có trong kế hoạch công tác "
        "dân tộc của thành phố (ví dụ)", first_year=cast.year,
    ))  # fmt: skip


OWN_TASKS = (
    ("tq-phat-thanh", "IV.1.b", "Hỗ trợ đài truyền thanh các xã biên giới phát chuyên mục tiếng "
     "Hmông, tiếng Tày", (9, 30), "Chuyên mục phát thanh"),
    ("tq-tap-huan", "IV.1.e", "Tập huấn công chức văn hóa, thông tin cấp xã", (6, 30),
     "01 lớp tập huấn"),
    ("tq-ky-nang", "IV.2.f", "Tổ công nghệ số cộng đồng hướng dẫn người dân ở thôn, bản",
     (11, 30), "Báo cáo kết quả"),
)  # fmt: skip
