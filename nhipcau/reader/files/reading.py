"""The door to files: content in, a document tree or a sentence of refusal out.

The libraries of a format are loaded when a file of it comes: whoever only reads text, or only
shows trees, starts without them.
"""

import unicodedata
from pathlib import Path

from nhipcau.reader.files.language import refuse_language
from nhipcau.reader.files.plain import decode
from nhipcau.reader.files.scan import read_pages, recognise
from nhipcau.reader.files.sniff import refuse_size, sniff
from nhipcau.reader.reading import Source, read_source
from nhipcau.reader.tree import Document


def read_file(path: Path) -> Document:
    """Return the tree of the document in `path`: TXT, DOCX, PDF, HTML, or a scan where Tesseract
    is installed. Raises Refused with a Vietnamese sentence, and OSError as any file does."""
    refuse_size(path.stat().st_size, path.name)
    return read_bytes(path.read_bytes(), path.name)


def read_bytes(content: bytes, name: str) -> Document:
    """Return the tree of a document that is already in memory, as an upload is; `name` is its
    file name. Raises Refused with a Vietnamese sentence; nothing is kept by halves."""
    source = _source(content, name)
    refuse_language(unicodedata.normalize("NFC", source.text), name)
    return read_source(source)


def _source(content: bytes, name: str) -> Source:
    kind = sniff(content, name)
    if kind == "docx":
        from nhipcau.reader.files.docx import read_docx

        lines, pages = read_docx(content, name)
        return Source("\n".join(lines), name, furniture=tuple(pages))
    if kind == "html":
        from nhipcau.reader.files.html import read_html

        return Source("\n".join(read_html(content, name)), name)
    if kind == "pdf":
        return _pdf_source(content, name)
    if kind == "image":
        return Source("\n".join(recognise(content, name)), name, is_scan=True)
    return Source(decode(content, name), name)


def _pdf_source(content: bytes, name: str) -> Source:
    from nhipcau.reader.files.pdf import has_text, open_pdf, read_pdf

    document = open_pdf(content, name)
    try:
        lines, pages = read_pdf(document, name)
        if has_text(lines):
            return Source("\n".join(lines), name, furniture=tuple(pages))
        return Source("\n".join(read_pages(document, name)), name, is_scan=True)
    finally:
        document.close()
