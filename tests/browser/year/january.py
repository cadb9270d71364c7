"""January: a directive and a proposal become tasks, the plan is agreed by both sides and goes out."""

from datetime import date

from .steps import agree, number
from .world import ASKED, OTHER_UNIT, OUR_FOCAL, PROPOSED, THEIR_FOCAL, UNIT, YEAR, Desk, Year


def name_actor(desk: Desk, year: Year, party: str, agency: str, act: str) -> None:
    desk.open(f"{year.home}/co-quan-thuc-hien/ghi-nhan/")
    desk.page.locator("[name=party]").select_option(label=party)
    desk.fill(agency=agency, act=act, document="Quyết định số 30/QĐ-VIDU ngày 02/01/2026")
    desk.fill(first_day="2026-01-02")
    desk.press("Ghi nhận")
    desk.sees("Đã ghi nhận cơ quan thay mặt bên ký kết.")


def directive_and_proposal_become_tasks(year: Year) -> None:
    with year.on(date(YEAR, 1, 5)):
        with year.as_("our focal point") as desk:
            name_actor(desk, year, "Bộ Thông tin và Truyền thông", "mcst", "every")
            name_actor(desk, year, "Bộ Thông tin và Truyền thông", OUR_FOCAL, "report")
            desk.open(f"{year.home}/ky-bao-cao/")
            desk.fill(nam=str(YEAR))
            desk.press("Lập các kỳ của năm")
            desk.sees("Năm 2026")
            desk.open("/chi-dao/ghi-nhan/")
            desk.page.locator("[name=programme]").select_option(index=1)
            desk.fill(
                kind="incoming", issuer="Văn phòng Chính phủ", number="18/VPCP-KGVX",
                issued_on="2026-01-02", arrival_number="41", arrived_on="2026-01-05",
                summary=ASKED,
                provision="IV.1.a", due="2026-09-30",
            )  # fmt: skip
            desk.press("Ghi nhận")
            desk.follow("Giao nhiệm vụ")
            desk.fill(lead=UNIT, deliverable="Chuyên mục phát thanh")
            desk.picture("giao-nhiem-vu")
            desk.page.locator("main form button").last.click()
            desk.page.wait_for_load_state()
            desk.sees("Đã giao nhiệm vụ")
            year.held["directive"] = desk.page.url
            desk.picture("chi-dao")
            desk.open("/bao-cao/kien-nghi/")
            desk.sees(PROPOSED)
            desk.press("Đưa vào kế hoạch")
            desk.sees("Đã đưa vào nguồn nhiệm vụ của kế hoạch")
            desk.picture("kien-nghi")
            desk.open("/chi-dao/")
            desk.page.locator("main a[href*='/chi-dao/']", has_text="kiến nghị").first.click()
            desk.sees(PROPOSED)
            desk.follow("Giao nhiệm vụ")
            desk.fill(lead=OTHER_UNIT, due="2026-08-31", deliverable="Chuyên mục")
            desk.page.locator("main form button").last.click()
            desk.page.wait_for_load_state()
            desk.sees("Đã giao nhiệm vụ")
        with year.as_("their focal point") as desk:
            name_actor(desk, year, "Ủy ban Dân tộc", "mera", "every")
            name_actor(desk, year, "Ủy ban Dân tộc", THEIR_FOCAL, "report")


def the_plan_is_agreed_by_both_sides(year: Year) -> None:
    with year.on(date(YEAR, 1, 8)):
        with year.as_("our focal point") as desk:
            desk.open("/ke-hoach/lap/")
            desk.page.locator("[name=programme]").select_option(index=1)
            desk.fill(kind="year", year=str(YEAR))
            desk.press("Lập kế hoạch")
            desk.sees("năm 2026", "26.IV1a.02")
            year.held["plan"] = desk.page.url
            desk.picture("ke-hoach")
            desk.follow("Mở văn bản của kế hoạch")
            year.held["plan paper"] = desk.page.url
            desk.press("Gửi lấy ý kiến")
            desk.sees("Đã gửi lấy ý kiến.")
        with year.as_("their leader") as desk:
            desk.open("/viec-cho-xu-ly/")
            desk.picture("viec-cho-xu-ly")
            desk.open(year.held["plan paper"])
            desk.sees("có ý kiến đối với bản 1")
            desk.unfold("Đề nghị sửa đổi, bổ sung")
            desk.fill(reason="Bổ sung yêu cầu bảo đảm nội dung bằng tiếng Hmông.")
            desk.press("Đề nghị sửa đổi, bổ sung")
            desk.sees("Đã gửi đề nghị sửa đổi, bổ sung.", "bảo đảm nội dung bằng tiếng Hmông")
    with year.on(date(YEAR, 1, 12)):
        with year.as_("our focal point") as desk:
            desk.open(year.held["plan paper"])
            desk.sees("bảo đảm nội dung bằng tiếng Hmông")
            desk.page.locator("a.edit[href*='/muc/']").first.click()
            words = desk.page.locator("textarea[name=words]")
            words.wait_for()
            words.fill("Triển khai đồng bộ chương trình; bảo đảm nội dung bằng tiếng Hmông.")
            desk.page.get_by_role("button", name="Lưu dự thảo").click()
            desk.page.locator("p", has_text="Triển khai đồng bộ chương trình").wait_for()
            desk.open(year.held["plan paper"])
            desk.press("Gửi lấy ý kiến")
        agree(year, year.held["plan paper"], edition=2)
    number(year, year.held["plan paper"], date(YEAR, 1, 15), "05/KH-BVHTTDL-BDTTG")
    with year.on(date(YEAR, 1, 15)), year.as_("their focal point") as desk:
        desk.open(year.held["plan"])
        desk.sees("05/KH-BVHTTDL-BDTTG")


def the_guiding_letter_goes_out_and_arrives(year: Year) -> None:
    with year.on(date(YEAR, 1, 20)), year.as_("our officer") as desk:
        desk.open("/so-van-ban/soan/?loai=guiding-letter")
        desk.page.locator("[name=programme]").select_option(index=1)
        desk.fill(
            issuer="mcst", year=str(YEAR),
            addressees="Sở Dân tộc và Tôn giáo tỉnh Tuyên Quang (ví dụ)\nBộ Dân tộc và Tôn giáo",
        )  # fmt: skip
        desk.press("Bắt đầu soạn")
        desk.sees("Kính gửi")
        year.held["letter"] = desk.page.url
        desk.picture("cong-van-trien-khai")
    number(year, year.held["letter"], date(YEAR, 1, 21), "312/BVHTTDL-TTCS")
    with year.on(date(YEAR, 1, 23)), year.as_("their clerk") as desk:
        desk.open(year.held["letter"])
        desk.unfold("Ghi nhận số đến", inside="#noi-nhan")
        desk.fill("#noi-nhan", number="812", day="2026-01-23")
        desk.press("Ghi nhận số đến")
        desk.sees("Số đến 812, ngày 23/01/2026")
