"""Documents in the layout of Decree 30/2020/NĐ-CP, out as DOCX and PDF, and DOCX back in."""

from nhipcau.standards.nd30.back import Found, Problem, Returned, read_back
from nhipcau.standards.nd30.check import faults
from nhipcau.standards.nd30.docx import to_docx
from nhipcau.standards.nd30.json_form import NotADocument, fingerprint, of_json, to_json
from nhipcau.standards.nd30.package import NotTaken, Why
from nhipcau.standards.nd30.pdf import to_pdf

__all__ = [
    "Found",
    "NotADocument",
    "NotTaken",
    "Problem",
    "Returned",
    "Why",
    "faults",
    "fingerprint",
    "of_json",
    "read_back",
    "to_docx",
    "to_json",
    "to_pdf",
]
