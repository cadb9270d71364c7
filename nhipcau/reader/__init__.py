"""Reading Vietnamese administrative documents: plain Python, of use by itself."""

from nhipcau.reader.files.reading import read_bytes, read_file
from nhipcau.reader.json_form import as_json
from nhipcau.reader.reading import read_text
from nhipcau.reader.refusal import Refused
from nhipcau.reader.render import as_csv, as_tree, render
from nhipcau.reader.tree import (
    Abbreviation,
    Assignment,
    Citation,
    Document,
    Doubt,
    LegalBasis,
    Line,
    PartyMention,
    Provision,
    Signer,
    TimeMention,
)

__all__ = [
    "Abbreviation", "Assignment", "Citation", "Document", "Doubt", "LegalBasis", "Line",
    "PartyMention", "Provision", "Refused", "Signer", "TimeMention", "as_csv", "as_json", "as_tree",
    "read_bytes", "read_file", "read_text", "render",
]  # fmt: skip
