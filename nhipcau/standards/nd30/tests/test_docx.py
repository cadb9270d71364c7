"""What the Word file has beside its looks: fields, controls, links, properties, the same bytes."""

import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nhipcau.standards.nd30 import fingerprint, to_docx
from nhipcau.standards.nd30.document import Cell, Document, Issuer, Prose, Signature, Table
from nhipcau.standards.nd30.tests.examples import JOINT_PLAN, LETTER, REPORT


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


PLAN = parts(to_docx(JOINT_PLAN))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert to_docx(LETTER) == to_docx(LETTER)


def test_a_joint_head_names_both_and_two_signatures_stand_side_by_side() -> None:
    word = docx.Document(BytesIO(to_docx(JOINT_PLAN)))
    head, signing = word.tables[0], word.tables[1]
    assert [line.text for line in head.cell(0, 0).paragraphs if line.text] == [
        "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH\N{NO-BREAK SPACE}-", "BỘ DÂN TỘC VÀ TÔN GIÁO",
    ]  # fmt: skip
    assert [cell.text.strip() for cell in signing.rows[0].cells] == [
        "BỘ DÂN TỘC VÀ TÔN GIÁO", "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
    ]  # fmt: skip
    assert [cell.text for cell in signing.rows[1].cells] == ["KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG"] * 2


def test_the_wide_annex_lies_across_and_counts_for_itself() -> None:
    sections = docx.Document(BytesIO(to_docx(JOINT_PLAN))).sections
    across = [section.orientation is WD_ORIENT.LANDSCAPE for section in sections]
    assert across == [False, True, False]
    assert PLAN["word/document.xml"].count('<w:pgNumType w:start="1"/>') == 3


def test_the_marks_of_a_draft_stand_in_head_and_foot() -> None:
    assert "VÍ DỤ MINH HỌA" in PLAN["word/header1.xml"]
    assert "Bản 3, mã kiểm tra 4f1c09ab" in PLAN["word/footer4.xml"]
    issued = parts(to_docx(replace(JOINT_PLAN, number="5", is_example=False)))
    assert not any("Bản 3" in text or "VÍ DỤ" in text for text in issued.values())


def test_the_properties_name_the_document_and_nobody_else() -> None:
    about = docx.Document(BytesIO(to_docx(REPORT))).core_properties
    assert about.title.startswith("BÁO CÁO Kết quả thực hiện")
    assert about.author == "Sở Dân tộc và Tôn giáo"
    assert (about.comments, about.last_modified_by, about.language) == ("", "", "vi-VN")
    assert about.identifier == fingerprint(REPORT)


def test_a_web_address_becomes_a_link_and_nothing_else_does() -> None:
    links = parts(to_docx(REPORT))["word/_rels/document.xml.rels"]
    assert 'Target="https://nhipcau.example/bao-cao/1"' in links
    hostile = replace(REPORT, blocks=(Prose("a", link="javascript:alert(1)"),))
    assert "javascript" not in "".join(parts(to_docx(hostile)).values())


def test_the_last_paragraph_stays_with_the_signature() -> None:
    word = docx.Document(BytesIO(to_docx(LETTER)))
    last = next(each for each in word.paragraphs if each.text == "Trân trọng./.")
    assert last.paragraph_format.keep_with_next


@pytest.mark.parametrize("key", ["x" * 65, "dòng\x00"])
def test_a_key_that_no_control_can_carry_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="no tag"):
        to_docx(Document((Issuer("A"),), "b", blocks=(Prose("c", key=key),)))


def test_a_key_that_is_there_twice_is_refused() -> None:
    twice = (Prose("a", key="k"), Prose("b", key="k"))
    with pytest.raises(ValueError, match="twice"):
        to_docx(Document((Issuer("A"),), "b", blocks=twice))


@pytest.mark.parametrize(
    "table",
    [
        Table((), ()),
        Table(("a", "b"), ((Cell("1"),),)),
        Table(("a",), ((Cell("1"),),), widths=(1, 2)),
        Table(("a",), ((Cell("1"),),), widths=(0,)),
    ],
)
def test_a_table_with_rows_of_another_length_is_refused(table: Table) -> None:
    with pytest.raises(ValueError, match="table"):
        to_docx(Document((Issuer("A"),), "b", blocks=(table,)))


ANY = st.text(max_size=12)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(ANY, ANY, ANY)
def test_any_text_makes_a_file_that_opens(subject: str, words: str, name: str) -> None:
    document = Document(
        (Issuer(name),),
        subject,
        type_name=name,
        blocks=(Prose(words, key="k"), Table((words,), ((Cell(name, key="n"),),))),
        signatures=(Signature((name,), words),),
        contact=words,
        edition=name,
    )
    docx.Document(BytesIO(to_docx(document)))
