"""The gate for XLSX: every sheet, hidden ones too, and the notes beside the cells."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from . import archives, identity, markup
from .composing import composed
from .concerns import Place
from .grids import Grid

MOST_CELLS = 300_000
BESIDE_THE_CELLS = re.compile(r"xl/(?:comments|threadedComments|drawings)[^/]*(?:/[^/]*)?\.xml")


def grids(content: IO[bytes]) -> Iterator[Grid]:
    """Each sheet as a table, its values as they were last reckoned."""
    content.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # about charts and styles that are not read
        workbook = load_workbook(content, read_only=True, data_only=True, keep_links=False)
        visited = 0
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()  # what the file says of its own size need not be so
            rows: list[list[str]] = []
            for row in sheet.iter_rows(values_only=True):
                visited += len(row) or 1
                if visited > MOST_CELLS:
                    raise _too_long()
                rows.append([_written(value) for value in row])
            yield Grid(rows, _places(sheet.title))


def notes(archive: zipfile.ZipFile) -> Iterator[tuple[str, Place]]:
    """Comments and the words in drawings: paragraphs that stand apart from the cells."""
    for name in archive.namelist():
        if BESIDE_THE_CELLS.fullmatch(name):
            for text in markup.words(archive.read(name)):
                yield text, Place(within=_("ghi chú, hình vẽ trong bảng tính"))


def _places(title: str) -> Any:
    within = _("trang tính “%s”") % identity.without_digits(composed(title))
    return lambda row, column: Place(
        cell=f"{get_column_letter(column + 1)}{row + 1}", within=within
    )


def _written(value: object) -> str:
    """A value as a person reads it in the cell: a whole number has no «.0»."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return composed(str(value)).strip()


def _too_long() -> archives.Refused:
    return archives.Refused(
        _("bảng tính có quá nhiều ô"),
        _("xóa các dòng, cột trống hoặc chia thành nhiều tệp rồi gửi"),
    )
