"""Reading Vietnamese administrative documents: plain Python, of use by itself."""

from pathlib import Path

from nhipcau.reader.reading import read_text
from nhipcau.reader.refusal import Refused
from nhipcau.reader.render import as_json, as_tree, render
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
    "PartyMention", "Provision", "Refused", "Signer", "TimeMention", "as_json", "as_tree",
    "read_file", "read_text", "render",
]  # fmt: skip


def read_file(path: Path) -> Document:
    """Return the tree of the document in `path`. Raises Refused with a Vietnamese sentence."""
    return read_text(path.read_text(encoding="utf-8-sig"), path.name)
