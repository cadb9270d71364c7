"""The PDF says what the Word file says; no text of a document is ever a command."""

import re
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nhipcau.standards.nd30 import to_pdf
from nhipcau.standards.nd30.document import Cell, Document, Heading, Issuer, Level, Prose, Table
from nhipcau.standards.nd30.tests.examples import ALL, INVITATION, JOINT_PLAN


def pages(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as pdf:
        read = []
        for page in pdf:
            text = page.get_textpage()
            read.append(text.get_text_range())
            text.close()
            page.close()
        return read


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", ALL)
def test_every_kind_of_document_is_set_as_an_archival_file(name: str) -> None:
    made = to_pdf(ALL[name])
    assert b"pdfaid:part>2<" in made
    text = words(" ".join(pages(made)))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "./." in text


def test_each_part_counts_its_own_pages_and_hides_the_first() -> None:
    shown = [re.match(r"\d+(?=\s)", page.strip()) for page in pages(to_pdf(JOINT_PLAN))]
    numbers = [found[0] if found else "" for found in shown]
    assert numbers[:4] == ["", "2", "", "2"]
    assert numbers[-1] == ""


def test_the_same_document_gives_the_same_file() -> None:
    assert to_pdf(INVITATION) == to_pdf(INVITATION)


HOSTILE = [
    '#panic("x")', "#import \"@preview/x:1.0.0\"", '#read("/etc/passwd")', "$x$", "*đậm*", "_n_",
    "\\u{41}", "= Tiêu đề", "- a", "@ai", "<nhãn>", "`mã`", "//chú", "/* chú */", "[x](y)", '"',
    "#", "]", "}", "${", "~", "---", "'",
]  # fmt: skip


def hostile(text: str) -> Document:
    return Document(
        (Issuer("A"),),
        "b",
        type_name="Báo cáo",
        addressees=(text,),
        bases=(text,),
        blocks=(
            Heading(Level.CLAUSE, "1", text),
            Table(("x", text), ((Cell(text), Cell("1")),)),
            Prose(text),
            Prose("Hết."),
        ),
        contact=text,
    )


def test_commands_are_shown_as_they_are_written() -> None:
    text = words(" ".join(pages(to_pdf(hostile("  ".join(HOSTILE))))))
    assert text.count("#panic(") >= 5
    for each in HOSTILE:
        assert each in text.replace("\N{NO-BREAK SPACE}", " "), each


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(st.sampled_from([*HOSTILE, "a", " ", "\n"]), max_size=8).map("".join)
    | st.text(max_size=12)
)
def test_no_text_stops_the_setting(text: str) -> None:
    assert to_pdf(hostile(text)).startswith(b"%PDF")


def test_a_letter_that_no_font_has_gives_a_plain_file() -> None:
    made = to_pdf(replace(INVITATION, place="\ue000"))
    assert made.startswith(b"%PDF")
    assert b"pdfaid:part" not in made
