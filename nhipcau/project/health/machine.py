"""Rows that need neither Django nor a database: the machine itself."""

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nhipcau.project import assets
from nhipcau.project.failure import NotDone
from nhipcau.project.health.row import Row, State, missing, ready
from nhipcau.project.home import CHECKOUT, Home

LEAST_SPACE = 1024**3
NOTO = Path("/usr/share/fonts/truetype/noto")
SCRIPTS = ("NotoSansTaiViet", "NotoSansCham", "NotoSansLao")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ;\\]+)([^\\]*)", re.MULTILINE)


@dataclass(frozen=True)
class Optional:
    """A program that is good to have: what for, and the package of Debian that brings it."""

    name: str
    purpose: str
    package: str

    def row(self, is_there: bool) -> Row:
        if is_there:
            return Row(self.name, State.READY, f"có ({self.purpose})", purpose=self.purpose)
        remedy = f"cài gói {self.package} nếu cần"
        return Row(self.name, State.ABSENT, f"chưa có ({self.purpose})", remedy, self.purpose)


FONTS = Optional("Phông chữ Thái, Chăm, Lào", "trang viết bằng chữ ấy", "fonts-noto-core")
LIBREOFFICE = Optional("LibreOffice", "xem trước, chuyển đổi DOC", "libreoffice-writer-nogui")
TESSERACT = Optional("Tesseract tiếng Việt", "đọc bản quét", "tesseract-ocr-vie")
CHROMIUM = Optional("Chromium", "kiểm thử giao diện", "chromium")


def optional() -> Iterator[Row]:
    """What the platform uses when it is there."""
    yield FONTS.row(all(list(NOTO.glob(f"{script}*")) for script in SCRIPTS))
    yield LIBREOFFICE.row(bool(shutil.which("soffice")))
    yield TESSERACT.row("vie" in _languages_of_tesseract())
    yield CHROMIUM.row(bool(shutil.which("chromium")))


def absent() -> list[Row]:
    """The optional things that are not there."""
    return [row for row in optional() if row.state is State.ABSENT]


def required(home: Home) -> Iterator[Row]:
    """What nothing runs without."""
    yield _python()
    yield _requirements()
    yield _assets()
    yield from _data_folder(home)


def _python() -> Row:
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= (3, 11):  # noqa: UP036 - the row is for those who changed it
        return ready("Python", found)
    return missing("Python", found, "dùng Python 3.11 trở lên: make setup PYTHON=python3.11")


def _requirements() -> Row:
    locked = CHECKOUT / "requirements" / "base.txt"
    if not locked.exists():
        return missing("Thư viện", f"không có {locked}", "lấy lại bản mã nguồn đầy đủ")
    differing = sorted(_differing(locked.read_text()))
    if not differing:
        return ready("Thư viện", "đúng bản được khóa bằng mã băm")
    return missing("Thư viện", f"khác bản được khóa: {', '.join(differing)}", "chạy «make setup»")


def _differing(locked: str) -> Iterator[str]:
    for name, pinned, condition in PINNED.findall(locked):
        try:
            if importlib.metadata.version(name) != pinned:
                yield name
        except importlib.metadata.PackageNotFoundError:
            # A condition names other systems or versions of Python.
            if not condition.strip(" ;"):
                yield name


def _assets() -> Row:
    outdated = assets.outdated()
    if not outdated:
        return ready("Phông chữ, bản dịch", "đã dựng")
    named = ", ".join(asset.file.name for asset in outdated)
    return missing("Phông chữ, bản dịch", f"thiếu hoặc cũ: {named}", "chạy «make setup»")


def _data_folder(home: Home) -> Iterator[Row]:
    try:
        home.prepare()
    except NotDone as failure:
        yield missing("Thư mục dữ liệu", str(failure).split(": ", 1)[1], "xem quyền của thư mục")
        return
    if not os.access(home.folder, os.W_OK):
        yield missing("Thư mục dữ liệu", f"{home.folder} không ghi được", "cấp quyền ghi")
        return
    yield ready("Thư mục dữ liệu", str(home.folder))
    free = shutil.disk_usage(home.folder).free
    found = f"còn {free / 1024**3:.1f} GB".replace(".", ",")
    if free < LEAST_SPACE:
        yield missing("Dung lượng đĩa", found, "dành ít nhất 1 GB cho dữ liệu và bản sao lưu")
    else:
        yield ready("Dung lượng đĩa", found)


def _languages_of_tesseract() -> list[str]:
    program = shutil.which("tesseract")
    if not program:
        return []
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True)  # noqa: S603
    return (listed.stdout + listed.stderr).split()
