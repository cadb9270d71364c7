"""Files that may harm are refused with a reason, before anything in them is read."""

import zipfile
from io import BytesIO

import pytest

from nhipcau.standards.nd30 import NotTaken, Why, read_back, to_docx
from nhipcau.standards.nd30.tests.examples import LETTER


def with_part(name: str, content: str | bytes) -> bytes:
    """The letter's file with one part put in or replaced."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(to_docx(LETTER))) as source, zipfile.ZipFile(made, "w") as target:
        for each in source.namelist():
            if each != name:
                target.writestr(each, source.read(each))
        target.writestr(name, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
MACRO_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
    'PartName="/word/document.xml" ContentType='
    '"application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)


def archive(name: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        target.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Why.NOT_DOCX),
        (b"%PDF-1.7", Why.NOT_DOCX),
        (archive("a.txt"), Why.NOT_DOCX),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Why.OLD_OR_LOCKED),
        (with_part("word/media/x.bin", bytes(200 * 1024 * 1024)), Why.TOO_LARGE),
        (with_part("word/vbaProject.bin", b"x"), Why.MACROS),
        (with_part("[Content_Types].xml", MACRO_TYPES), Why.MACROS),
        (with_part("word/document.xml", BOMB), Why.ENTITIES),
        (with_part("customXml/item1.xml", BOMB), Why.ENTITIES),
        (with_part("word/document.xml", '<!DOCTYPE x SYSTEM "http://x/"><x/>'), Why.ENTITIES),
        (with_part("word/document.xml", "<w:document"), Why.BROKEN),
        (with_part("word/document.xml", "<a/>"), Why.BROKEN),
        (to_docx(LETTER)[:-200], Why.NOT_DOCX),
    ],
    ids=lambda each: each.value if isinstance(each, Why) else "",
)  # fmt: skip
def test_a_file_that_may_harm_is_refused_with_its_reason(content: bytes, why: Why) -> None:
    with pytest.raises(NotTaken) as refused:
        read_back(content)
    assert refused.value.why is why
