"""Text files: which encoding they are in."""

import codecs

from nhipcau.reader.refusal import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(content: bytes, name: str) -> str:
    """Return the text of `content`: UTF-8, UTF-16 with its mark, or Windows-1258. Raises Refused
    where none of them fits."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    for encoding in ("utf-8", "cp1258"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(
        f"tệp «{name}» dùng bảng mã chưa đọc được (có thể là TCVN3 hoặc VNI)",
        "chuyển sang bảng mã Unicode UTF-8 rồi gửi lại",
    )
