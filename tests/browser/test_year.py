"""A year of the programme, lived through its pages: each test is a part of it and goes on from the last."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from django.test import override_settings
from docx.oxml.ns import qn
from icalendar import Calendar
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from nhipcau.ledger.programmes.models import Programme

from .conftest import serving
from .year_world import (
    OTHER_UNIT,
    OUR_FOCAL,
    PROPOSED,
    THEIR_FOCAL,
    UNIT,
    YEAR,
    Desk,
    Year,
    fill_year,
    people,
)

ASKED = "Tổ chức tuyên truyền về sắp xếp đơn vị hành chính bằng tiếng dân tộc"

# Each part goes on from what the pages of the last one wrote; no test itself writes a row.
pytestmark = [pytest.mark.machine, pytest.mark.django_db]


@pytest.fixture(scope="module")
def year(
    browser: Browser,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Year]:
    """One site for the whole year, with a place of its own for what is sent to it."""
    kept = tmp_path_factory.mktemp("tep-gui-len")
    with serving(django_db_blocker, fill_year) as served, override_settings(MEDIA_ROOT=kept):
        programme = Programme.objects.get(number__startswith="922/")
        yield Year(browser, served.url, programme, people())


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The signed file, as it comes from outside."""
    path = tmp_path_factory.mktemp("da-ky") / "van-ban-da-ky.txt"
    path.write_text("Văn bản đã ký (ví dụ của bộ kiểm thử)", encoding="utf-8")
    return path


def name_actor(desk: Desk, year: Year, party: str, agency: str, act: str) -> None:
    desk.open(f"{year.home}/co-quan-thuc-hien/ghi-nhan/")
    desk.page.locator("[name=party]").select_option(label=party)
    desk.fill(agency=agency, act=act, document="Quyết định số 30/QĐ-VIDU ngày 02/01/2026")
    desk.fill(first_day="2026-01-02")
    desk.press("Ghi nhận")
    desk.sees("Đã ghi nhận cơ quan thay mặt bên ký kết.")


def test_january_directive_and_proposal_become_tasks(year: Year) -> None:
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


def test_january_the_plan_is_agreed_by_both_sides(year: Year, signed: Path) -> None:
    with year.on(date(YEAR, 1, 8)):
        with year.as_("our focal point") as desk:
            desk.open("/ke-hoach/lap/")
            desk.page.locator("[name=programme]").select_option(index=1)
            desk.fill(kind="year", year=str(YEAR))
            desk.press("Lập kế hoạch")
            desk.sees("năm 2026", "26.IV1a.01")
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
    number(year, signed, year.held["plan paper"], date(YEAR, 1, 15), "05/KH-BVHTTDL-BDTTG")
    with year.on(date(YEAR, 1, 15)), year.as_("their focal point") as desk:
        desk.open(year.held["plan"])
        desk.sees("05/KH-BVHTTDL-BDTTG")


def agree(year: Year, address: str, *, edition: int) -> None:
    """Both leaders agree to the same edition; its mark of integrity stands on the page."""
    with year.as_("their leader") as desk:
        desk.open(address)
        desk.press(f"Thống nhất bản {edition}")
        desk.sees("Đã ghi nhận thống nhất.")
    with year.as_("our leader") as desk:
        desk.open(address)
        desk.press(f"Thống nhất bản {edition}")
        desk.sees(f"Hai bên đã thống nhất (bản {edition}, mã kiểm tra")
        desk.picture("van-ban-da-thong-nhat")


def number(
    year: Year, signed: Path, address: str, day: date, said: str, *, who: str = "our clerk"
) -> None:
    """Submitted for signature; then number and day as they stand on the signed file."""
    with year.on(day):
        with year.as_("our officer") as desk:
            desk.open(address)
            desk.press("Trình ký")
            desk.sees("Đã ghi nhận trình ký.")
        with year.as_(who) as desk:
            desk.open(address)
            desk.fill("#ghi-nhan", number=said, issued_on=day.isoformat())
            desk.page.set_input_files("#ghi-nhan input[type=file]", signed)
            desk.press("Ghi nhận số, ngày ban hành")
            desk.sees(f"Đã ban hành: số {said}", signed.name)
            desk.picture(f"ban-hanh-{said.split('/')[0]}")


def test_january_the_guiding_letter_goes_out_and_arrives(year: Year, signed: Path) -> None:
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
    number(year, signed, year.held["letter"], date(YEAR, 1, 21), "312/BVHTTDL-TTCS")
    with year.on(date(YEAR, 1, 23)), year.as_("their clerk") as desk:
        desk.open(year.held["letter"])
        desk.unfold("Ghi nhận số đến", inside="#noi-nhan")
        desk.fill("#noi-nhan", number="812", day="2026-01-23")
        desk.press("Ghi nhận số đến")
        desk.sees("Số đến 812, ngày 23/01/2026")


WAYS = {
    "08": ("chuong-trinh-rieng", "Chương trình phối hợp của tỉnh", "02/CTPH-SVHTTDL-SDTTG"),
    "04": ("ke-hoach-rieng", "Kế hoạch thực hiện chương trình", "45/KH-UBND"),
    "15": ("long-ghep-doi-ngoai", "Kế hoạch thông tin đối ngoại năm 2026", "12/KH-UBND"),
    "20": ("long-ghep-khac", "Kế hoạch công tác dân tộc năm 2026", "33/KH-UBND"),
}


def test_february_provinces_do_it_in_four_ways(year: Year) -> None:
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


def test_spring_a_unit_does_its_task(year: Year, signed: Path) -> None:
    with year.on(date(YEAR, 2, 20)):
        define_indicator(year)
    does_a_task(year, "unit officer", ASKED, signed, script=True)
    with year.on(date(YEAR, 6, 16)), year.as_("our focal point") as desk:
        desk.open(year.held[ASKED])
        desk.sees("Hoàn thành đúng hạn")


def test_spring_another_does_its_own_without_script(year: Year, signed: Path) -> None:
    does_a_task(year, "other unit officer", PROPOSED, signed, script=False)
    with year.on(date(YEAR, 6, 16)):
        with year.as_("other unit officer", script=False) as desk:
            desk.open(year.held[PROPOSED])
            desk.sees("Hoàn thành đúng hạn")
        # The other side's unit: whether it was in time is its own leader's to say first.
        with year.as_("our focal point") as desk:
            desk.open(year.held[PROPOSED])
            desk.sees_not("đúng hạn")


def test_march_a_commune_fills_its_one_page_without_script(year: Year) -> None:
    with year.on(date(YEAR, 3, 10)), year.as_("commune officer", width=360, script=False) as desk:
        desk.open(f"{year.home}/quy/")
        desk.sees("quý I năm 2026")
        desk.fill(done="Phát thanh 6 buổi bằng tiếng Tày ở 4 thôn.")
        desk.page.get_by_label("Số lượt người nghe bằng tiếng dân tộc").fill("420")
        desk.fill(difficulties="Cụm loa thôn Nà Lung hỏng, đề nghị sửa chữa.")
        desk.picture("trang-quy-360")
        desk.press("Gửi")
        desk.sees("Đã gửi số liệu quý I năm 2026.")


def test_october_the_unit_estimates_its_year(year: Year) -> None:
    with year.on(date(YEAR, 10, 12)), year.as_("unit officer") as desk:
        desk.open(year.held["indicator"])
        desk.open(f"{year.held['indicator']}so-lieu/")
        desk.fill(kind="estimate", written="3.000")
        desk.page.locator("[name=period]").select_option(label="năm 2026")
        desk.press("Lưu")
        desk.sees("Đã ghi số liệu.", "3.000")
        desk.picture("chi-tieu-uoc-ca-nam")


def own_report(desk: Desk, year: Year, agency: str) -> None:
    """The report of this year that exists beforehand, from the list."""
    desk.open(f"/bao-cao/?nam={YEAR}")
    row = desk.page.locator("main tr", has=desk.page.locator("b", has_text=agency)).first
    row.locator("a").first.click()
    desk.page.wait_for_load_state()
    desk.sees(f"năm {YEAR}", agency)


def writes_a_report(year: Year, unit: str, agency: str, *, script: bool) -> str:
    """The draft is there; the officer edits a sentence, adds a paragraph; the leader sends it."""
    with year.on(date(YEAR, 12, 15)):
        with year.as_(f"{unit} officer", script=script, width=360) as desk:
            own_report(desk, year, agency)
            desk.sees("01 nhiệm vụ có thời hạn")
            desk.picture(f"bao-cao-{'' if script else 'khong-js-'}360")
            line = ".report-line"
            first = desk.page.locator(line, has_text="nhiệm vụ có thời hạn").first
            first.locator("summary", has_text="Sửa lời văn").click()
            words = first.locator("textarea[name=words]")
            words.fill(words.input_value().rstrip(".") + ", được người dân quan tâm.")
            with desk.page.expect_navigation():
                first.get_by_role("button", name="Lưu dự thảo").click()
            desk.sees("Đã lưu dự thảo.", "được người dân quan tâm")
            adds(desk, "shortcomings", "Kinh phí được giao muộn.")
            address = desk.page.url
        with year.as_(f"{unit} leader", script=script) as desk:
            desk.open(address)
            desk.press("Gửi báo cáo")
            desk.sees("Đã gửi báo cáo.", "Đã gửi đúng hạn")
    return address


def adds(desk: Desk, section: str, words: str) -> None:
    desk.unfold("Bổ sung một đoạn", inside=f"#{section}")
    desk.page.locator(f"#own-{section}").fill(words)
    desk.press("Lưu dự thảo", inside=f"#{section} details[open]")
    desk.sees(words)


def test_december_a_report_is_sent_returned_sent_and_gathered(year: Year) -> None:
    address = writes_a_report(year, "unit", "Cục Phát thanh", script=True)
    with year.on(date(YEAR, 12, 16)):
        with year.as_("our focal point") as desk:
            desk.open(address)
            desk.unfold("Trả lại")
            desk.fill(reason="Đề nghị bổ sung ví dụ cụ thể về chuyên mục.")
            desk.press("Trả lại, đề nghị bổ sung, hoàn thiện")
            desk.sees("Đã trả lại báo cáo.", "bổ sung ví dụ cụ thể")
        with year.as_("unit officer") as desk:
            desk.open(address)
            desk.sees("bổ sung ví dụ cụ thể")
            adds(desk, "shortcomings", "Ví dụ: chuyên mục ngày 08/6/2026 phát lại 03 lần.")
        with year.as_("unit leader") as desk:
            desk.open(address)
            desk.press("Gửi báo cáo")
            desk.sees("Đã gửi báo cáo.")
        with year.as_("our focal point") as desk:
            desk.open(address)
            desk.press("Tiếp nhận báo cáo")
            desk.sees("Đã tiếp nhận báo cáo.")
            desk.press("Tổng hợp")
            desk.sees("Đã tổng hợp")
            desk.picture("bao-cao-don-vi")


def test_december_the_other_sides_unit_reports_without_script(year: Year) -> None:
    address = writes_a_report(year, "other unit", "Báo Dân tộc", script=False)
    with year.on(date(YEAR, 12, 17)), year.as_("their focal point") as desk:
        desk.open(address)
        desk.press("Tiếp nhận báo cáo")
        desk.press("Tổng hợp")
        desk.sees("Đã tổng hợp")


def sends(year: Year, who: str, agency: str, *, level: str) -> str:
    """The report of a whole side, gathered from its units, sent as it stands."""
    with year.as_(who) as desk:
        desk.open(f"/bao-cao/?nam={YEAR}")
        row = desk.page.locator("main tr", has_text=agency).filter(has_text=level).first
        row.locator("a").first.click()
        desk.page.wait_for_load_state()
        desk.press("Gửi báo cáo")
        desk.sees("Đã gửi báo cáo.")
        return desk.page.url


def test_december_both_sides_send_theirs_for_the_joint_one(year: Year) -> None:
    with year.on(date(YEAR, 12, 21)):
        ours = sends(year, "our focal point", "Cục Thông tin cơ sở", level="bên ký kết")
        theirs = sends(year, "their focal point", "Trung tâm Chuyển đổi số", level="bên ký kết")
        with year.as_("our focal point") as desk:
            for address in (ours, theirs):
                desk.open(address)
                desk.press("Tiếp nhận báo cáo")
                desk.press("Tổng hợp")
                desk.sees("Đã tổng hợp")
            desk.open(f"/bao-cao/?nam={YEAR}")
            desk.picture("bao-cao-danh-sach")
            desk.page.locator("main tr", has_text="chung của các bên").first.locator(
                "a"
            ).first.click()
            desk.page.wait_for_load_state()
            year.held["joint report"] = desk.page.url
            desk.picture("bao-cao-chung")


def test_december_the_joint_report_goes_to_word_and_back(year: Year, tmp_path: Path) -> None:
    with year.on(date(YEAR, 12, 22)), year.as_("our officer") as desk:
        desk.open(year.held["joint report"])
        with desk.page.expect_download() as coming:
            desk.page.get_by_role("link", name="DOCX", exact=True).click()
        file = tmp_path / "bao-cao.docx"
        coming.value.save_as(file)
        leader_rewrites(file)
        desk.unfold("Nhận lại tệp Word đã sửa")
        desk.page.set_input_files("main input[type=file]", file)
        desk.press("Xem khác biệt")
        desk.sees("được phát lại nhiều lần", "Số liệu “2.500” bị đổi thành “2.600”")
        desk.picture("tep-word-gui-lai")
        choice = desk.page.locator("fieldset", has_text="2.600")
        choice.get_by_label("Dùng số của đơn vị, lý do:").check()
        choice.get_by_label("Lý do", exact=True).fill("Cộng thêm một đài chưa gửi số liệu")
        desk.press("Nhận các thay đổi")
        desk.sees("Đã nhận", "được phát lại nhiều lần", "2.600", "một đài chưa gửi số liệu")
        desk.picture("bao-cao-chung-sau-word")


def leader_rewrites(path: Path) -> None:
    """What a leader does in Word: a paragraph in other words, and a number set right by hand."""
    word = docx.Document(str(path))
    controls = list(word.element.body.iter(qn("w:sdt")))
    held = [text for control in controls for text in control.iter(qn("w:t"))]
    for was, now in (
        ("tiếng Hmông, tiếng Thái", "tiếng Hmông, được phát lại nhiều lần"),
        ("2.500", "2.600"),
    ):
        text = next(each for each in held if was in (each.text or ""))
        text.text = text.text.replace(was, now)
    word.save(str(path))


def test_december_the_joint_report_is_agreed_and_issued(year: Year, signed: Path) -> None:
    with year.on(date(YEAR, 12, 23)):
        with year.as_("our focal point") as desk:
            desk.open(year.held["joint report"])
            desk.press("Lập văn bản để thống nhất, trình ký")
            paper = desk.page.url
            desk.sees("2.600")
            desk.press("Gửi lấy ý kiến")
        agree(year, paper, edition=1)
    number(year, signed, paper, date(YEAR, 12, 25), "88/BC-BVHTTDL-BDTTG")
    with year.on(date(YEAR, 12, 25)), year.as_("our focal point") as desk:
        desk.open(year.held["joint report"])
        desk.sees("Đã gửi đúng hạn", "một đài chưa gửi số liệu")
    with year.on(date(YEAR, 12, 25)), year.as_("their focal point") as desk:
        desk.open(year.held["joint report"])
        desk.sees("Đã gửi đúng hạn")


def test_december_the_conference_its_conclusions_and_the_next_plan(
    year: Year, signed: Path
) -> None:
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
    number(year, signed, notice, day, "91/TB-TTCS", who="our focal point")
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
