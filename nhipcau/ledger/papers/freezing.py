"""An edition as text that can be hashed, and drawn again."""

from dataclasses import replace

from nhipcau.standards import nd30
from nhipcau.standards.nd30.document import Document


def freeze(document: Document) -> tuple[str, str]:
    """The text of an edition and its fingerprint; who signs is no part of what is agreed on."""
    words = replace(document, signatures=(), edition="", number="", issued_on=None)
    return nd30.to_json(words), nd30.fingerprint(words)


def thaw(text: str) -> Document:
    """The document of a frozen edition. Raises nd30.NotADocument."""
    return nd30.of_json(text)
