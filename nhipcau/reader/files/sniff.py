"""What a file is by its content, whatever its name says; and what is not opened at all."""

import zipfile
from io import BytesIO
from pathlib import PurePath

from nhipcau.reader.refusal import Refused

LARGEST = 200 * 1024 * 1024
LARGEST_UNPACKED = 400 * 1024 * 1024
DEEPEST_PACKING = 200
MOST_PARTS = 10_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SUFFIXES = {
    "docx": {".docx", ".dotx"},
    "pdf": {".pdf"},
    "html": {".html", ".htm", ".xhtml"},
    "text": {".txt", ".text", ".md"},
    "image": {".png", ".jpg", ".jpeg", ".tif", ".tiff"},
}
NAMES = {
    "docx": "tệp Word (.docx)",
    "pdf": "tệp PDF",
    "html": "trang HTML",
    "text": "tệp văn bản thuần",
    "image": "tệp ảnh",
}
IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
SAVE_AS = "lưu lại thành .docx, .pdf, .html hoặc .txt rồi gửi lại"


def refuse_size(size: int, name: str) -> None:
    """Raise Refused for a file that is too large to read, before any of it is read."""
    if size > LARGEST:
        raise Refused(
            f"tệp «{name}» nặng {size // 1024 // 1024} MB, quá giới hạn 200 MB",
            "tách tệp hoặc giảm dung lượng ảnh rồi gửi lại",
        )


def sniff(content: bytes, name: str) -> str:
    """Return "docx", "pdf", "html", "text" or "image". Raises Refused on everything else, on an
    empty file, and on a file that is not what its name says."""
    refuse_size(len(content), name)
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise Refused(f"tệp «{name}» trống", "kiểm tra lại tệp và gửi bản có nội dung")
    found = _by_content(content, name)
    suffix = PurePath(name).suffix.lower()
    allowed = SUFFIXES[found] | (SUFFIXES["text"] if found == "html" else set())
    if suffix and suffix not in allowed and suffix in set().union(*SUFFIXES.values()):
        raise Refused(
            f"tệp «{name}» không đúng với phần mở rộng: nội dung là {NAMES[found]}",
            "đổi lại phần mở rộng cho đúng hoặc gửi đúng tệp",
        )
    return found


def _by_content(content: bytes, name: str) -> str:
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return _in_zip(content, name)
    if content.startswith(OLE):
        _refuse_ole(content, name)
    if content.startswith(IMAGES):
        return "image"
    if start[:5].lower() in {b"<!doc", b"<html", b"<?xml", b"<head", b"<body"}:
        return "html"
    if start.startswith(b"{\\rtf") or (b"\x00" in content[:4096] and not _is_utf16(content)):
        raise Refused(f"tệp «{name}» thuộc loại chưa đọc được", SAVE_AS)
    suffix = PurePath(name).suffix.lower()
    return "html" if suffix in SUFFIXES["html"] and b"<" in content[:4096] else "text"


def _is_utf16(content: bytes) -> bool:
    return content.startswith((b"\xff\xfe", b"\xfe\xff"))


def _refuse_ole(content: bytes, name: str) -> None:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Refused(f"tệp «{name}» có mật khẩu", "bỏ mật khẩu của tệp rồi gửi lại")
    raise Refused(f"tệp «{name}» là tệp Word hoặc Excel đời cũ (trước 2007)", SAVE_AS)


def _in_zip(content: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused(f"tệp «{name}» bị hỏng, không mở được", "gửi lại tệp gốc") from error
    _refuse_packing(entries, len(content), name)
    names = {entry.filename for entry in entries}
    if any(part.endswith("vbaProject.bin") for part in names):
        raise Refused(
            f"tệp «{name}» chứa macro", "lưu lại thành tệp .docx không có macro rồi gửi lại"
        )
    if "word/document.xml" not in names:
        raise Refused(f"tệp «{name}» thuộc loại chưa đọc được", SAVE_AS)
    return "docx"


def _refuse_packing(entries: list[zipfile.ZipInfo], size: int, name: str) -> None:
    """A small file that unpacks to a huge one is made to break its reader."""
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(f"tệp «{name}» có mật khẩu", "bỏ mật khẩu của tệp rồi gửi lại")
    unpacked = sum(entry.file_size for entry in entries)
    is_bomb = unpacked > LARGEST_UNPACKED or unpacked > max(size, 50_000) * DEEPEST_PACKING
    if is_bomb or len(entries) > MOST_PARTS:
        raise Refused(
            f"tệp «{name}» nén bất thường ({unpacked // 1024 // 1024} MB khi bung ra)",
            "gửi tệp gốc do phần mềm soạn thảo lưu",
        )
