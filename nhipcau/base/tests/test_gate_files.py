"""What the gate says of files: their outside, and what stands in them."""

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.base.gate import Concern, Kind, Severity, examine_file, examine_text, spreadsheets
from nhipcau.base.gate.files import MOST_CHARACTERS, READERS

from .office_files import (
    LIST,
    archive,
    docx,
    locked_pdf,
    pdf,
    upload,
    with_password_flag,
    xlsx,
)

REPOSITORY = Path(__file__).parents[3]
CORPUS = REPOSITORY.parent / "shared" / "corpus"
PROGRAMME = REPOSITORY.parent / "shared" / "programme"

CARD = "001085012345"


def only(name: str, content: bytes) -> Concern:
    (concern,) = examine_file(upload(name, content))
    return concern


def reason(name: str, content: bytes) -> str:
    """Why a file as a whole stays out."""
    concern = only(name, content)
    assert (concern.kind, concern.severity) == (Kind.FILE, Severity.REFUSE)
    start, sep, rest = concern.sentence.partition("Tệp chưa được tiếp nhận: ")
    assert (start, bool(sep)) == ("", True)
    why, sep, remedy = rest.partition(". Đề nghị ")
    assert remedy.endswith("."), concern.sentence
    return why


def csv(rows: object = LIST, *, parted_by: str = ",") -> bytes:
    assert isinstance(rows, list)
    return "\n".join(parted_by.join(str(cell) for cell in row) for row in rows).encode()


def squeezed(row: Sequence[object]) -> str:
    """A row as the text of a PDF has it."""
    return " ".join(str(cell) for cell in row)


def html() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in LIST)
    return f"<!doctype html><h1>Danh sách</h1><table>{rows}</table>".encode()


# Every file gets an answer


@given(st.sampled_from([*READERS, ".exe", ""]), st.binary(max_size=400))
def test_any_bytes_under_any_name_get_an_answer(ending: str, content: bytes) -> None:
    for concern in examine_file(upload(f"tệp{ending}", content)):
        assert concern.sentence


@given(st.integers(0, 20_000), st.integers(0, 255), st.sampled_from([".xlsx", ".docx"]))
def test_a_damaged_file_gets_an_answer(at: int, byte: int, ending: str) -> None:
    whole = {".xlsx": SOUND_XLSX, ".docx": SOUND_DOCX}[ending]
    content = bytearray(whole)
    content[at % len(content)] = byte
    examine_file(upload(f"tệp{ending}", bytes(content)))
    examine_file(upload(f"tệp{ending}", whole[: at % len(whole)]))


SOUND_XLSX, SOUND_DOCX = xlsx([["Nhiệm vụ", "Hạn"], ["Tập huấn", "30/6"]]), docx("Kính gửi")


def test_sound_files_pass() -> None:
    assert examine_file(upload("kế hoạch.xlsx", SOUND_XLSX)) == []
    assert examine_file(upload("Công văn.DOCX", SOUND_DOCX)) == []
    assert examine_file(upload("ghi chú.txt", "Kính gửi đoàn".encode())) == []
    assert examine_file(upload("biểu.csv", b"a,b\n1,2\n")) == []
    assert examine_file(upload("rỗng.txt", b"")) == []
    assert examine_file(upload("công văn.pdf", pdf("Kính gửi", "Trân trọng"))) == []
    assert examine_file(upload("tin.html", "<p>Ủy ban Dân tộc</p>".encode())) == []


def test_a_file_is_left_at_its_beginning() -> None:
    file = upload("ghi chú.txt", b"Xin ch\xc3\xa0o")
    file.read()
    examine_file(file)
    assert file.read() == b"Xin ch\xc3\xa0o"


def test_a_path_is_read_like_an_upload(tmp_path: Path) -> None:
    path = tmp_path / "danh sách.csv"
    path.write_bytes(csv())
    (concern,) = examine_file(path)
    assert concern.kind is Kind.ETHNIC_COLUMN


# The outside


def test_an_ending_that_is_not_taken_is_named_with_those_that_are() -> None:
    assert only("tệp.exe", b"MZ").sentence == (
        "Tệp chưa được tiếp nhận: loại tệp “.exe” không thuộc các loại được nhận. "
        "Đề nghị lưu lại thành một trong các loại: .txt, .csv, .xlsx, .docx, "
        ".pdf, .html, .htm."
    )
    assert CARD[:4] not in only(f"tệp.{CARD}", b"").sentence


@pytest.mark.parametrize("name", ["tệp.xlsm", "tệp.docm"])
def test_macros_are_refused_by_the_ending(name: str) -> None:
    assert "macro" in reason(name, SOUND_XLSX)


def test_macros_are_refused_under_a_harmless_ending() -> None:
    content = archive({"xl/vbaProject.bin": b"\0"})
    assert "macro" in reason("tệp.xlsx", content)
    assert "macro" in reason("tệp.docx", content)


@pytest.mark.parametrize("name", ["tệp.doc", "tệp.xls"])
def test_old_formats_are_refused(name: str) -> None:
    assert "định dạng cũ" in reason(name, b"")


COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600


def test_a_locked_file_is_told_from_an_old_one() -> None:
    locked = COMPOUND + "EncryptedPackage".encode("utf-16-le") + COMPOUND
    assert "mật khẩu" in reason("tệp.xlsx", locked)
    assert "mật khẩu" in reason("tệp.docx", locked)
    assert "định dạng cũ" in reason("tệp.docx", COMPOUND)


def test_an_archive_with_encrypted_parts_is_refused() -> None:
    assert "mật khẩu" in reason("tệp.docx", with_password_flag(SOUND_DOCX))


def test_a_locked_pdf_is_refused() -> None:
    assert "mật khẩu" in reason("tệp.pdf", locked_pdf())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tệp.xlsx", SOUND_DOCX),
        ("tệp.docx", SOUND_XLSX),
        ("tệp.docx", b"Ch\xc3\xa0o"),
        ("tệp.txt", SOUND_DOCX),
        ("tệp.pdf", SOUND_DOCX),
        ("tệp.html", SOUND_DOCX),
        ("tệp.csv", SOUND_XLSX),
        ("tệp.xlsx", b""),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name: str, content: bytes) -> None:
    assert "không đúng loại tệp" in reason(name, content)


def test_an_archive_that_swells_is_refused_before_it_is_unpacked() -> None:
    started = perf_counter()
    assert "giải nén" in reason("tệp.docx", archive({"word/media/1": bytes(64 * 1024 * 1024)}))
    assert "giải nén" in reason("tệp.xlsx", archive({f"p{n}": b"" for n in range(5_001)}))
    assert perf_counter() - started < 5


def test_a_file_beyond_the_limit_is_refused_unread() -> None:
    (concern,) = examine_file(upload("tệp.txt", b"a" * 2_000_000), most_bytes=1024 * 1024)
    assert "vượt quá 1 MB" in concern.sentence


@pytest.mark.parametrize("name", ["tệp.txt", "tệp.csv", "tệp.html", "tệp.htm"])
def test_a_text_is_read_up_to_one_limit_in_every_format(name: str) -> None:
    assert "vượt quá 10 MB" in reason(name, b"<p>a</p>" * (MOST_CHARACTERS // 8 + 1))


def test_an_entity_that_names_another_file_or_itself_brings_nothing_in(tmp_path: Path) -> None:
    secret = tmp_path / "ngoài.txt"
    secret.write_text(CARD)
    evil = f'<!DOCTYPE d [<!ENTITY e SYSTEM "file://{secret}">]><d><p><t>&e;</t></p></d>'
    assert examine_file(upload("tệp.docx", archive({"word/document.xml": evil.encode()}))) == []
    laughs = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    evil = f'<!DOCTYPE d [<!ENTITY e0 "{CARD} ">{laughs}]><d><p><t>&e9;</t></p></d>'
    examine_file(upload("tệp.docx", archive({"word/document.xml": evil.encode()})))


def test_letters_of_an_old_code_page_are_refused() -> None:
    assert "UTF-8" in reason("tệp.txt", "Tiếng Việt".encode("utf-16") + b"\xd8")
    assert "UTF-8" in reason("tệp.csv", b"H\xe4 t\xean, D\xe2n t\xe9c")


def test_utf_16_as_spreadsheets_save_it_is_read() -> None:
    content = csv(parted_by="\t").decode().encode("utf-16")
    assert only("danh sách.csv", content).kind is Kind.ETHNIC_COLUMN


# The inside


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.txt", csv(parted_by="\t"), "dòng 1, cột 3"),
        ("a.csv", csv(), "dòng 1, cột 3"),
        ("a.csv", csv(parted_by=";"), "dòng 1, cột 3"),
        ("a.csv", b'"Danh s\xc3\xa1ch\n2025",,\n' + csv(), "dòng 3, cột 3"),
        ("a.xlsx", xlsx(LIST), "trang tính “Danh sách”, ô C1"),
        ("a.xlsx", xlsx([[], ["DANH SÁCH"], *LIST]), "trang tính “Danh sách”, ô C3"),
        ("a.xlsx", xlsx(LIST, hidden=True), "trang tính “Danh sách”, ô C1"),
        ("a.docx", docx("Kính gửi", rows=LIST), "bảng 1, dòng 1, cột 3"),
        ("a.html", html(), "dòng 2, cột 3"),
        ("a.pdf", pdf("Kính gửi", "\n".join(map(squeezed, LIST))), "trang 2, dòng 1"),
    ],
)
def test_a_list_of_persons_by_ethnic_origin_is_found(name: str, content: bytes, place: str) -> None:
    concern = only(name, content)
    assert (concern.kind, concern.severity) == (Kind.ETHNIC_COLUMN, Severity.REFUSE)
    assert str(concern.place) == place


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.txt", f"Gửi:\nÔng {CARD}".encode(), "dòng 2, cột 5"),
        ("a.csv", f"Tên,Số\nA,{CARD}".encode(), "dòng 2, cột 2"),
        ("a.xlsx", xlsx([["Tên", "Số"], ["A", CARD]]), "trang tính “Danh sách”, ô B2"),
        ("a.xlsx", xlsx([["Tên", "CCCD"], ["A", int(CARD)]]), "trang tính “Danh sách”, ô B2"),
        ("a.xlsx", xlsx([["Số CMND", 123456789.0]]), "trang tính “Danh sách”, ô B1"),
        ("a.xlsx", xlsx([["A"]], note=CARD), "ghi chú, hình vẽ trong bảng tính"),
        ("a.docx", docx("Gửi", f"Ông {CARD}"), "đoạn thứ 2"),
        ("a.docx", docx(rows=[["Tên", "Số"], ["A", CARD]]), "bảng 1, dòng 2, cột 2"),
        ("a.docx", docx("Gửi", footer=CARD), "đoạn thứ 2"),
        ("a.pdf", pdf("Kính gửi", f"Gửi:\nÔng {CARD}"), "trang 2, dòng 2, cột 5"),
        ("a.html", f"<p>Gửi</p><p>Ông {CARD}</p>".encode(), "dòng 2, cột 5"),
    ],
)
def test_an_identity_number_is_found_and_not_repeated(
    name: str, content: bytes, place: str
) -> None:
    concern = only(name, content)
    assert concern.kind is Kind.IDENTITY_NUMBER
    assert str(concern.place) == place
    assert CARD not in concern.sentence


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "BỘ A\nTỐI MẬT".encode()),
        ("a.csv", "Số,Trích yếu,Độ mật\n1,x,Mật".encode()),
        ("a.xlsx", xlsx([["BỘ A", "MẬT"]])),
        ("a.docx", docx("BỘ A", "MẬT")),
        ("a.pdf", pdf("BỘ A\nTỐI MẬT\nBáo cáo")),
        ("a.docx", docx("Kính gửi", rows=[["BỘ A\nTỐI MẬT", "CỘNG HOÀ"]])),
        ("a.docx", docx("Kính gửi", footer="TUYỆT MẬT")),
    ],
)
def test_a_mark_of_secrecy_is_found(name: str, content: bytes) -> None:
    assert only(name, content).kind is Kind.SECRET_MARK


def test_a_number_in_the_name_of_a_sheet_is_not_repeated() -> None:
    concern = only("a.xlsx", xlsx(LIST, title=CARD))
    assert CARD not in concern.sentence


def test_a_sheet_of_too_many_cells_is_refused_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spreadsheets, "MOST_CELLS", 1_000)
    assert examine_file(upload("a.xlsx", xlsx([["x"] * 100] * 10))) == []
    assert "quá nhiều ô" in reason("a.xlsx", xlsx([["x"] * 100] * 11))
    assert "quá nhiều ô" in reason("a.xlsx", xlsx([[None] * 2_000 + ["x"]]))


# What officers really write


def texts() -> list[Path]:
    return sorted(CORPUS.glob("txt/*.txt")) + sorted(PROGRAMME.glob("*.txt"))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of published documents is not here")
def test_published_documents_pass() -> None:
    assert len(texts()) >= 62
    for path in texts():
        assert examine_text(path.read_text()) == [], path.name
        assert examine_file(path) == [], path.name


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of published documents is not here")
def test_published_files_pass() -> None:
    files = sorted(CORPUS.glob("docx/*.docx"))
    assert files
    for path in files:
        assert [each.sentence for each in examine_file(path) if each.refuses] == [], path.name
