"""One document gives one tree, whatever format it comes in."""

import unicodedata
from collections.abc import Callable

import pytest

from nhipcau.reader import Document, as_json, read_bytes, read_text
from nhipcau.reader.tests import formats
from nhipcau.reader.tests.example import PLAN
from nhipcau.reader.tests.shared import SHARED, needs_shared

WRITERS = [
    pytest.param(formats.as_docx, "vi-du.docx", id="docx with automatic numbering"),
    pytest.param(formats.as_html, "vi-du.html", id="html"),
    pytest.param(formats.as_wrapped_text, "vi-du.txt", id="hard-wrapped text"),
    pytest.param(formats.as_pdf, "vi-du.pdf", id="pdf"),
]


@pytest.mark.parametrize(("write", "name"), WRITERS)
def test_every_format_gives_the_tree_of_the_plain_text(
    write: Callable[[str], bytes], name: str
) -> None:
    expected = formats.without_lines(read_text(PLAN))
    assert formats.without_lines(read_bytes(write(PLAN), name)) == expected


@needs_shared
@pytest.mark.parametrize(("write", "name"), WRITERS)
def test_every_format_gives_the_tree_of_programme_922(
    write: Callable[[str], bytes], name: str
) -> None:
    text = (SHARED / "programme/922-CTPH-BTTTT-UBDT.txt").read_text(encoding="utf-8")
    expected = formats.without_lines(read_text(text))
    assert formats.without_lines(read_bytes(write(text), name)) == expected


def test_decomposed_letters_give_the_same_tree() -> None:
    assert read_text(unicodedata.normalize("NFD", PLAN)) == read_text(PLAN)


def shape(document: Document) -> list[tuple[str, str]]:
    """Who has which part where, without how the name is spelt."""
    return [
        (one["node"], mention["part"])
        for one in as_json(document)["assignments"]
        for mention in one["mentions"]
    ]


def test_both_places_of_the_tone_mark_give_the_same_tree() -> None:
    # uỷ, hoà, thuý beside ủy, hòa, thúy: the words as written differ, what is read does not.
    old = PLAN.replace("tủ sách", "tuỷ sách").replace("tỉnh phối", "tỉnh Hoà phối")
    new = PLAN.replace("tủ sách", "tủy sách").replace("tỉnh phối", "tỉnh Hòa phối")
    other = old.replace("Ủy ban", "Uỷ ban").replace("ỦY BAN", "UỶ BAN")
    first, second = as_json(read_text(other)), as_json(read_text(new))
    assert [row["id"] for row in first["outline"]] == [row["id"] for row in second["outline"]]
    assert first["legal_bases"] == second["legal_bases"]
    assert shape(read_text(other)) == shape(read_text(new))
    assert read_text(other).issuers == ("Bộ Ví dụ", "Uỷ ban Miền núi")


def test_utf16_and_a_byte_order_mark_are_read() -> None:
    expected = read_text(PLAN, "a.txt")
    assert read_bytes(PLAN.encode("utf-16"), "a.txt") == expected
    assert read_bytes(PLAN.encode("utf-8-sig"), "a.txt") == expected
