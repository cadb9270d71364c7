"""Scans: pictures of text, read by Tesseract with its Vietnamese data where both are installed."""

import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from typing import Any

from nhipcau.reader.refusal import Refused

PROGRAM = "tesseract"
SCALE = 300 / 72
SECONDS_A_PAGE = 120
# A page takes seconds: longer scans are work for a night, not for whoever waits.
MOST_PAGES = 200
INSTALL = "cài gói tesseract-ocr và tesseract-ocr-vie, hoặc gửi bản có lớp văn bản"


@cache
def can_read_scans() -> bool:
    """Say whether Tesseract and its Vietnamese data are installed."""
    program = shutil.which(PROGRAM)
    if not program:
        return False
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)  # noqa: S603
    return "vie" in listed.stdout.split()


def refuse_scan(name: str) -> None:
    """Raise Refused where scans cannot be read on this machine."""
    if not can_read_scans():
        raise Refused(
            f"tệp «{name}» là bản quét không có lớp văn bản, và máy chưa có Tesseract tiếng Việt",
            INSTALL,
        )


def read_pages(document: Any, name: str) -> list[str]:
    """Return the lines of a scanned PDF, a blank line between paragraphs. Raises Refused."""
    refuse_scan(name)
    if len(document) > MOST_PAGES:
        raise Refused(
            f"bản quét «{name}» có {len(document)} trang, quá giới hạn {MOST_PAGES} trang",
            "tách thành nhiều tệp hoặc gửi bản có lớp văn bản",
        )
    return [line for page in document for line in recognise(_as_ppm(page), name)]


def recognise(picture: bytes, name: str) -> Iterator[str]:
    """Yield the lines that Tesseract reads in a picture. Raises Refused where it fails."""
    refuse_scan(name)
    try:
        done = subprocess.run(  # noqa: S603
            [shutil.which(PROGRAM) or PROGRAM, "stdin", "stdout", "-l", "vie", "--psm", "4"],
            input=picture, capture_output=True, timeout=SECONDS_A_PAGE, check=True,
        )  # fmt: skip
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired, OSError) as error:
        raise Refused(
            f"không nhận dạng được chữ trong tệp «{name}»", "quét lại rõ hơn, 300 dpi"
        ) from error
    yield from done.stdout.decode("utf-8", errors="replace").replace("\f", "\n").split("\n")


def _as_ppm(page: Any) -> bytes:
    """The page as a picture in the simplest format there is, which needs no library."""
    bitmap = page.render(scale=SCALE, grayscale=True)
    rows = bytes(bitmap.buffer)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    packed = b"".join(rows[n * stride : n * stride + width] for n in range(height))
    return f"P5 {width} {height} 255\n".encode() + packed
