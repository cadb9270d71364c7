"""September to November: nine-month reports, estimates, and annual reports that wait as drafts."""

from datetime import date
from decimal import Decimal

from nhipcau.ledger.evidence.actions import Quarter, close_period, give_figure, send_quarter
from nhipcau.ledger.evidence.models import Figure, Period
from nhipcau.ledger.evidence.numbers import Written
from nhipcau.ledger.papers import actions as papers
from nhipcau.ledger.reports import policies, proposing, sending
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.levels import Level
from nhipcau.ledger.reports.models import Proposal, Regime, Report
from nhipcau.ledger.work.actions.plans import begin
from nhipcau.ledger.work.models import Plan

from . import papering, reporting
from .cast import Cast
from .counted import indicator

TUYEN_QUANG, XA = "ubnd-tuyen-quang-2025", "ubnd-xa-00715"
LETTER = "Công văn số 07/VD-BDTTG ngày 01/9/2026 (ví dụ)"
# Who expects how much of what for the whole year.
ESTIMATES = (
    ("mera-cds", "vi-du-luot-nguoi", 156), ("mera-cds", "vi-du-tai-lieu", 8),
    ("mcst-ttcs-ttdn", "vi-du-luot-nguoi", 1314), ("mcst-ttcs-ttdn", "vi-du-tai-lieu", 16),
    (TUYEN_QUANG, "vi-du-luot-nguoi", 120), (TUYEN_QUANG, "vi-du-chuong-trinh", 130),
    (XA, "vi-du-chuong-trinh", 44), (XA, "vi-du-luot-nguoi", 120),
    ("vi-du-don-bien-phong", "vi-du-luot-nguoi", 400),
)  # fmt: skip
DRAFTED = ("mera-cds", "mcst-ttcs-ttdn", TUYEN_QUANG, "ubnd-lang-son", XA)


def send_the_quarter(cast: Cast) -> None:
    """A commune's one page of the third quarter."""
    with cast.day(9, 11):
        written = {
            indicator(cast, "vi-du-luot-nguoi"): Written(Figure.Mark.VALUE, Decimal(85)),
            indicator(cast, "vi-du-chuong-trinh"): Written(Figure.Mark.NONE_AROSE),
        }
        said = Quarter(
            done="Tổ chức 02 buổi tuyên truyền tại nhà văn hóa thôn (ví dụ).",
            difficulties="Loa ở hai thôn hỏng, chưa có kinh phí sửa (ví dụ).",
            written=written,
        )
        send_quarter(
            period=_period(cast, Period.Kind.QUARTER, 3), agency=cast.agency("ubnd-xa-06184"),
            place=cast.place("06184", "xa-tu-2025-07"), said=said, by=cast.who("xa-dong-dang"),
        )  # fmt: skip


def report_nine_months(cast: Cast) -> None:
    """Sent from below, returned once, sent again, received, gathered; a proposal is answered."""
    period = _period(cast, Period.Kind.NINE)
    with cast.day(9, 15):
        reporting.open_all(cast, _nine_months(cast), period)
        commune = Report.objects.get(period=period, agency__code=XA)
        reporting.pass_up(cast, commune)
    province = Report.objects.get(period=period, agency__code=TUYEN_QUANG)
    with cast.day(9, 16):
        draft(report=province)
        proposal = _propose(cast, province)
        reporting.send(cast, province)
    with cast.day(9, 17):
        sending.send_back(
            report=province, version=reporting.fresh(province).version,
            by=cast.who("dau-moi-ben-kia"),
            reason="Đề nghị bổ sung đánh giá công tác phối hợp giữa các sở (ví dụ).",
        )  # fmt: skip
    with cast.day(9, 21):
        words = "Sở chủ trì và cơ quan công tác dân tộc của tỉnh họp hằng quý, cùng kiểm tra tại "
        reporting.say(cast, province, words + "03 xã biên giới (ví dụ).")
        reporting.send(cast, province)
    with cast.day(9, 22):
        reporting.take_in(cast, province)
    with cast.day(9, 24):
        for report in Report.objects.filter(period=period, level=Level.PARTY):
            reporting.pass_up(cast, report)
    _answer(cast, proposal)
    with cast.day(10, 6):
        close_period(period=period, by=cast.who("dau-moi"))


def estimate_the_year(cast: Cast) -> None:
    """Ước cả năm: numbers that people give."""
    period = _period(cast, Period.Kind.YEAR)
    with cast.day(10, 14):
        for agency, code, value in ESTIMATES:
            give_figure(
                indicator=indicator(cast, code), period=period, agency=cast.agency(agency),
                kind=Figure.Kind.ESTIMATE, written=Written(Figure.Mark.VALUE, Decimal(value)),
                by=cast.officer_of(agency), reason="Ước theo tiến độ chín tháng (ví dụ)",
            )  # fmt: skip


def draft_the_annual_reports(cast: Cast) -> None:
    """They exist before anybody opens them."""
    period = _period(cast, Period.Kind.YEAR)
    with cast.day(11, 18):
        regime = Regime.objects.get(code="chuong-trinh-phoi-hop-nam")
        reporting.open_all(cast, regime, period)
        for report in Report.objects.filter(period=period, agency__code__in=DRAFTED):
            draft(report=report)


def plan_the_next_year(cast: Cast) -> None:
    """The next plan is with the other side: one side has agreed, the other's turn has come."""
    with cast.day(11, 17):
        plan = begin(
            programme=cast.programme, year=cast.year + 1, kind=Plan.Kind.YEAR,
            by=cast.who("dau-moi"), is_example=True,
        )  # fmt: skip
        if plan.paper is not None:
            asked = papering.fresh(plan.paper)
            papers.ask_opinion(paper=asked, version=asked.version, by=cast.who("dau-moi"))
    with cast.day(11, 19):
        if plan.paper is not None:
            papers.consent(paper=plan.paper, edition=1, by=cast.who("lanh-dao"))


def _period(cast: Cast, kind: Period.Kind, turn: int = 0) -> Period:
    return Period.objects.get(programme=cast.programme, kind=kind, turn=turn, year=cast.year)


def _nine_months(cast: Cast) -> Regime:
    """Asked for once, by a letter."""
    regime = Regime(
        code="vi-du-chin-thang-2026",
        programme=cast.programme,
        kind=Regime.Kind.THEMATIC,
        name="Báo cáo kết quả 9 tháng năm 2026 (ví dụ)",
        content="Kết quả theo từng điểm; khó khăn, kiến nghị; nhiệm vụ quý IV.",
        reporters="Xã, tỉnh tham gia; đơn vị đầu mối của hai bên",
        receiver="Đơn vị đầu mối của hai bên",
        method="Văn bản điện tử",
        deadline_words="Theo công văn đề nghị",
        frequency=Period.Kind.NINE,
        closing_words="Ngày 14 tháng 9 năm 2026",
        outline_kind="province-report",
        levels=[Level.COMMUNE, Level.COMMITTEE, Level.PARTY, Level.JOINT],
        letter=LETTER,
        first_day=date(cast.year, 9, 1),
        last_day=date(cast.year, 12, 31),
        source="ví dụ minh họa, không phải chế độ báo cáo có thật",
    )
    policies.check_regime(regime)
    regime.full_clean()
    regime.save()
    return regime


def _propose(cast: Cast, report: Report) -> Proposal:
    by = cast.who("tinh")
    proposing.propose(
        report=report, by=by,
        said=proposing.Said(
            kind=Proposal.Kind.DIFFICULTY, provision=cast.point("IV.1.b"),
            words="Thiết bị truyền thanh ở nhiều thôn giáp biên đã hỏng (ví dụ)",
        ),
    )  # fmt: skip
    said = proposing.Said(
        kind=Proposal.Kind.PROPOSAL, to_agency=cast.agency("mera-cds"),
        provision=cast.point("IV.2.f"),
        words="Cung cấp học liệu kỹ năng số bằng tiếng Hmông cho tổ công nghệ số (ví dụ)",
    )  # fmt: skip
    return proposing.propose(report=report, said=said, by=by)


def _answer(cast: Cast, proposal: Proposal) -> None:
    with cast.day(10, 5):
        answer = proposing.Answer(
            words="Trung tâm bổ sung 02 học liệu tiếng Hmông trong quý IV (ví dụ).",
            document="Công văn số 08/VD-CĐS (ví dụ)", day=date(cast.year, 10, 5),
        )  # fmt: skip
        by = cast.who("dau-moi")
        proposing.answer(proposal=proposal, answer=answer, by=by)
        proposing.take_into_plan(proposal=proposal, agency=cast.agency("mera-cds"), by=by)
