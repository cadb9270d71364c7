"""January to March: who acts for the parties, a directive, the plan that both agree on, the letter."""

from datetime import date

from nhipcau.ledger.evidence import periods
from nhipcau.ledger.papers import actions as papers
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.papers.values import Recipient, Side
from nhipcau.ledger.programmes.acting import Naming, name_actor
from nhipcau.ledger.programmes.models import PartyActor
from nhipcau.ledger.work import actions as work
from nhipcau.ledger.work.actions.directives import Said
from nhipcau.ledger.work.actions.plans import begin
from nhipcau.ledger.work.actions.tasks import TaskChange
from nhipcau.ledger.work.models import Directive, Plan

from . import counted, papering
from .cast import Cast
from .planned import ask_for_money, give_tasks, name_people

# Party in the order of the text, agency, act, document, who records it.
NAMED = (
    (1, "mcst", PartyActor.Act.CONSENT, "Công văn số 01/VD-BVHTTDL ngày 10/3/2025 (ví dụ)"),
    (1, "mcst-ttcs-ttdn", PartyActor.Act.FOCAL, "Công văn số 01/VD-BVHTTDL ngày 10/3/2025 (ví dụ)"),
    (2, "mera", PartyActor.Act.CONSENT, "Công văn số 02/VD-BDTTG ngày 10/3/2025 (ví dụ)"),
    (2, "mera-cds", PartyActor.Act.FOCAL, "Công văn số 02/VD-BDTTG ngày 10/3/2025 (ví dụ)"),
)
FOCAL = {1: "dau-moi-ben-kia", 2: "dau-moi"}


def name_who_acts(cast: Cast) -> None:
    """Each side says who acts for it since the parties that signed are no more."""
    with cast.on(date(2025, 3, 11)):
        for order, code, act, document in NAMED:
            naming = Naming(
                party=cast.programme.parties.get(order=order),
                agency=cast.agency(code),
                document=document,
                first_day=date(2025, 3, 10),
                act=act,
            )
            name_actor(naming=naming, by=cast.who(FOCAL[order]))


def take_in_a_directive(cast: Cast) -> None:
    """A document arrives that asks for something which no plan foresees."""
    with cast.day(1, 8):
        said = Said(
            kind=Directive.Kind.INCOMING,
            issued_on=date(cast.year, 1, 6),
            issuer="Cơ quan cấp trên (ví dụ)",
            summary="Tăng cường thông tin, tuyên truyền ở các xã biên giới trước, trong và sau "
            "Tết Nguyên đán; báo cáo kết quả trước ngày 10 tháng 3 (ví dụ).",
            number="05/VD-CV",
            arrival_number="112",
            arrived_on=date(cast.year, 1, 7),
            provision=cast.point("IV.1.b"),
            due=date(cast.year, 3, 10),
            is_example=True,
        )
        by = cast.who("dau-moi")
        directive = work.directives.record(
            programme=cast.programme, said=said, agency=cast.agency("mera"), by=by
        )
        change = TaskChange(
            title="Tổng hợp kết quả thông tin, tuyên truyền ở các xã biên giới dịp Tết (ví dụ)",
            lead=cast.agency("mera-cds"),
            provision=cast.point("IV.1.b"),
            leader_name="Nông Văn Bình (ví dụ)",
            officer_name="Hoàng Thị Mai (ví dụ)",
            first_day=date(cast.year, 1, 8),
            due=date(cast.year, 3, 10),
            deliverable="Báo cáo tổng hợp",
            is_example=True,
        )
        cast.given["tet"] = work.directives.task_of(directive=directive, change=change, by=by)


def plan_the_year(cast: Cast) -> None:
    """From the obligations to a plan that was sent back once, agreed by both, and issued."""
    with cast.day(1, 20):
        plan = begin(
            programme=cast.programme, year=cast.year, kind=Plan.Kind.YEAR,
            by=cast.who("dau-moi"), is_example=True,
        )  # fmt: skip
        name_people(cast, plan)
        give_tasks(cast, plan)
        _take_in_the_conclusion(cast, plan)
        periods.ensure(cast.programme, cast.year)
        counted.define(cast)
        counted.aim_tasks(cast, counted.TARGETS, by="dau-moi")
    with cast.day(1, 22):
        ask_for_money(cast)
        _write_words(cast)
    _agree(cast)


def guide_the_provinces(cast: Cast) -> None:
    """The guiding letter goes out; those who received it say so."""
    receivers = ("ubnd-tuyen-quang-2025", "ubnd-lang-son")
    with cast.day(2, 24):
        by = cast.who("dau-moi")
        letter = papers.begin(
            programme=cast.programme,
            kind="guiding-letter",
            title="",
            drafted_by=cast.agency("mera"),
            sides=[Side(cast.agency("mera"), leads=True, numbers=True)],
            recipients=[
                *(Recipient(cast.agency(code), is_addressee=True) for code in receivers),
                Recipient(cast.agency("mcst"), note="để p/h"),
            ],
            by=by,
            is_example=True,
            subject_values={"year": cast.year},
        )
        papering.write(letter, LETTER, by)
    with cast.day(2, 26):
        letter = papering.issue(
            letter, number="05/VD-BDTTG", day=date(cast.year, 2, 26), by=cast.who("dau-moi"),
            has_file=True,
        )  # fmt: skip
    arrivals = (("ubnd-tuyen-quang-2025", "tinh", "431"), ("ubnd-lang-son", "tinh-lang-son", "388"))
    for day, (code, who, number) in enumerate(arrivals, start=27):
        with cast.day(2, day):
            papers.record_arrival(
                recipient=letter.recipients.get(agency__code=code), number=number,
                day=date(cast.year, 2, day), by=cast.who(who),
            )  # fmt: skip


def _take_in_the_conclusion(cast: Cast, plan: Plan) -> None:
    """What last year's conference concluded for the focal point becomes a task."""
    directive = Directive.objects.get(
        programme=cast.programme, kind=Directive.Kind.CONCLUSION, agency=cast.agency("mera-cds")
    )
    change = TaskChange(
        title=directive.summary,
        lead=cast.agency("mera-cds"),
        provision=cast.point("V.1"),
        leader_name="Nông Văn Bình (ví dụ)",
        officer_name="Hoàng Thị Mai (ví dụ)",
        first_day=date(cast.year, 1, 20),
        due=directive.due,
        deliverable="Danh mục đầu mối",
        is_example=True,
    )
    by = cast.who("dau-moi")
    cast.given["dau-moi"] = work.directives.task_of(
        directive=directive, change=change, by=by, plan=plan
    )


def _write_words(cast: Cast) -> None:
    papering.write(_paper(cast), WORDS, cast.who("dau-moi"))


def _agree(cast: Cast) -> None:
    """Asked, sent back with a reason, revised, asked again, agreed, signed outside, recorded."""
    with cast.day(1, 26):
        paper = papering.fresh(_paper(cast))
        papers.ask_opinion(paper=paper, version=paper.version, by=cast.who("dau-moi"))
    with cast.day(2, 2):
        papers.send_back(paper=paper, edition=1, reason=SENT_BACK, by=cast.who("lanh-dao-ben-kia"))
    with cast.day(2, 4):
        paper = papering.write(paper, REVISED, cast.who("dau-moi"))
        papers.ask_opinion(paper=paper, version=paper.version, by=cast.who("dau-moi"))
    with cast.day(2, 5):
        papers.consent(paper=paper, edition=2, by=cast.who("lanh-dao"))
    with cast.day(2, 9):
        papers.consent(paper=paper, edition=2, by=cast.who("lanh-dao-ben-kia"))
    with cast.day(2, 10):
        paper = papering.fresh(paper)
        papers.submit(paper=paper, version=paper.version, by=cast.who("dau-moi"))
    with cast.day(2, 12):
        papering.issue(
            paper, number="05/KH-VD", day=date(cast.year, 2, 12), by=cast.who("dau-moi"),
            has_file=True,
        )  # fmt: skip


def _paper(cast: Cast) -> Paper:
    paper = cast.plan.paper
    if paper is None:
        raise LookupError("the plan of the example has no paper")
    return paper


SENT_BACK = (
    "Đề nghị bổ sung cơ quan báo chí tham gia và nêu rõ đầu mối cung cấp tư liệu tiếng Hmông, "
    "tiếng Tày cho các xã biên giới (ví dụ)."
)
WORDS = {
    "purpose-1": "Triển khai các nội dung của Chương trình trong năm 2026; phân công rõ cơ quan "
    "chủ trì, cơ quan phối hợp, thời hạn và sản phẩm (ví dụ).",
    "purpose-2": "Bám sát chức năng của mỗi cơ quan; không đặt thêm báo cáo định kỳ cho địa "
    "phương (ví dụ).",
}
REVISED = {
    "purpose-2": "Bám sát chức năng của mỗi cơ quan; không đặt thêm báo cáo định kỳ cho địa "
    "phương. Cục Thông tin cơ sở và Thông tin đối ngoại là đầu mối cung cấp tư liệu tiếng Hmông, "
    "tiếng Tày; các cơ quan báo chí tham gia theo từng nhiệm vụ (ví dụ).",
}
LETTER = {
    "ground": "Thực hiện Chương trình phối hợp số 922/CTPH-BTTTT-UBDT và kế hoạch năm 2026 của hai "
    "bên (ví dụ), Bộ Dân tộc và Tôn giáo đề nghị Ủy ban nhân dân tỉnh quan tâm, chỉ đạo:",
    "content": "1. Xây dựng kế hoạch riêng hoặc lồng ghép nội dung của Chương trình vào kế hoạch "
    "năm 2026.\n2. Giao một đơn vị làm đầu mối; thông tin gửi về Trung tâm Chuyển đổi số trước "
    "ngày 15/3/2026 (ví dụ).",
    "contact": "Đầu mối: Trung tâm Chuyển đổi số, Bộ Dân tộc và Tôn giáo (ví dụ).",
}
