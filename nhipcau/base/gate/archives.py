"""The outside of an XLSX or DOCX file: an archive whose parts are read within bounds, or refused."""

import zipfile
from typing import IO

from django.utils.translation import gettext as _

MOST_PARTS = 5_000
MOST_BYTES = 150 * 1024 * 1024  # all parts together, unpacked
MOST_RATIO = 150  # unpacked to packed; sheets of one repeated row reach about 60
SMALL = 1024 * 1024  # below it a ratio says nothing

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .doc, .xls and of locked files
LOCKED = "EncryptedPackage".encode("utf-16-le")
MACROS = ("vbaproject.bin", "vbadata.xml")


class Refused(Exception):
    """A file that is not let in: why, and what to do, as two halves of the gate's sentence."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


def opened(content: IO[bytes], main_part: str) -> zipfile.ZipFile:
    """The archive of an Office file, after its outside was looked at; raises Refused."""
    start = content.read(len(COMPOUND))
    content.seek(0)
    if start == COMPOUND:
        raise _refused_compound(content.read())
    try:
        archive = zipfile.ZipFile(content)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise wrong_inside() from None
    parts = archive.infolist()
    _check_size(parts)
    if any(part.flag_bits & 1 for part in parts):
        raise locked()
    if any(part.filename.lower().endswith(MACROS) for part in parts):
        raise with_macros()
    if main_part not in archive.namelist():
        raise wrong_inside()
    return archive


def with_macros() -> Refused:
    return Refused(
        _("tệp có chứa macro"), _("lưu lại thành .xlsx hoặc .docx không có macro rồi gửi")
    )


def old_format() -> Refused:
    return Refused(
        _("tệp ở định dạng cũ (.doc, .xls)"), _("lưu lại thành .docx hoặc .xlsx rồi gửi")
    )


def wrong_inside() -> Refused:
    return Refused(
        _("nội dung bên trong không đúng loại tệp như tên tệp ghi, hoặc tệp bị hỏng"),
        _("mở tệp bằng phần mềm đã tạo ra tệp, lưu lại đúng loại rồi gửi"),
    )


def _check_size(parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(each.file_size for each in parts)
    packed = sum(each.compress_size for each in parts)
    is_bomb = unpacked > SMALL and unpacked > MOST_RATIO * max(packed, 1)
    if is_bomb or unpacked > MOST_BYTES or len(parts) > MOST_PARTS:
        raise Refused(
            _("dung lượng sau khi giải nén lớn bất thường"),
            _("tạo lại tệp từ phần mềm soạn thảo, hoặc chia thành nhiều tệp rồi gửi"),
        )


def _refused_compound(content: bytes) -> Refused:
    return locked() if LOCKED in content else old_format()


def locked() -> Refused:
    return Refused(_("tệp được đặt mật khẩu"), _("gỡ mật khẩu rồi gửi lại"))
