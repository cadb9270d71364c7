"""The gate for PDF with text and for HTML: the lines that a reader of the page sees."""

from collections.abc import Iterator

import pypdfium2 as pdfium
from django.utils.translation import gettext as _

from nhipcau.reader.files.html import read_html

from .archives import Refused, locked
from .composing import composed

MOST_PAGES = 2_000


def pdf(content: bytes) -> Iterator[str]:
    """The text of each page; nothing for a page that is a picture."""
    document = _opened(content)
    try:
        if len(document) > MOST_PAGES:
            raise Refused(_("tệp có quá %s trang") % MOST_PAGES, _("chia thành nhiều tệp rồi gửi"))
        for page in document:
            words = page.get_textpage()
            yield composed(words.get_text_range())
            words.close()
            page.close()
    finally:
        document.close()


def html(content: bytes) -> str:
    """The lines of a page, a row of a table in one line."""
    return composed("\n".join(read_html(content, "")))


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise locked() from error
        raise
