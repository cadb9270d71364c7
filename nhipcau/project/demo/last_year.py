"""2025: what was done before and after the ministries changed, its report, its review."""

from datetime import date, datetime

from django.utils import timezone

from nhipcau.ledger.evidence import periods
from nhipcau.ledger.evidence.actions import close_period, lodge
from nhipcau.ledger.evidence.models import Period
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.reports import reviewing
from nhipcau.ledger.reports.levels import Level
from nhipcau.ledger.reports.models import Regime, Report, Review
from nhipcau.ledger.work import actions as work
from nhipcau.ledger.work.actions.plans import begin
from nhipcau.ledger.work.actions.tasks import TaskChange
from nhipcau.ledger.work.models import Plan

from . import papering, reporting
from .cast import Cast

YEAR = 2025
# Days, agency, place of the text, kind, words, who lodges it, when, place.
DONE = (
    (date(2025, 2, 12), "mic-ttdn", "IV.1.e", "training", "Lớp bồi dưỡng kiến thức thông tin đối "
     "ngoại, tổ chức trước khi sắp xếp", "chuyen-vien", date(2025, 3, 14), None),
    (date(2025, 2, 20), "cema-cds", "IV.2.a", "document", "Gửi dự thảo nội dung chuyển đổi số, "
     "trước khi sắp xếp", "dau-moi", date(2025, 3, 17), None),
    (date(2025, 4, 18), "mcst-ttcs-ttdn", "IV.1.a", "broadcast", "Cung cấp 06 chuyên đề cho báo "
     "chí", "chuyen-vien", date(2025, 4, 21), None),
    (date(2025, 5, 20), "ubnd-ha-giang", "V.4.a", "event", "Hội nghị triển khai ở tỉnh Hà Giang, "
     "trước khi hợp nhất", "dau-moi", date(2025, 5, 26), ("02", "tinh-63")),
    (date(2025, 10, 15), "ubnd-tuyen-quang-2025", "V.4.a", "event", "Rà soát, thống nhất cách "
     "triển khai sau hợp nhất", "tinh", date(2025, 10, 20), ("08", "tinh-34")),
)  # fmt: skip
TASKS = (
    ("25-bao-chi", "IV.1.a", "Cung cấp chuyên đề cho cơ quan báo chí", "mcst-ttcs-ttdn",
     (4, 30), "06 chuyên đề"),
    ("25-tap-huan", "IV.1.e", "Tập huấn công chức làm công tác dân tộc", "mera-cds", (10, 31),
     "02 lớp tập huấn"),
    ("25-lang-son", "V.4.b", "Đưa nội dung Chương trình vào kế hoạch thông tin đối ngoại",
     "ubnd-lang-son", (11, 28), "Kế hoạch của tỉnh"),
)  # fmt: skip


def go_on_after_the_change(cast: Cast) -> None:
    """A short plan for the months that remain, and what was done under old and new names."""
    with cast.on(date(2025, 3, 13)):
        periods.ensure(cast.programme, YEAR)
        plan = begin(
            programme=cast.programme, year=YEAR, kind=Plan.Kind.REMAINING,
            by=cast.who("dau-moi"), with_obligations=False, is_example=True,
        )  # fmt: skip
        for key, address, title, lead, due, product in TASKS:
            change = TaskChange(
                title=f"{title} (ví dụ)", lead=cast.agency(lead), deliverable=product,
                provision=cast.point(address), first_day=date(2025, 3, 17),
                due=date(YEAR, *due), is_example=True,
            )  # fmt: skip
            cast.given[key] = work.tasks.add(plan=plan, change=change, by=cast.who("dau-moi"))
        plan.refresh_from_db()
    papering.agree(cast, plan.paper, first=date(2025, 3, 18), number="06/KH-VD")
    for day, agency, address, kind, words, who, lodged, place in DONE:
        with cast.on(lodged):
            lodge(
                programme=cast.programme, kind=kind, agency=cast.agency(agency), day=day,
                summary=f"{words} (ví dụ).", by=cast.who(who),
                obligation=_obligation(cast, address),
                place=cast.place(*place) if place else None,
            )  # fmt: skip
    for month, (key, *_rest) in zip((4, 10, 11), TASKS, strict=True):
        with cast.on(date(YEAR, month, 24)):
            task = cast.task(key)
            by = cast.officer_of(task.lead.code)
            work.tasks.propose_done(task=task, result="Đã hoàn thành (ví dụ)", by=by)
            work.tasks.confirm_done(task=cast.task(key), by=cast.who("lanh-dao"))


def report_and_review(cast: Cast) -> None:
    """The reports of 2025 go up; the conference concludes, and its conclusion is work of 2026."""
    period = Period.objects.get(programme=cast.programme, kind=Period.Kind.YEAR, year=YEAR)
    regime = Regime.objects.get(code="chuong-trinh-phoi-hop-nam")
    with cast.on(date(2025, 12, 16)):
        reporting.open_all(cast, regime, period)
        for code in ("ubnd-tuyen-quang-2025", "ubnd-lang-son"):
            reporting.pass_up(cast, Report.objects.get(period=period, agency__code=code))
    with cast.on(date(2025, 12, 22)):
        for report in Report.objects.filter(period=period, level=Level.PARTY):
            reporting.pass_up(cast, report)
    with cast.on(date(2025, 12, 26)):
        reporting.pass_up(cast, Report.objects.get(period=period, level=Level.JOINT))
        close_period(period=period, by=cast.who("dau-moi"))
    _review(cast)


def _review(cast: Cast) -> None:
    with cast.on(date(2025, 12, 29)):
        by = cast.who("dau-moi")
        review = reviewing.begin(
            programme=cast.programme, kind=Review.Kind.ANNUAL, year=YEAR,
            lead=cast.agency("mera-cds"), by=by,
        )  # fmt: skip
        review.is_example = True
        review.save(update_fields=["is_example"])
        conference = reviewing.hold(review=review, meeting=MEETING, agenda=AGENDA, by=by)
        invitation = papering.write(reviewing.invite(conference=conference, by=by), INVITED, by)
        papering.issue(invitation, number="02/GM-VD", day=date(2025, 12, 29), by=by)
    with cast.on(date(2026, 1, 15)):
        by = cast.who("dau-moi")
        concluded = [
            reviewing.Conclusion(cast.agency(code), f"{words} (ví dụ)", date(2026, *due))
            for code, words, due in CONCLUSIONS
        ]
        notice = reviewing.conclude(review=review, conclusions=concluded, by=by)
        papering.write(notice, CONCLUDED, by)
        papering.issue(notice, number="03/TB-VD", day=date(2026, 1, 15), by=by)


def _obligation(cast: Cast, address: str) -> Obligation | None:
    held = Obligation.objects.of(cast.programme).confirmed()
    return held.filter(provision__address=address).first()


def _at(hour: int) -> datetime:
    return datetime(2026, 1, 15, hour, tzinfo=timezone.get_default_timezone())


MEETING = reviewing.Meeting(
    starts_at=_at(14), ends_at=_at(16), venue="Phòng họp trực tuyến (ví dụ)",
    chair="Lãnh đạo Trung tâm Chuyển đổi số (ví dụ)",
    participants="Đơn vị đầu mối của hai bên\nỦy ban nhân dân các tỉnh tham gia (ví dụ)",
)  # fmt: skip
AGENDA = (
    reviewing.Item(20, "Báo cáo kết quả năm 2025", "Đơn vị đầu mối"),
    reviewing.Item(70, "Thảo luận", "Đại biểu"),
    reviewing.Item(30, "Kết luận", "Chủ trì"),
)
CONCLUSIONS = (
    ("mera-cds", "Lập danh mục đầu mối của địa phương sau sắp xếp, cập nhật hằng quý", (3, 31)),
    ("mcst-ttcs-ttdn", "Cung cấp bản song ngữ của tài liệu đã có cho các xã biên giới", (6, 30)),
)
INVITED = {
    "invite": "Trung tâm Chuyển đổi số trân trọng kính mời quý cơ quan cử đại diện dự Hội nghị "
    "sơ kết năm 2025 (ví dụ).",
    "facts": "Thời gian: 14 giờ 00, ngày 15/01/2026\nĐịa điểm: Phòng họp trực tuyến (ví dụ)",
    "content": "",
    "contact": "Đầu mối liên hệ: Trung tâm Chuyển đổi số (ví dụ).",
}
CONCLUDED = {
    "opening": "Ngày 15/01/2026, hai bên tổ chức Hội nghị sơ kết năm 2025. Sau khi nghe báo cáo và "
    "ý kiến của các đại biểu, chủ trì Hội nghị kết luận như sau (ví dụ):",
    "assessment": "Các nhiệm vụ năm 2025 được tiếp tục thực hiện sau khi sắp xếp tổ chức (ví dụ).",
    "tasks": "",
    "proposals": "Giao đơn vị đầu mối trả lời kiến nghị của địa phương (ví dụ).",
    "closing": "Thông báo để các cơ quan, đơn vị biết, thực hiện.",
}
