"""Beside the plan: an emulation with a nomination, an inspection, letters between the two sides."""

from datetime import date

from nhipcau.modules.commendations import actions as awards
from nhipcau.modules.commendations.models import Award, Nomination
from nhipcau.modules.correspondence import actions as letters
from nhipcau.modules.correspondence.models import Dispatch
from nhipcau.modules.correspondence.values import Arrival, Facts, Topic
from nhipcau.modules.inspections import actions as inspections
from nhipcau.modules.inspections.models import Inspection, Member, Result

from . import papering
from .cast import Cast

LANG_SON, XA = "ubnd-lang-son", "ubnd-xa-00715"
Purpose = Dispatch.Purpose


def launch_an_emulation(cast: Cast) -> None:
    """Launched in spring, taken part in, one nomination in November."""
    with cast.day(3, 30):
        by = cast.who("lanh-dao")
        emulation = awards.launch(
            programme=cast.programme, agency=cast.agency("mera-cds"), by=by, is_example=True,
            title="Thi đua đưa thông tin về thôn, bản biên giới (ví dụ)",
            criteria="Có chương trình tiếng dân tộc phát đều\nCó tài liệu song ngữ được sử dụng",
            first_day=date(cast.year, 4, 1), last_day=date(cast.year, 12, 31),
        )  # fmt: skip
        if emulation.paper is not None:
            papering.write(emulation.paper, LAUNCHED, by)
            papering.issue(emulation.paper, number="07/KH-VD", day=date(cast.year, 3, 30), by=by)
    with cast.day(4, 13):
        awards.register(
            emulation=emulation, agency=cast.agency(XA), by=cast.who("xa"),
            words="Phát chuyên mục hằng tuần (ví dụ)",
        )  # fmt: skip
    with cast.day(11, 16):
        by = cast.who("xa")
        proposed = awards.Proposed(
            award=Award.objects.get(code="bang-khen-tinh"), route=Nomination.Route.HIGHER,
            is_collective=True, name="Đài truyền thanh xã (ví dụ)", post="",
            decided_at=cast.agency("ubnd-tuyen-quang-2025"), managing=None,
            achievement="Phát 42 chương trình tiếng Hmông trong năm (ví dụ).",
        )  # fmt: skip
        made = awards.nominate(emulation=emulation, unit=cast.agency(XA), proposed=proposed, by=by)
        awards.attach_evidence(nomination=made, by=by)
        awards.send(nomination=made, version=made.version, by=by)


def inspect_a_unit(cast: Cast) -> None:
    """Planned in May, visited in August, its one recommendation mended in September."""
    inspection = _decided(cast)
    with cast.day(8, 3):
        answers = [
            (each, "Đã thực hiện theo kế hoạch (ví dụ).") for each in inspection.questions.all()
        ]
        inspections.report(inspection=inspection, answers=answers, by=cast.who("tinh-lang-son"))
    with cast.day(8, 12):
        _visit(cast, inspection)
        made = inspections.recommend(
            inspection=_fresh(inspection), to=cast.agency(LANG_SON), due=date(cast.year, 9, 30),
            words="Bổ sung tài liệu tiếng Tày, tiếng Nùng tại các điểm cửa khẩu (ví dụ)",
            follower=cast.who("kiem-tra"), by=cast.who("kiem-tra"),
        )  # fmt: skip
    with cast.day(9, 24):
        inspections.mend(
            recommendation=made, version=made.version, by=cast.who("tinh-lang-son"),
            remedy="Đã đặt 02 bộ tài liệu tại hai cửa khẩu (ví dụ).",
        )  # fmt: skip
    with cast.day(9, 28):
        inspections.confirm(recommendation=made, version=made.version, by=cast.who("kiem-tra"))


def write_letters(cast: Cast) -> None:
    """A request and its answer; another that waits."""
    own, other = cast.agency("mera-cds"), cast.agency("mcst-ttcs-ttdn")
    with cast.day(5, 6):
        asked = letters.record(
            facts=Facts(
                sender=own, receivers=((other, other.full_name),), number="21/VD-CĐS",
                issued_on=date(cast.year, 5, 6), purpose=Purpose.REQUEST,
                subject="V/v đề nghị cung cấp danh mục tài liệu song ngữ (ví dụ)",
                due=date(cast.year, 5, 20), signer="Nông Văn Bình (ví dụ)",
                signer_position="Giám đốc", is_example=True,
            ),
            into=Topic(cast.programme, "Danh mục tài liệu song ngữ (ví dụ)",
                               cast.point("IV.1.b")),
            by=cast.who("dau-moi"), acting_for=own,
        )  # fmt: skip
    with cast.day(5, 7):
        letters.acknowledge(
            receipt=asked.receipts.get(), version=asked.version,
            arrival=Arrival(date(cast.year, 5, 7), "305", "Phòng Thông tin cơ sở (ví dụ)"),
            by=cast.who("dau-moi-ben-kia"), acting_for=other,
        )  # fmt: skip
    with cast.day(5, 18):
        letters.record(
            facts=Facts(
                sender=other, receivers=((own, own.full_name),), number="33/VD-TTCS",
                issued_on=date(cast.year, 5, 18), purpose=Purpose.ANSWER, answers=asked,
                subject="V/v cung cấp danh mục tài liệu song ngữ (ví dụ)",
                signer="Đặng Thu Trang (ví dụ)", signer_position="Cục trưởng", is_example=True,
            ),
            into=asked.matter, by=cast.who("dau-moi-ben-kia"), acting_for=other,
        )  # fmt: skip
    _ask_from_a_province(cast)


def _ask_from_a_province(cast: Cast) -> None:
    province, own = cast.agency("ubnd-tuyen-quang-2025"), cast.agency("mera-cds")
    with cast.day(11, 12):
        facts = Facts(
            sender=province, receivers=((own, own.full_name),), number="44/VD-UBND",
            issued_on=date(cast.year, 11, 12), purpose=Purpose.REQUEST,
            subject="V/v đề nghị cử báo cáo viên lớp kỹ năng số tháng 12 (ví dụ)",
            due=date(cast.year, 11, 27), signer="Hoàng Thị Nga (ví dụ)",
            signer_position="Phó Chủ tịch", is_example=True,
        )  # fmt: skip
        topic = Topic(cast.programme, "Báo cáo viên lớp kỹ năng số (ví dụ)", cast.point("IV.2.f"))
        letters.record(facts=facts, into=topic, by=cast.who("tinh"), acting_for=province)


def _decided(cast: Cast) -> Inspection:
    leads = cast.agency("mcst")
    with cast.day(5, 12):
        by = cast.who("kiem-tra")
        planned = inspections.Planned(
            year=cast.year, title="Kiểm tra việc thực hiện Chương trình tại tỉnh Lạng Sơn (ví dụ)",
            leads=leads, unit=cast.agency(LANG_SON), first_day=date(cast.year, 8, 11),
            last_day=date(cast.year, 8, 12),
        )  # fmt: skip
        inspection = inspections.plan(
            programme=cast.programme, planned=planned, by=by, is_example=True
        )
    with cast.day(7, 14):
        by = cast.who("kiem-tra")
        for role, name, agency in TEAM:
            inspections.name_member(
                inspection=inspection, name=name, post="Chuyên viên chính", role=role,
                agency=cast.agency(agency), by=by,
            )  # fmt: skip
        paper = inspections.begin_paper(inspection=inspection, kind="inspection-decision", by=by)
        papering.issue(paper, number="09/QĐ-VD", day=date(cast.year, 7, 14), by=by)
    with cast.day(7, 20):
        by = cast.who("kiem-tra")
        inspections.ask(inspection=_fresh(inspection), questions=QUESTIONS, by=by)
        inspections.announce(inspection=_fresh(inspection), by=by)
    return _fresh(inspection)


def _visit(cast: Cast, inspection: Inspection) -> None:
    by = cast.who("kiem-tra")
    for kind, words, cause in (
        (Result.Kind.ACHIEVED, "Nội dung Chương trình đã có trong kế hoạch của tỉnh (ví dụ)", ""),
        (Result.Kind.SHORTCOMING, "Điểm cửa khẩu chưa có tài liệu tiếng Tày, tiếng Nùng (ví dụ)",
         "mới in được bản tiếng Việt"),
    ):  # fmt: skip
        found = inspections.find(
            inspection=_fresh(inspection), kind=kind, words=words, cause=cause, by=by
        )
    inspections.explain(
        result=found, words="Tỉnh đã bố trí biên dịch (ví dụ)", by=cast.who("tinh-lang-son")
    )
    minutes = inspections.begin_paper(
        inspection=_fresh(inspection), kind="inspection-minutes", by=by
    )
    papering.write(minutes, MINUTES, by)
    inspections.close_minutes(inspection=_fresh(inspection), by=by)


def _fresh(inspection: Inspection) -> Inspection:
    held: Inspection = Inspection.objects.for_page().get(pk=inspection.pk)
    return held


TEAM = (
    (Member.Role.HEAD, "Đinh Thị Lan (ví dụ)", "mcst"),
    (Member.Role.SECRETARY, "Lê Văn Sơn (ví dụ)", "mcst-ttcs-ttdn"),
    (Member.Role.MEMBER, "Hoàng Thị Mai (ví dụ)", "mera-cds"),
)
QUESTIONS = (
    "Văn bản đã ban hành để thực hiện Chương trình",
    "Kết quả thông tin, tuyên truyền tại các xã biên giới và cửa khẩu",
    "Khó khăn, vướng mắc, kiến nghị",
)
LAUNCHED = {
    "purpose": "Động viên các đơn vị đưa thông tin thiết yếu về thôn, bản biên giới (ví dụ).",
    "subjects": "Tập thể, cá nhân trực tiếp thực hiện Chương trình ở xã, đồn, tỉnh (ví dụ).",
    "awards": "Theo thẩm quyền, hoặc đề nghị cấp có thẩm quyền khen thưởng (ví dụ).",
    "organisation": "Đơn vị đăng ký trước ngày 30/4/2026; đề nghị khen thưởng gửi trong tháng "
    "11/2026 (ví dụ).",
}
MINUTES = {
    "facts": "Thời gian bắt đầu: 8 giờ 30, ngày 12/8/2026\nĐịa điểm: Trụ sở Ủy ban nhân dân tỉnh "
    "(ví dụ)\nThư ký: Lê Văn Sơn (ví dụ)",
    "content": "Đoàn nghe báo cáo, xem hồ sơ, kiểm tra tại hai cửa khẩu (ví dụ).",
    "closing": "Biên bản kết thúc lúc 16 giờ 30 cùng ngày, đã đọc lại cho các bên (ví dụ).",
}
