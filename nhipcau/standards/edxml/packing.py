"""Files as they travel: one file in a ZIP of its own, which is what receiving systems open."""

import io
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from uuid import UUID

from .faults import BadValue, TooLarge
from .messages import Attachment

MOST_BYTES = 50 * 1024 * 1024
MOST_FILES = 50
ZIP = "application/zip"
START = b"PK"
# The form of the oldest entry of a ZIP, so that equal files make equal messages.
LONG_AGO = (1980, 1, 1, 0, 0, 0)
# Archives themselves: what is in them belongs to the document's own format.
OWN_ARCHIVES = {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".zip"}


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A file as a person opens it."""

    name: str
    content: bytes


def wrap(name: str, content: bytes, *, description: str = "") -> Attachment:
    """A file ready to travel, in a ZIP of its own."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name, LONG_AGO), content, zipfile.ZIP_DEFLATED)
    key = UUID(bytes=sha256(name.encode() + b"\0" + content).digest()[:16])
    return Attachment(str(key), name, description, ZIP, held.getvalue())


def unwrap(attachment: Attachment) -> tuple[Unpacked, ...]:
    """The files in an attachment, out of the ZIP where they travelled in one; () for none sent.

    Raises BadValue for a broken ZIP, TooLarge for one that unfolds beyond bounds.
    """
    if attachment.content is None:
        return ()
    name = PurePath(attachment.name.replace("\\", "/")).name or attachment.content_id
    is_archive = PurePath(name).suffix.lower() in OWN_ARCHIVES - {".zip"}
    if is_archive and not _is_wrapped(attachment.content):
        return (Unpacked(name, attachment.content),)
    if not attachment.content.startswith(START):
        return (Unpacked(name, attachment.content),)
    return _files(attachment.content, name)


def _is_wrapped(content: bytes) -> bool:
    """Whether an Office file lies in a ZIP of its own, and is not itself that ZIP."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "[Content_Types].xml" not in archive.namelist() and "mimetype" not in (
                archive.namelist()
            )
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def _files(content: bytes, name: str) -> tuple[Unpacked, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [each for each in archive.infolist() if not each.is_dir()]
            if len(entries) > MOST_FILES or sum(each.file_size for each in entries) > MOST_BYTES:
                raise TooLarge(f"tệp nén “{name}” mở ra lớn hơn mức cho phép")
            return tuple(_entry(archive, each, name, len(entries)) for each in entries)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        raise BadValue(f"tệp nén “{name}” không mở được") from None


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, count: int) -> Unpacked:
    with archive.open(entry) as opened:
        content = opened.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise TooLarge(f"tệp nén “{name}” mở ra lớn hơn mức cho phép")
    inner = PurePath(entry.filename.replace("\\", "/")).name
    # A ZIP of one file carries the name that the message gives it, where that says what it is.
    keeps = count == 1 and not name.lower().endswith(".zip") and PurePath(name).suffix
    return Unpacked(name if keeps else inner, content)
