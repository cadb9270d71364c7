"""Word goes out and comes back: changed words, changed numbers, and what was done by hand."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from nhipcau.standards.nd30 import Problem, Returned, fingerprint, read_back, to_docx
from nhipcau.standards.nd30.document import Document, Heading, Prose, Table
from nhipcau.standards.nd30.docx.xml import Xml, bookmark_name, key_of_bookmark
from nhipcau.standards.nd30.tests.examples import ALL, DECISION, JOINT_PLAN, LETTER, REPORT

OFFICE = shutil.which("soffice")


def words_of(document: Document) -> dict[str, str]:
    blocks = [*document.blocks, *(each for annex in document.annexes for each in annex.blocks)]
    return {each.key: each.text for each in blocks if isinstance(each, Prose) and each.key}


def numbers_of(document: Document) -> dict[str, str]:
    blocks = [*document.blocks, *(each for annex in document.annexes for each in annex.blocks)]
    tables = [each for each in blocks if isinstance(each, Table)]
    cells = [cell for table in tables for row in table.rows for cell in row]
    return {cell.key: cell.text for cell in cells if cell.key}


def control(word: WordDocument, key: str) -> Xml:
    """The content control of `key`."""
    tags = word.element.body.iter(qn("w:tag"))
    tag = next(each for each in tags if each.get(qn("w:val")) == key)
    ancestors: Iterator[Xml] = tag.iterancestors(qn("w:sdt"))
    return next(ancestors)


def line(word: WordDocument, start: str) -> Paragraph:
    """The paragraph of the text that begins with `start`, words under control included."""
    return next(
        each
        for each in word.paragraphs
        if "".join(words.text or "" for words in each._p.iter(qn("w:t"))).startswith(start)
    )


def remove(element: Xml) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def write(word: WordDocument, key: str, text: str) -> None:
    """Type `text` over what stands in a control."""
    texts = list(control(word, key).iter(qn("w:t")))
    texts[0].text = text
    for each in texts[1:]:
        each.text = ""


def edited(document: Document, *edits: Callable[[WordDocument], object]) -> Returned:
    word = docx.Document(BytesIO(to_docx(document)))
    for edit in edits:
        edit(word)
    saved = BytesIO()
    word.save(saved)
    return read_back(saved.getvalue(), document)


def after(word: WordDocument, start: str, text: str) -> None:
    """Type a new paragraph below the one that begins with `start`."""
    place = line(word, start)
    new = deepcopy(place._p)
    for child in list(new):
        if child.tag != qn("w:pPr"):
            new.remove(child)
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.text = text
    run.append(words)
    new.append(run)
    place._p.addnext(new)


@pytest.mark.parametrize("name", ALL)
def test_what_nobody_touched_comes_back_as_it_went(name: str) -> None:
    document = ALL[name]
    back = read_back(to_docx(document), document)
    assert back == Returned(words_of(document), numbers_of(document), (), fingerprint(document))
    assert list(back.prose) == list(words_of(document))


def test_without_the_document_the_file_tells_its_keys_itself() -> None:
    back = read_back(to_docx(REPORT))
    assert back.prose == words_of(REPORT)
    assert back.numbers == numbers_of(REPORT)


def test_changed_words_and_numbers_come_back_under_their_keys() -> None:
    back = edited(
        REPORT,
        lambda word: write(word, "results", "Đã tổ chức 12 lớp."),
        lambda word: write(word, "done.2", "15"),
    )
    assert back.prose["results"] == "Đã tổ chức 12 lớp."
    assert back.numbers["done.2"] == "15"
    assert back.problems == ()


def test_a_new_paragraph_belongs_to_the_key_before_it() -> None:
    back = edited(LETTER, lambda word: after(word, "Phối hợp tổ chức", "Một ý mới."))
    assert back.prose["reason"].endswith("\nMột ý mới.")
    assert back.problems == ()


def test_words_typed_beside_a_control_belong_to_it() -> None:
    def beside(word: WordDocument) -> None:
        run, words = OxmlElement("w:r"), OxmlElement("w:t")
        words.text = " Thêm một câu."
        run.append(words)
        control(word, "ask.1").addnext(run)

    back = edited(LETTER, beside)
    assert back.prose["ask.1"] == words_of(LETTER)["ask.1"] + " Thêm một câu."


def test_a_paragraph_below_a_heading_is_shown_with_its_words() -> None:
    back = edited(JOINT_PLAN, lambda word: after(word, "II. NHIỆM VỤ", "Lời dẫn mới."))
    assert [(each.problem, each.text) for each in back.problems] == [
        (Problem.TEXT_WITHOUT_KEY, "Lời dẫn mới.")
    ]


def test_a_reworded_fixed_line_is_shown_with_both_wordings() -> None:
    def reword(word: WordDocument) -> None:
        line(word, "III. TỔ CHỨC THỰC HIỆN").runs[0].text = "III. TỔ CHỨC"

    back = edited(JOINT_PLAN, reword)
    assert {(each.problem, each.text) for each in back.problems} == {
        (Problem.TEXT_WITHOUT_KEY, "III. TỔ CHỨC"),
        (Problem.LINE_LOST, "III. TỔ CHỨC THỰC HIỆN"),
    }


def test_a_control_that_was_taken_out_is_missed() -> None:
    def unwrap(word: WordDocument) -> None:
        remove(line(word, "Nhiệm vụ rõ người")._p)

    back = edited(JOINT_PLAN, unwrap)
    assert [(each.problem, each.key) for each in back.problems] == [
        (Problem.PROSE_LOST, "purpose.2")
    ]


def test_a_row_that_was_taken_out_is_missed_number_by_number() -> None:
    back = edited(REPORT, lambda word: word.tables[1]._tbl.remove(word.tables[1].rows[2]._tr))
    lost = [each for each in back.problems if each.problem is Problem.NUMBER_LOST]
    assert [(each.position, each.key) for each in lost] == [
        (1, "plan.2"), (1, "done.2"), (1, "share.2"),
    ]  # fmt: skip


def rebuild(word: WordDocument) -> None:
    old = word.tables[1]
    new = word.add_table(rows=2, cols=5)
    old._tbl.addnext(new._tbl)
    remove(old._tbl)
    new.cell(1, 3).text = "99"


def test_a_table_rebuilt_by_hand_is_seen() -> None:
    back = edited(REPORT, rebuild)
    assert (Problem.TABLE_REBUILT, 1) in [(each.problem, each.position) for each in back.problems]
    assert "99" in [each.text for each in back.problems]
    assert back.numbers == {}


def test_a_table_that_is_gone_is_seen() -> None:
    back = edited(REPORT, lambda word: remove(word.tables[1]._tbl))
    assert Problem.TABLE_LOST in [each.problem for each in back.problems]


def test_a_row_copied_with_its_controls_counts_once() -> None:
    def copy(word: WordDocument) -> None:
        row = word.tables[1].rows[1]._tr
        row.addnext(deepcopy(row))

    back = edited(REPORT, copy)
    twice = [each for each in back.problems if each.problem is Problem.KEY_TWICE]
    assert [each.key for each in twice] == ["plan.1", "done.1", "share.1"]
    assert back.numbers == numbers_of(REPORT)


def test_a_control_of_another_document_is_not_taken_in() -> None:
    back = read_back(to_docx(LETTER), DECISION)
    assert Problem.KEY_UNKNOWN in [each.problem for each in back.problems]
    assert back.prose == {}


def test_tracked_changes_count_as_accepted() -> None:
    def track(word: WordDocument) -> None:
        run = next(control(word, "reason").iter(qn("w:r")))
        gone, come = OxmlElement("w:del"), OxmlElement("w:ins")
        run.addprevious(gone)
        gone.append(run)
        for each in run.iter(qn("w:t")):
            each.tag = qn("w:delText")
        new, words = OxmlElement("w:r"), OxmlElement("w:t")
        words.text = "Câu thay thế."
        new.append(words)
        come.append(new)
        gone.addnext(come)

    assert edited(LETTER, track).prose["reason"] == "Câu thay thế."


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    def join(word: WordDocument) -> None:
        mark = OxmlElement("w:rPr")
        mark.append(OxmlElement("w:del"))
        properties = line(word, "1. Gửi báo cáo")._p.pPr
        assert properties is not None
        properties.append(mark)

    back = edited(LETTER, join)
    assert back.prose["ask.1"] == words_of(LETTER)["ask.1"]
    assert back.prose["ask.1.a"] == words_of(LETTER)["ask.1.a"]


def test_an_emptied_control_is_empty_not_its_prompt() -> None:
    def empty(word: WordDocument) -> None:
        found = control(word, "reason")
        write(word, "reason", "Bấm hoặc gõ vào đây để nhập văn bản.")
        found.find(qn("w:sdtPr")).append(OxmlElement("w:showingPlcHdr"))  # type: ignore[union-attr]

    assert edited(LETTER, empty).prose["reason"] == ""


def test_a_control_that_grew_over_two_paragraphs_keeps_both() -> None:
    def grow(word: WordDocument) -> None:
        inline = control(word, "reason")
        first = line(word, "Phối hợp tổ chức")._p
        block = deepcopy(inline)
        content = block.find(qn("w:sdtContent"))
        assert content is not None
        runs = list(content)
        first.addnext(block)
        for run in runs:
            content.remove(run)
        content.append(first)
        first.replace(inline, runs[0])
        second = deepcopy(first)
        next(second.iter(qn("w:t"))).text = "Đoạn hai."
        content.append(second)

    assert edited(LETTER, grow).prose["reason"] == words_of(LETTER)["reason"] + "\nĐoạn hai."


@pytest.mark.parametrize("key", ["reason", "ask.1", "task.40.money", "điểm_đ", "a-b c/d", "_41_"])
def test_a_bookmark_says_its_key(key: str) -> None:
    name = bookmark_name(key)
    assert name.replace("_", "").isalnum()
    assert len(name) <= 40
    assert key_of_bookmark(name) == (key if len(key) < 16 else "")


@pytest.mark.machine
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_file_saved_by_libreoffice_comes_back_whole(tmp_path: Path) -> None:
    names = ["joint-plan", "letter", "decision", "report"]
    for name in names:
        (tmp_path / f"{name}.docx").write_bytes(to_docx(ALL[name]))
    subprocess.run(
        [
            str(OFFICE), f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless",
            "--convert-to", "docx", "--outdir", str(tmp_path / "saved"),
            *(str(tmp_path / f"{name}.docx") for name in names),
        ],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    for name in names:
        back = read_back((tmp_path / "saved" / f"{name}.docx").read_bytes(), ALL[name])
        assert back.prose == words_of(ALL[name])
        assert back.numbers == numbers_of(ALL[name])
        assert back.problems == ()
        assert back.fingerprint == fingerprint(ALL[name])


def test_a_heading_alone_needs_no_words() -> None:
    document = Document(LETTER.issuers, "a", blocks=(Heading(DECISION.blocks[0].level, "1", ""),))  # type: ignore[union-attr]
    assert read_back(to_docx(document), document).problems == ()
