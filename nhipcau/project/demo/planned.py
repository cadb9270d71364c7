"""What the plan of the example asks for beside the standing duties: a dozen tasks with their days."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from nhipcau.ledger.work import actions as work
from nhipcau.ledger.work.actions.money import Amounts, Funds
from nhipcau.ledger.work.actions.tasks import Partner, TaskChange
from nhipcau.ledger.work.models import BudgetLine, Plan, Task

from .cast import Cast

LEADERS = {"mera": "Nông Văn Bình (ví dụ)", "mcst": "Đặng Thu Trang (ví dụ)"}
OFFICERS = {"mera": "Hoàng Thị Mai (ví dụ)", "mcst": "Lê Văn Sơn (ví dụ)"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One task: its key in the example, place in the text, who leads and joins, days, product."""

    key: str
    address: str
    title: str
    lead: str
    partners: tuple[str, ...]
    due: tuple[int, int]
    deliverable: str
    target: str = ""
    # In million đồng.
    needed: int | None = None


TASKS = (
    Wanted("toa-dam", "IV.1.a", "Tổ chức tọa đàm trực tuyến với cơ quan báo chí về tuyên truyền "
           "vùng biên giới", "mcst-ttcs-ttdn", ("mera-cds",), (4, 24), "Tọa đàm; tập tài liệu",
           "01 tọa đàm", 180),
    Wanted("tai-lieu", "IV.1.b", "Biên soạn tài liệu song ngữ Việt – Hmông, Việt – Tày cho đài "
           "truyền thanh xã biên giới", "mcst-ttcs-ttdn", ("mera-cds",), (6, 30),
           "Bộ tài liệu song ngữ", "04 tài liệu", 420),
    Wanted("du-lieu", "IV.1.c", "Cập nhật dữ liệu truyền thông về các dân tộc: 12 chuyên đề ảnh, "
           "video", "mcst-ttcs-ttdn", ("mera-cds",), (10, 30), "12 chuyên đề", "12 chuyên đề", 650),
    Wanted("quy-trinh", "IV.1.d", "Thống nhất quy trình trao đổi, làm rõ thông tin sai lệch giữa "
           "hai cơ quan", "mera-cds", ("mcst-ttcs-ttdn",), (5, 29), "Quy trình được hai bên "
           "thống nhất"),
    Wanted("ngay-hoi", "IV.1.đ", "Ngày hội thông tin đối ngoại tại cửa khẩu", "mcst-ttcs-ttdn",
           ("ubnd-lang-son",), (9, 30), "Ngày hội; báo cáo kết quả", "01 ngày hội", 900),
    Wanted("tap-huan", "IV.1.e", "Tập huấn kỹ năng thông tin cơ sở cho công chức cấp xã vùng biên "
           "giới", "mera-cds", ("mcst-ttcs-ttdn",), (8, 28), "03 lớp tập huấn", "03 lớp, 150 lượt "
           "người", 540),
    Wanted("de-an", "IV.2.a", "Xây dựng nội dung chuyển đổi số của đề án", "mera-cds", (), (7, 31),
           "Dự thảo nội dung", "", 120),
    Wanted("ky-nang-so", "IV.2.f", "Bồi dưỡng kỹ năng số cho già làng, trưởng thôn bằng học liệu "
           "ngắn", "mera-cds", (), (11, 30), "08 học liệu", "08 học liệu", 260),
    Wanted("so-ket", "IV.4.b", "Chuẩn bị báo cáo kết quả năm 2026 và hội nghị sơ kết", "mera-cds",
           ("mcst-ttcs-ttdn",), (12, 25), "Báo cáo; hội nghị"),
    Wanted("tinh-tq", "V.4.a", "Xây dựng kế hoạch thực hiện Chương trình của tỉnh Tuyên Quang",
           "ubnd-tuyen-quang-2025", (), (3, 31), "Kế hoạch của Ủy ban nhân dân tỉnh"),
    Wanted("tinh-ls", "V.4.b", "Lồng ghép nội dung Chương trình vào kế hoạch thông tin đối ngoại "
           "của tỉnh Lạng Sơn", "ubnd-lang-son", (), (4, 15), "Kế hoạch của Ủy ban nhân dân tỉnh"),
    Wanted("xa", "IV.1.b", "Phát chuyên mục tiếng Hmông hằng tuần trên đài truyền thanh xã",
           "ubnd-xa-00715", ("vi-du-don-bien-phong",), (11, 14), "Chuyên mục phát thanh",
           "40 chương trình", 60),
    Wanted("loa", "IV.1.b", "Rà soát cụm loa ở các thôn giáp biên, đề xuất sửa chữa",
           "ubnd-xa-00715", (), (11, 30), "Danh sách cụm loa cần sửa"),
    Wanted("don", "IV.1.b", "Tuyên truyền lưu động tại thôn, bản giáp biên", "vi-du-don-bien-phong",
           ("ubnd-xa-00715",), (10, 15), "Buổi tuyên truyền lưu động", "12 buổi"),
)  # fmt: skip


def name_people(cast: Cast, plan: Plan) -> None:
    """The standing duties of both ministries get a leader and an officer."""
    by = cast.who("dau-moi")
    for task in plan.tasks.filter(lead__code__in=LEADERS).select_related("lead"):
        house = task.lead.code
        to = replace(TaskChange.of(task), leader_name=LEADERS[house], officer_name=OFFICERS[house])
        work.tasks.change(task=task, version=None, to=to, by=by)


def give_tasks(cast: Cast, plan: Plan) -> None:
    """Add the tasks of the year."""
    by = cast.who("dau-moi")
    for each in TASKS:
        house = each.lead.split("-")[0]
        change = TaskChange(
            title=f"{each.title} (ví dụ)",
            lead=cast.agency(each.lead),
            partners=tuple(Partner(cast.agency(code), "Phối hợp") for code in each.partners),
            leader_name=LEADERS.get(house, ""),
            officer_name=OFFICERS.get(house, ""),
            provision=cast.point(each.address),
            first_day=date(cast.year, 2, 16),
            due=date(cast.year, *each.due),
            deliverable=each.deliverable,
            target=each.target,
            is_example=True,
        )
        cast.given[each.key] = work.tasks.add(plan=plan, change=change, by=by)


def ask_for_money(cast: Cast) -> None:
    """What the tasks need and what was estimated; amounts are invented."""
    for each in TASKS:
        if each.needed is not None:
            needed = Decimal(each.needed) * 1_000_000
            write_money(cast, cast.given[each.key], Amounts(needed, needed * 9 / 10))


def write_money(cast: Cast, task: Task, amounts: Amounts) -> None:
    """Write the one line of a task, by its lead."""
    line = BudgetLine.objects.filter(task=task).first()
    funds = Funds(
        year=cast.year,
        source=BudgetLine.Source.STATE,
        owner=task.lead,
        source_words="Kinh phí chi thường xuyên (ví dụ)",
        document="Dự toán năm 2026 (ví dụ)",
        amounts=amounts,
    )
    work.money.write(funds=funds, by=cast.officer_of(task.lead.code), task=task, line=line)
