"""The first member of an archive: what is in it, of which version, with a hash of every part."""

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import IO

FORMAT = 1
NAME = "manifest.json"
DUMP = "database.dump"
FILES = "files"
LARGEST = 64 * 1024 * 1024
CHUNK = 1024 * 1024
HASH = re.compile(r"[0-9a-f]{64}")


class Unfit(Exception):
    """This archive is not restored; its text is the cause, for a sentence."""


@dataclass(frozen=True)
class Part:
    """One member: its name in the archive, its size in bytes, its SHA-256."""

    name: str
    size: int
    sha256: str

    @classmethod
    def of(cls, name: str, file: Path) -> "Part":
        whole, size = hashlib.sha256(), 0
        with file.open("rb") as opened:
            while chunk := opened.read(CHUNK):
                whole.update(chunk)
                size += len(chunk)
        return cls(name, size, whole.hexdigest())

    def check(self) -> None:
        """Raise Unfit when the name leads out of the archive or the figures are no figures."""
        path = PurePosixPath(self.name)
        is_plain = self.name == path.as_posix() and not path.is_absolute()
        is_ours = self.name == DUMP or (path.parts[:1] == (FILES,) and len(path.parts) > 1)
        if not is_plain or not is_ours or ".." in path.parts or "\0" in self.name:
            raise Unfit(f"tên tệp {self.name!r} trong đó dẫn ra ngoài nơi lưu tệp")
        if self.size < 0 or not HASH.fullmatch(self.sha256):
            raise Unfit(f"kích thước hoặc mã băm của {self.name!r} không hợp lệ")


@dataclass(frozen=True)
class Manifest:
    """What an archive says about itself."""

    made_at: str
    nhipcau: str
    postgresql: str
    migrations: tuple[str, ...]
    parts: tuple[Part, ...]
    format: int = FORMAT

    @property
    def size(self) -> int:
        return sum(part.size for part in self.parts)

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()


def read(opened: IO[bytes]) -> Manifest:
    """The manifest, every part of it checked; raises Unfit."""
    try:
        kept = json.loads(opened.read(LARGEST))
        found = int(kept["format"])
    except (ValueError, KeyError, TypeError) as error:
        raise Unfit("đây không phải bản sao lưu của Nhịp Cầu") from error
    if found != FORMAT:
        raise Unfit(f"bản sao lưu theo định dạng {found}, phiên bản này chỉ đọc định dạng {FORMAT}")
    try:
        manifest = _from(kept)
    except (ValueError, KeyError, TypeError) as error:
        raise Unfit("bản kê trong bản sao lưu bị hỏng") from error
    for part in manifest.parts:
        part.check()
    names = [part.name for part in manifest.parts]
    if len(set(names)) != len(names) or DUMP not in names:
        raise Unfit("bản kê trong bản sao lưu thiếu hoặc trùng tên tệp")
    return manifest


def _from(kept: dict[str, object]) -> Manifest:
    parts, migrations = kept["parts"], kept["migrations"]
    if not isinstance(parts, list) or not isinstance(migrations, list):
        raise TypeError
    return Manifest(
        made_at=str(kept["made_at"]),
        nhipcau=str(kept["nhipcau"]),
        postgresql=str(kept["postgresql"]),
        migrations=tuple(map(str, migrations)),
        parts=tuple(
            Part(str(part["name"]), int(part["size"]), str(part["sha256"])) for part in parts
        ),
    )
