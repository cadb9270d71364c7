"""Documents of every kind that the programme writes, with invented matters."""

from datetime import date

from nhipcau.standards.nd30.document import (
    Annex,
    Cell,
    Document,
    Heading,
    Issuer,
    Level,
    Prose,
    Signature,
    Table,
    Urgency,
)

CULTURE = Issuer("Bộ Văn hóa, Thể thao và Du lịch")
ETHNIC = Issuer("Bộ Dân tộc và Tôn giáo")
CENTRE = Issuer("Trung tâm Chuyển đổi số", above="Bộ Dân tộc và Tôn giáo")
VICE = Signature(("KT. Bộ trưởng", "Thứ trưởng"))
_LONG = (
    "Phối hợp tổ chức thông tin, tuyên truyền chủ trương của Đảng, chính sách, pháp luật của Nhà nước "
    "về công tác dân tộc tại vùng đồng bào dân tộc thiểu số và miền núi, bảo đảm kịp thời, thiết thực, "
    "phù hợp với từng địa bàn."
)


def tasks(count: int) -> Table:
    """A table of tasks with numbers under control."""
    return Table(
        head=(
            "TT",
            "Nhiệm vụ",
            "Chủ trì",
            "Phối hợp",
            "Thời hạn",
            "Sản phẩm",
            "Kinh phí (triệu đồng)",
        ),
        rows=tuple(
            (
                Cell(str(place)),
                Cell(f"Tổ chức lớp tập huấn kỹ năng số cho cán bộ cơ sở, đợt {place}"),
                Cell("Trung tâm Chuyển đổi số"),
                Cell("Cục Thông tin cơ sở và Thông tin đối ngoại; Sở Dân tộc và Tôn giáo"),
                Cell("30/6/2026"),
                Cell("Báo cáo kết quả, tài liệu tập huấn"),
                Cell(f"{place * 12},5", key=f"task.{place}.money", is_number=True),
            )
            for place in range(1, count + 1)
        ),
    )


JOINT_PLAN = Document(
    issuers=(CULTURE, ETHNIC),
    type_name="Kế hoạch",
    subject="Thực hiện Chương trình phối hợp số 922/CTPH-BTTTT-UBDT năm 2026",
    symbol="KH-BVHTTDL-BDTTG",
    place="Hà Nội",
    year=2026,
    bases=(
        "Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025",
        "Chương trình phối hợp số 922/CTPH-BTTTT-UBDT ngày 24 tháng 5 năm 2024;",
    ),
    blocks=(
        Heading(Level.SECTION, "I", "Mục đích, yêu cầu"),
        Heading(Level.CLAUSE, "1", "Mục đích"),
        Prose(_LONG, key="purpose.1"),
        Heading(Level.CLAUSE, "2", "Yêu cầu"),
        Prose("Nhiệm vụ rõ người chủ trì, rõ thời hạn, rõ sản phẩm.", key="purpose.2"),
        Heading(Level.SECTION, "II", "Nhiệm vụ, giải pháp"),
        *(
            block
            for place in range(1, 9)
            for block in (
                Heading(Level.CLAUSE, str(place), f"Nội dung phối hợp thứ {place}"),
                Prose(_LONG, key=f"content.{place}"),
            )
        ),
        Heading(Level.SECTION, "III", "Tổ chức thực hiện"),
        Prose("Nhiệm vụ, phân công cụ thể tại Phụ lục I; kinh phí tại Phụ lục II."),
        Prose(
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh về hai cơ quan "
            "đầu mối để tổng hợp, xem xét.",
            key="organisation.last",
        ),
    ),
    signatures=(
        Signature(VICE.lines, heading="Bộ Dân tộc và Tôn giáo"),
        Signature(VICE.lines, heading="Bộ Văn hóa, Thể thao và Du lịch"),
    ),
    recipients=("Thủ tướng Chính phủ (để b/c)", "Lãnh đạo hai Bộ", "UBND các tỉnh, thành phố"),
    archive="VT, TTCĐS (05)",
    annexes=(
        Annex("Danh mục nhiệm vụ năm 2026", (tasks(40),), is_landscape=True),
        Annex(
            "Tổng hợp kinh phí",
            (
                Table(
                    head=("TT", "Nguồn", "Dự toán (triệu đồng)"),
                    rows=(
                        (Cell("1"), Cell("Ngân sách nhà nước"), Cell("1.250", "money.1", True)),
                        (Cell("2"), Cell("Nguồn hợp pháp khác"), Cell("320", "money.2", True)),
                    ),
                ),
                Prose("Kinh phí lấy theo dự toán được giao."),
            ),
        ),
    ),
    is_example=True,
    edition="Bản 3, mã kiểm tra 4f1c09ab",
)

LETTER = Document(
    issuers=(CENTRE,),
    subject="đề nghị gửi báo cáo kết quả thực hiện Chương trình phối hợp năm 2025",
    symbol="TTCĐS-KHTC",
    place="Hà Nội",
    year=2026,
    addressees=(
        "Sở Dân tộc và Tôn giáo các tỉnh, thành phố",
        "Cục Thông tin cơ sở và Thông tin đối ngoại",
    ),
    blocks=(
        Prose(_LONG, key="reason"),
        Heading(Level.CLAUSE, "1", ""),
        Prose("Gửi báo cáo theo đề cương kèm theo trước ngày 20/12/2025.", key="ask.1"),
        Heading(Level.POINT, "a", ""),
        Prose("Số liệu tính đến ngày 14/12/2025;", key="ask.1.a"),
        Prose("Trân trọng."),
    ),
    signatures=(Signature(("Giám đốc",), name="Nguyễn Văn A"),),
    recipients=("Thứ trưởng phụ trách (để b/c)",),
    archive="VT, KHTC (03)",
    urgency=Urgency.VERY_URGENT,
    contact="Số 349 phố Đội Cấn, Hà Nội\nĐiện thoại: 024.0000.0000; thư điện tử: ttcds@example.gov.vn",
)

DECISION = Document(
    issuers=(ETHNIC,),
    type_name="Quyết định",
    subject="Về việc tặng Bằng khen của Bộ trưởng Bộ Dân tộc và Tôn giáo",
    symbol="QĐ-BDTTG",
    number="7",
    place="Hà Nội",
    issued_on=date(2026, 3, 5),
    authority="Bộ trưởng Bộ Dân tộc và Tôn giáo",
    bases=(
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân "
        "cấp, phân quyền trong lĩnh vực thi đua, khen thưởng",
        "Theo đề nghị của Giám đốc Trung tâm Chuyển đổi số",
    ),
    enacting="Quyết định:",
    blocks=(
        Heading(Level.ARTICLE, "1", ""),
        Prose("Tặng Bằng khen cho 05 tập thể (danh sách kèm theo).", key="article.1"),
        Heading(Level.ARTICLE, "2", ""),
        Prose("Tiền thưởng lấy từ quỹ thi đua, khen thưởng của Bộ.", key="article.2"),
        Heading(Level.ARTICLE, "3", ""),
        Prose("Quyết định này có hiệu lực kể từ ngày ký.", key="article.3"),
    ),
    signatures=(Signature(("Bộ trưởng",)),),
    recipients=("Như Điều 3", "Bộ trưởng, các Thứ trưởng"),
    archive="VT, TTCĐS (03)",
    circulation="Lưu hành nội bộ",
    annexes=(Annex("Danh sách tập thể được tặng Bằng khen", (tasks(3),)),),
)

MINUTES = Document(
    issuers=(CENTRE,),
    type_name="Biên bản",
    subject="Làm việc về kiểm tra việc thực hiện Chương trình phối hợp",
    symbol="BB-TTCĐS",
    is_minutes=True,
    blocks=(
        Prose("Thời gian bắt đầu: 8 giờ 00 phút, ngày 12 tháng 8 năm 2026.", key="start"),
        Prose("Địa điểm: trụ sở Sở Dân tộc và Tôn giáo.", key="where"),
        Heading(Level.SECTION, "I", "Nội dung làm việc"),
        Prose(_LONG, key="matter"),
        Prose("Buổi làm việc kết thúc vào 11 giờ 30 phút cùng ngày.", key="end"),
    ),
    signatures=(
        Signature((), heading="Đại diện đơn vị"),
        Signature((), heading="Thư ký"),
        Signature((), heading="Trưởng đoàn"),
    ),
)

REPORT = Document(
    issuers=(Issuer("Sở Dân tộc và Tôn giáo", above="UBND tỉnh Lào Cai"),),
    type_name="Báo cáo",
    subject="Kết quả thực hiện Chương trình phối hợp số 922/CTPH-BTTTT-UBDT năm 2025, phương hướng, "
    "nhiệm vụ năm 2026",
    symbol="BC-SDTTG",
    place="Lào Cai",
    year=2025,
    addressees=("Bộ Dân tộc và Tôn giáo",),
    blocks=(
        Prose("Thực hiện Công văn số 15/BDTTG-TTCĐS, Sở báo cáo như sau:"),
        Heading(Level.PART, "I", "Tình hình thực hiện"),
        Heading(Level.SECTION, "I", "Kết quả"),
        Prose(_LONG, key="results", link="https://nhipcau.example/bao-cao/1"),
        Table(
            head=("TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "Đạt (%)"),
            rows=tuple(
                (
                    Cell(str(place)),
                    Cell(f"Lớp tập huấn, nhóm {place}"),
                    Cell("10", f"plan.{place}", True),
                    Cell("12", f"done.{place}", True),
                    Cell("120,0", f"share.{place}", True),
                )
                for place in range(1, 5)
            ),
            caption="Bảng 1. Kết quả theo chỉ tiêu",
        ),
        Prose(_LONG + "\n" + _LONG, key="difficulties"),
    ),
    signatures=(Signature(("KT. Giám đốc", "Phó Giám đốc"), name="Trần Thị B"),),
    archive="VT, NV1 (02)",
)

INVITATION = Document(
    issuers=(CENTRE,),
    type_name="Giấy mời",
    subject="Dự hội nghị sơ kết Chương trình phối hợp năm 2025",
    symbol="GM-TTCĐS",
    place="Hà Nội",
    year=2026,
    blocks=(
        Prose("Trung tâm Chuyển đổi số trân trọng kính mời: Lãnh đạo Cục.", key="guest"),
        Prose("Thời gian: 8 giờ 00, ngày 09 tháng 01 năm 2026."),
        Prose("Đề nghị đại biểu xác nhận tham dự trước ngày 06/01/2026.", key="confirm"),
    ),
    signatures=(Signature(("TL. Giám đốc", "Chánh Văn phòng")),),
    recipients=("Như trên",),
    archive="VT",
    urgency=Urgency.MOST_URGENT,
)

CONCLUSIONS = Document(
    issuers=(CULTURE, ETHNIC),
    type_name="Thông báo",
    subject="Kết luận hội nghị sơ kết Chương trình phối hợp năm 2025",
    symbol="TB-BVHTTDL-BDTTG",
    place="Hà Nội",
    year=2026,
    blocks=(
        Heading(Level.SECTION, "I", "Đánh giá chung"),
        Prose(_LONG, key="general"),
        Heading(Level.SECTION, "II", "Nhiệm vụ, giải pháp"),
        *(Prose(f"{place}. {_LONG}", key=f"conclusion.{place}") for place in range(1, 6)),
        Heading(Level.SECTION, "III", "Về các kiến nghị"),
        Prose("Giao hai cơ quan đầu mối tổng hợp, trả lời.", key="proposals"),
    ),
    signatures=(Signature(("TL. Bộ trưởng", "Chánh Văn phòng")),),
    recipients=tuple(f"Đơn vị thứ {place}" for place in range(1, 9)),
    archive="VT, TTCĐS (05)",
)

ALL = {
    "joint-plan": JOINT_PLAN,
    "letter": LETTER,
    "decision": DECISION,
    "minutes": MINUTES,
    "report": REPORT,
    "invitation": INVITATION,
    "conclusions": CONCLUSIONS,
}
