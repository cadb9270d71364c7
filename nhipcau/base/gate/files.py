"""The gate for files: what they are, whether they can be read within bounds, what stands in them."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import IO, Any

from django.core.files import File
from django.utils.translation import gettext as _

from . import archives, concerns, documents, marks, pages, spreadsheets, text
from .archives import Refused
from .composing import composed
from .concerns import Concern, Place
from .grids import Grid

MOST_BYTES = 50 * 1024 * 1024
MOST_CHARACTERS = 10 * 1024 * 1024
DELIMITERS = ",;\t|"

Reader = Callable[[IO[bytes]], Iterator[Concern]]


def examine_file(file: "Path | File[Any]", *, most_bytes: int = MOST_BYTES) -> list[Concern]:
    """What in a file may not enter; an unreadable file is itself a concern, with its sentence.

    TXT, CSV, DOCX, XLSX, HTML and the text of PDF are read; a scan is let in unread. Total: any bytes under any name are answered; an uploaded
    file is left at its beginning.
    """
    if isinstance(file, Path):
        with file.open("rb") as content:
            return _examined(file.name, file.stat().st_size, content, most_bytes)
    try:
        return _examined(file.name or "", file.size or 0, file, most_bytes)
    finally:
        file.seek(0)


def _examined(name: str, size: int, content: Any, most_bytes: int) -> list[Concern]:
    try:
        reader = _reader_of(name)
        if size > most_bytes:
            raise _too_large(most_bytes)
        content.seek(0)
        # In memory, so that what was measured is what is read.
        return text.first_of(reader(io.BytesIO(content.read(most_bytes + 1))))
    except Refused as refused:
        return [concerns.refused_file(refused.reason, refused.remedy)]
    except Exception:
        # Libraries that read files of strangers fail in ways that nobody lists; the file stays out.
        wrong = archives.wrong_inside()
        return [concerns.refused_file(wrong.reason, wrong.remedy)]


def _in_txt(content: IO[bytes]) -> Iterator[Concern]:
    yield from text.in_lines(composed(_decoded(content.read())))


def _in_csv(content: IO[bytes]) -> Iterator[Concern]:
    """The table, and the whole once more as a text: quotes may hide what a line shows."""
    decoded = composed(_decoded(content.read()))
    head = decoded[:4096]
    delimiter = max(DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(decoded, newline=""), delimiter=delimiter)
    rows, lines = [], []
    for row in reader:
        rows.append([cell.strip() for cell in row])
        lines.append(reader.line_num)
    yield from text.in_grid(
        Grid(rows, lambda row, column: Place(line=lines[row], column=column + 1))
    )


def _in_xlsx(content: IO[bytes]) -> Iterator[Concern]:
    archive = archives.opened(content, "xl/workbook.xml")
    for grid in spreadsheets.grids(content):
        yield from text.in_grid(grid)
    for words, place in spreadsheets.notes(archive):
        yield from text.in_paragraph(words, place, is_heading=False)


def _in_docx(content: IO[bytes]) -> Iterator[Concern]:
    roots = documents.roots(archives.opened(content, "word/document.xml"))
    for number, (words, place) in enumerate(documents.paragraphs(roots)):
        is_heading = number < marks.HEADING_LINES
        yield from text.in_paragraph(words, place, is_heading=is_heading)
    for grid in documents.grids(roots):
        yield from text.in_grid(grid)


def _in_pdf(content: IO[bytes]) -> Iterator[Concern]:
    for number, words in enumerate(pages.pdf(content.read()), start=1):
        yield from text.in_lines(words, within=_("trang %s") % number)


def _in_html(content: IO[bytes]) -> Iterator[Concern]:
    yield from text.in_lines(pages.html(_within_bounds(content.read())))


READERS: dict[str, Reader] = {
    ".txt": _in_txt,
    ".csv": _in_csv,
    ".xlsx": _in_xlsx,
    ".docx": _in_docx,
    ".pdf": _in_pdf,
    ".html": _in_html,
    ".htm": _in_html,
}
OLD = {".doc", ".xls"}
WITH_MACROS = {".docm", ".xlsm", ".dotm", ".xltm"}


def _reader_of(name: str) -> Reader:
    ending = PurePath(name).suffix.lower()
    if ending in OLD:
        raise archives.old_format()
    if ending in WITH_MACROS:
        raise archives.with_macros()
    if ending not in READERS:
        raise Refused(
            _("loại tệp “%s” không thuộc các loại được nhận") % _shown(ending),
            _("lưu lại thành một trong các loại: %s") % ", ".join(READERS),
        )
    return READERS[ending]


def _shown(ending: str) -> str:
    """An ending that a person would know; anything else in a name is not repeated."""
    return ending if ending[1:].isalpha() and len(ending) <= 10 else "…"


def _decoded(content: bytes) -> str:
    start = _within_bounds(content)[:2]
    encoding = "utf-16" if start in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    if encoding == "utf-8-sig" and b"\0" in content:
        raise archives.wrong_inside()
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(
            _("chữ trong tệp không ở bảng mã Unicode (UTF-8)"),
            _("lưu lại tệp với bảng mã UTF-8 rồi gửi"),
        ) from None


def _within_bounds(content: bytes) -> bytes:
    """A text that is read whole, after its length was looked at."""
    if len(content) > MOST_CHARACTERS:
        raise _too_large(MOST_CHARACTERS)
    return content


def _too_large(most_bytes: int) -> Refused:
    return Refused(
        _("dung lượng vượt quá %s MB") % (most_bytes // (1024 * 1024)),
        _("chia thành nhiều tệp nhỏ hơn rồi gửi"),
    )
