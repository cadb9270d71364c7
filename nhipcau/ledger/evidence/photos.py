"""Photographs without what a camera writes into them: where, when, by whom, with what.

JPEG (ITU-T T.81) is a row of segments, PNG (W3C PNG, third edition) a row of chunks; those that
only tell about the picture are left out, and the picture itself is copied byte for byte.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
MOST_BYTES = 15 * 1024 * 1024
# APP1 holds Exif and XMP with the place, APP13 IPTC with names; APP0, 2 and 14 say how to draw.
KEPT_APPS = {0xE0, 0xE2, 0xEE}
COMMENT, SCAN, END = 0xFE, 0xDA, 0xD9
TELLING_CHUNKS = {b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"}


class BadPhoto(ValueError):
    """A picture that cannot be read through; the message is the sentence."""


def is_photo(content: bytes) -> bool:
    """Whether the bytes begin as a JPEG or a PNG."""
    return content.startswith((JPEG, PNG))


def cleaned(content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The picture without its metadata, and what was taken off, in words. Raises BadPhoto."""
    if len(content) > MOST_BYTES:
        raise BadPhoto(_("Chưa nhận được ảnh: ảnh lớn hơn 15 MB. Đề nghị giảm cỡ ảnh rồi gửi."))
    pieces = _png(content) if content.startswith(PNG) else _jpeg(content)
    kept, gone = [], set()
    for piece, told in pieces:
        if told:
            gone.add(told)
        else:
            kept.append(piece)
    return b"".join(kept), tuple(sorted(gone))


def _jpeg(content: bytes) -> Iterator[tuple[bytes, str]]:
    """Segments up to the scan, then the rest; with the name of what tells about the picture."""
    yield content[:2], ""
    at = 2
    while at + 2 <= len(content):
        if content[at] != 0xFF:
            raise _broken()
        marker = content[at + 1]
        if marker == 0xFF:  # a filling byte
            at += 1
            continue
        size = int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == END:
            # Behind it a telephone may put a second picture, or a film: left out.
            yield content[at : at + 2], ""
            return
        if size < 2 or at + 2 + size > len(content):
            raise _broken()
        end = at + 2 + size
        if marker == SCAN:
            end = _after_scan(content, end)
        yield content[at:end], _told(marker, content[at + 4 : end])
        at = end
    raise _broken()


def _after_scan(content: bytes, at: int) -> int:
    """Where the next marker stands that is no part of the coded picture."""
    while (at := content.find(b"\xff", at)) >= 0 and at + 1 < len(content):
        following = content[at + 1]
        if following != 0 and not 0xD0 <= following <= 0xD7 and following != 0xFF:
            return at
        at += 1 if following == 0xFF else 2
    raise _broken()


def _told(marker: int, body: bytes) -> str:
    """What a segment tells about the picture; nothing for one that is needed to draw it."""
    if marker == COMMENT:
        return _("ghi chú trong ảnh")
    if not 0xE0 <= marker <= 0xEF or (marker in KEPT_APPS and not body.startswith(b"MPF")):
        return ""
    if body.startswith(b"Exif"):
        return _("thông tin máy, thời gian, vị trí chụp (Exif)")
    if marker == 0xED:
        return _("tên, chú thích (IPTC)")
    return _("thông tin kèm ảnh khác")


def _png(content: bytes) -> Iterator[tuple[bytes, str]]:
    yield PNG, ""
    at = len(PNG)
    while at + 12 <= len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        name, end = content[at + 4 : at + 8], at + 12 + size
        if end > len(content):
            raise _broken()
        told = _("thông tin máy, thời gian, vị trí chụp (Exif)") if name == b"eXIf" else ""
        if name in TELLING_CHUNKS and not told:
            told = _("ghi chú trong ảnh")
        yield content[at:end], told
        if name == b"IEND":
            return
        at = end
    raise _broken()


def _broken() -> BadPhoto:
    return BadPhoto(
        _("Chưa nhận được ảnh: tệp ảnh bị hỏng hoặc không đọc được. Đề nghị lưu lại ảnh rồi gửi.")
    )
