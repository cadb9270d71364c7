"""February to June: provinces say how they act; units do their tasks, a commune fills its page."""

from datetime import date
from pathlib import Path

from .world import ASKED, PROPOSED, YEAR, Desk, Year

WAYS = {
    "08": ("chuong-trinh-rieng", "Chương trình phối hợp của tỉnh", "02/CTPH-SVHTTDL-SDTTG"),
    "04": ("ke-hoach-rieng", "Kế hoạch thực hiện chương trình", "45/KH-UBND"),
    "15": ("long-ghep-doi-ngoai", "Kế hoạch thông tin đối ngoại năm 2026", "12/KH-UBND"),
    "20": ("long-ghep-khac", "Kế hoạch công tác dân tộc năm 2026", "33/KH-UBND"),
}


def provinces_do_it_in_four_ways(year: Year) -> None:
    with year.on(date(YEAR, 2, 16)):
        for code, (way, title, number) in WAYS.items():
            who = "province officer" if code == "08" else "our focal point"
            with year.as_(who, width=360 if code == "08" else 1280) as desk:
                desk.open(f"{year.home}/dia-phuong/tinh-34/{code}/ghi-nhan/")
                desk.fill(
                    way=way, title=title, number=number, issued_on="2026-02-10",
                    approved_on="2026-02-09", amount="450.000.000", amount_source="state",
                    first_day="2026-02-10", source="Văn bản gửi về Bộ ngày 12/02/2026",
                )  # fmt: skip
                desk.picture(f"dia-phuong-{code}")
                desk.press("Ghi nhận")
                desk.sees("Đã ghi nhận.", number)
        with year.as_("our focal point") as desk:
            desk.open(f"{year.home}/dia-phuong/?nam={YEAR}")
            desk.sees("Tỉnh Tuyên Quang", "Tỉnh Cao Bằng", "Tỉnh Lào Cai", "Tỉnh Lạng Sơn")
            desk.picture("dia-phuong-bang")
            desk.open(f"{year.home}/dia-phuong/ban-do/?nam={YEAR}")
            desk.picture("dia-phuong-ban-do")


def define_indicator(year: Year) -> None:
    with year.as_("our focal point") as desk:
        desk.open(f"{year.home}/chi-tieu/moi/")
        desk.fill(
            code="so-luot-nghe", name="Số lượt người nghe bằng tiếng dân tộc", unit="lượt",
            definition="Tổng số lượt người nghe chương trình bằng tiếng dân tộc.",
            provision="IV.1.a", over_time="sum", over_places="sum", source="Kế hoạch năm 2026",
        )  # fmt: skip
        desk.press("Lưu")
        desk.sees("Đã ghi chỉ tiêu.")
        year.held["indicator"] = desk.page.url


def to_task(desk: Desk, words: str) -> None:
    """The task of these words, from the list of tasks."""
    desk.open("/nhiem-vu/")
    desk.page.locator("main a[href*='/nhiem-vu/']", has_text=words).first.click()
    desk.page.wait_for_load_state()
    desk.sees(words)


def does_a_task(year: Year, who: str, words: str, file: Path, *, script: bool) -> None:
    """Begins a task, lodges what was done with a file and a number, proposes it as done."""
    with year.on(date(YEAR, 3, 2)), year.as_(who, width=360, script=script) as desk:
        to_task(desk, words)
        desk.press("Bắt đầu thực hiện")
        desk.sees("Đang thực hiện, trong hạn")
    with year.on(date(YEAR, 6, 10)), year.as_(who, width=360, script=script) as desk:
        to_task(desk, words)
        task = desk.page.url
        desk.follow("Ghi nhận minh chứng")
        desk.fill(
            kind="broadcast", day="2026-06-08",
            summary="Phát 12 chuyên mục bằng tiếng Hmông, tiếng Thái.",
            indicator_0="so-luot-nghe", value_0="1.250",
        )  # fmt: skip
        desk.page.set_input_files("[name=file]", file)
        desk.picture(f"minh-chung-{'' if script else 'khong-js-'}360")
        desk.press("Ghi nhận")
        desk.sees("Đã ghi nhận minh chứng.", "1.250", file.name)
        desk.open(task)
        desk.unfold("Đề nghị xác nhận hoàn thành")
        desk.fill(words="Đã phát 12 chuyên mục trên hai kênh.")
        desk.press("Đề nghị xác nhận hoàn thành")
        desk.sees("Chờ xác nhận hoàn thành")
        assert not desk.page.get_by_role("button", name="Xác nhận hoàn thành", exact=True).count()
        desk.picture(f"nhiem-vu-{'' if script else 'khong-js-'}360")
    with year.on(date(YEAR, 6, 15)), year.as_("our focal point") as desk:
        desk.open("/viec-cho-xu-ly/")
        desk.sees(words[:40])
        desk.open(task)
        desk.press("Xác nhận hoàn thành")
        desk.sees("đã xác nhận hoàn thành.")
        year.held[words] = task


def a_unit_does_its_task(year: Year) -> None:
    with year.on(date(YEAR, 2, 20)):
        define_indicator(year)
    does_a_task(year, "unit officer", ASKED, year.signed, script=True)
    with year.on(date(YEAR, 6, 16)), year.as_("our focal point") as desk:
        desk.open(year.held[ASKED])
        desk.sees("Hoàn thành đúng hạn")


def another_does_its_own_without_script(year: Year) -> None:
    does_a_task(year, "other unit officer", PROPOSED, year.signed, script=False)
    with year.on(date(YEAR, 6, 16)):
        with year.as_("other unit officer", script=False) as desk:
            desk.open(year.held[PROPOSED])
            desk.sees("Hoàn thành đúng hạn")
        # The other side's unit: whether it was in time is its own leader's to say first.
        with year.as_("our focal point") as desk:
            desk.open(year.held[PROPOSED])
            desk.sees_not("đúng hạn")


def a_commune_fills_its_one_page_without_script(year: Year) -> None:
    with year.on(date(YEAR, 3, 10)), year.as_("commune officer", width=360, script=False) as desk:
        desk.open(f"{year.home}/quy/")
        desk.sees("quý I năm 2026")
        desk.fill(done="Phát thanh 6 buổi bằng tiếng Tày ở 4 thôn.")
        desk.page.get_by_label("Số lượt người nghe bằng tiếng dân tộc").fill("420")
        desk.fill(difficulties="Cụm loa thôn Nà Lung hỏng, đề nghị sửa chữa.")
        desk.picture("trang-quy-360")
        desk.press("Gửi")
        desk.sees("Đã gửi số liệu quý I năm 2026.")
