"""The end of December: the conference, what it concludes, and the plan of the next year."""

from datetime import UTC, date, datetime
from pathlib import Path

from icalendar import Calendar

from .steps import number
from .world import UNIT, YEAR, Year


def the_conference_its_conclusions_and_the_next_plan(year: Year) -> None:
    with year.on(date(YEAR, 12, 26)), year.as_("our focal point") as desk:
        desk.open("/so-ket/")
        desk.page.locator("[name=programme]").select_option(index=1)
        desk.fill(kind="annual", year=str(YEAR))
        desk.press("Lập")
        review = desk.page.url
        desk.unfold("Ấn định hội nghị")
        desk.fill(
            day="2026-12-29", starts="08:30", ends="11:30", venue="Phòng họp số 1, 51 Ngô Quyền",
            chair="Thứ trưởng Bộ Văn hóa, Thể thao và Du lịch",
            participants="Đơn vị đầu mối hai bên",
            agenda="30 | Báo cáo sơ kết | Cơ quan đầu mối\n90 | Thảo luận | Các đơn vị",
        )  # fmt: skip
        desk.press("Lưu")
        desk.sees("Đã ghi hội nghị.", "Báo cáo sơ kết")
        with desk.page.expect_download() as coming:
            desk.page.get_by_role("link", name="Tải lịch (iCalendar)").click()
        entry = Calendar.from_ical(Path(coming.value.path()).read_bytes()).walk("VEVENT")[0]
        assert entry.decoded("dtstart") == datetime(YEAR, 12, 29, 1, 30, tzinfo=UTC)
        assert "51 Ngô Quyền" in str(entry["location"])
        desk.press("Soạn giấy mời")
        desk.sees("08 giờ 30", "51 Ngô Quyền", "CHƯƠNG TRÌNH HỘI NGHỊ")
        desk.sees_not("Địa điểm: …")
        desk.picture("giay-moi")
    with year.on(date(YEAR, 12, 29), hour=13), year.as_("our focal point") as desk:
        desk.open(review)
        desk.unfold("Thêm kết luận")
        desk.fill(
            "details:has(summary:text('Thêm kết luận'))",
            agency="Cục Phát thanh, truyền hình và thông tin điện tử",
            words="Mở rộng chuyên mục tiếng Hmông sang 03 tỉnh", due="2027-06-30",
        )  # fmt: skip
        desk.press("Ghi kết luận")
        desk.sees("Đã ghi kết luận thành nguồn nhiệm vụ.")
        desk.picture("so-ket")
        desk.page.locator("main a[href*='/so-van-ban/']").last.click()
        desk.page.wait_for_load_state()
        desk.sees("Mở rộng chuyên mục tiếng Hmông sang 03 tỉnh")
        notice = desk.page.url
    day = date(YEAR, 12, 30)
    number(year, notice, day, "91/TB-TTCS", who="our focal point")
    with year.on(date(YEAR, 12, 31)):
        with year.as_("unit officer") as desk:
            desk.open("/chi-dao/")
            desk.follow("91/TB-TTCS", exact=False)
            desk.follow("Giao nhiệm vụ")
            desk.fill(lead=UNIT, deliverable="Chuyên mục")
            desk.page.locator("main form button").last.click()
            desk.page.wait_for_load_state()
            desk.sees("Đã giao nhiệm vụ", "27.")
        with year.as_("our focal point") as desk:
            desk.open("/ke-hoach/lap/")
            desk.page.locator("[name=programme]").select_option(index=1)
            desk.fill(kind="year", year=str(YEAR + 1))
            desk.press("Lập kế hoạch")
            desk.sees("năm 2027", "27.IV1a.01")
            desk.picture("ke-hoach-nam-sau")
