"""Taking an archive apart where it can do no harm: nothing is believed, everything is counted."""

import gzip
import hashlib
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from nhipcau.project.archive import manifest
from nhipcau.project.archive.manifest import CHUNK, LARGEST, Manifest, Part, Unfit

BROKEN = (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile)
SPARE = 256 * 1024 * 1024  # of the disk is left free


class _Measured(gzip.GzipFile):
    """A compressed stream of which nobody can make us read a mountain at once."""

    def read(self, size: int | None = -1) -> bytes:
        if size is None or not 0 <= size <= LARGEST:
            raise Unfit("bản sao lưu đòi đọc một khối quá lớn")
        return super().read(size)


def unpack(archive: Path, into: Path) -> Manifest:
    """Check a whole archive by unpacking it into an empty folder of its own.

    Raises Unfit: damaged, foreign, newer, hostile, or larger than the disk can take.
    """
    try:
        with _opened(archive) as members:
            described = _manifest(members)
            _check_space(described, into)
            _unpack_parts(members, described, into)
    except BROKEN as error:
        raise Unfit("tệp bị hỏng hoặc không phải bản sao lưu của Nhịp Cầu") from error
    return described


@contextmanager
def _opened(archive: Path) -> Iterator[tarfile.TarFile]:
    with (
        archive.open("rb") as raw,
        _Measured(fileobj=raw, mode="rb") as plain,
        tarfile.open(fileobj=plain, mode="r:") as members,
    ):
        yield members


def _manifest(members: tarfile.TarFile) -> Manifest:
    first = members.next()
    if first is None or first.name != manifest.NAME or not first.isreg() or first.size > LARGEST:
        raise Unfit("đây không phải bản sao lưu của Nhịp Cầu")
    return manifest.read(_content(members, first))


def _check_space(described: Manifest, into: Path) -> None:
    if described.size > shutil.disk_usage(into).free - SPARE:
        needed = f"{described.size / 1024**3:.1f}".replace(".", ",")
        raise Unfit(f"cần {needed} GB trống mà đĩa không đủ")


def _unpack_parts(members: tarfile.TarFile, described: Manifest, into: Path) -> None:
    awaited = {part.name: part for part in described.parts}
    while (member := members.next()) is not None:
        part = awaited.pop(member.name, None)
        if part is None:
            raise Unfit(f"có tệp {member.name!r} ngoài bản kê")
        # A link would lead out of the folder; a longer member is no longer what was described.
        if not member.isreg() or member.issparse() or member.size != part.size:
            raise Unfit(f"tệp {member.name!r} không đúng loại hoặc kích thước đã ghi")
        _write(_content(members, member), part, into)
    if awaited:
        raise Unfit(f"thiếu tệp {min(awaited)!r}")


def _write(content: IO[bytes], part: Part, into: Path) -> None:
    file = into / part.name
    file.parent.mkdir(parents=True, exist_ok=True)
    whole = hashlib.sha256()
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "wb") as written:
        while chunk := content.read(CHUNK):
            whole.update(chunk)
            written.write(chunk)
    if whole.hexdigest() != part.sha256:
        raise Unfit(f"nội dung tệp {part.name!r} khác mã băm đã ghi")


def _content(members: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    content = members.extractfile(member)
    if content is None:
        raise Unfit(f"không đọc được tệp {member.name!r}")
    return content
