"""Taking a file in: read, entered as a draft, proposals written down; all or nothing."""

from collections.abc import Callable
from pathlib import Path

from django.core.files import File
from django.db import transaction

from nhipcau import reader
from nhipcau.base.audit import Actor
from nhipcau.ledger.programmes.actions import enter
from nhipcau.ledger.programmes.models import Programme
from nhipcau.reader.files.plain import decode

from .proposals import propose

Check = Callable[[str], object]


@transaction.atomic
def take_in(
    path: Path, *, name: str, by: Actor | None, check: Check = lambda words: None
) -> Programme:
    """Make a draft of a file that a person handed in, with what the reader proposes.

    `check` hears the words that were read, which are not always those that a look at the file
    showed (a scan, letters in disguise), and may raise. Raises reader.Refused or NotEntered with a
    sentence as well; then nothing of the file is kept.
    """
    document = reader.read_file(path)
    text = text_of(path, document)
    check("\n".join([text, *(line.text for line in document.lines)]))
    with path.open("rb") as stream:
        programme = enter(document, text=text, file_name=name, by=by, file=File(stream, name=name))
    propose(programme=programme, document=document, by=by)
    return programme


def text_of(path: Path, document: reader.Document) -> str:
    """The text as it stands in a text file; of other formats, the lines that were read."""
    if path.suffix.lower() == ".txt":
        return decode(path.read_bytes(), path.name)
    return "\n".join(line.text for line in document.lines)
