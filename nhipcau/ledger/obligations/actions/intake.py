"""Taking a file in: read, entered as a draft, proposals written down; all or nothing."""

from pathlib import Path

from django.core.files import File
from django.db import transaction

from nhipcau import reader
from nhipcau.base.audit import Actor
from nhipcau.ledger.programmes.actions import enter
from nhipcau.ledger.programmes.models import Programme

from .proposals import propose


@transaction.atomic
def take_in(path: Path, *, name: str, by: Actor | None, keep: bool = True) -> Programme:
    """Make a draft of a file, with what the reader proposes; `keep` keeps the file itself as well.

    Raises reader.Refused or NotEntered with a sentence; then nothing of the file is kept.
    """
    document = reader.read_file(path)
    text = text_of(path, document)
    with path.open("rb") as stream:
        file = File(stream, name=name) if keep else None
        programme = enter(document, text=text, file_name=name, by=by, file=file)
    propose(programme=programme, document=document, by=by)
    return programme


def text_of(path: Path, document: reader.Document) -> str:
    """The text as it stands in a text file; of other formats, the lines that were read."""
    if path.suffix.lower() == ".txt":
        return path.read_text(encoding="utf-8", errors="replace")
    return "\n".join(line.text for line in document.lines)
