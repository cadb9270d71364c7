"""October to December: estimated, reported, returned, gathered, to Word and back, agreed and issued."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import docx
from docx.oxml.ns import qn

from .steps import agree, number
from .world import YEAR, Desk, Year

OFFICE = shutil.which("soffice")


def the_unit_estimates_its_year(year: Year) -> None:
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


def a_report_is_sent_returned_sent_and_gathered(year: Year) -> None:
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


def the_other_sides_unit_reports_without_script(year: Year) -> None:
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


def both_sides_send_theirs_for_the_joint_one(year: Year) -> None:
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


def the_joint_report_goes_to_word_and_back(year: Year) -> None:
    with year.on(date(YEAR, 12, 22)), year.as_("our officer") as desk:
        desk.open(year.held["joint report"])
        with desk.page.expect_download() as coming:
            desk.page.get_by_role("link", name="Tải về (Word)", exact=True).click()
        file = year.folder / "bao-cao.docx"
        coming.value.save_as(file)
        leader_rewrites(file)
        saved_anew(file)
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


def saved_anew(path: Path) -> None:
    """What a word processor makes of the file when it saves it; where there is none, as it is."""
    if not OFFICE:
        return
    profile = f"-env:UserInstallation={(path.parent / 'office').as_uri()}"
    save = [OFFICE, profile, "--headless", "--convert-to", "docx", "--outdir"]
    folder = path.parent / "saved"
    subprocess.run([*save, str(folder), str(path)], check=True, capture_output=True, timeout=240)
    (folder / path.name).replace(path)


def the_joint_report_is_agreed_and_issued(year: Year) -> None:
    with year.on(date(YEAR, 12, 23)):
        with year.as_("our focal point") as desk:
            desk.open(year.held["joint report"])
            desk.press("Lập văn bản để thống nhất, trình ký")
            paper = desk.page.url
            # The annexes say what the sentence says: both numbers, with the reason.
            tables = desk.page.locator("main td")
            assert tables.get_by_text("2.600", exact=True).count() >= 2
            assert tables.get_by_text("một đài chưa gửi số liệu").count() == 1
            desk.sees("Bộ Văn hóa, Thể thao và Du lịch và Bộ Dân tộc và Tôn giáo báo cáo kết quả")
            desk.press("Gửi lấy ý kiến")
        agree(year, paper, edition=1)
    number(year, paper, date(YEAR, 12, 25), "88/BC-BVHTTDL-BDTTG")
    with year.on(date(YEAR, 12, 25)), year.as_("our focal point") as desk:
        desk.open(year.held["joint report"])
        desk.sees("Đã gửi đúng hạn", "một đài chưa gửi số liệu")
    with year.on(date(YEAR, 12, 25)), year.as_("their focal point") as desk:
        desk.open(year.held["joint report"])
        desk.sees("Đã gửi đúng hạn")
