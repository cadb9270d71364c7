"""The outside of a Word file that somebody sends: opened within bounds, or refused with a reason."""

import zipfile
import zlib
from enum import Enum
from io import BytesIO

from lxml import etree

MOST_BYTES = 40 * 1024 * 1024  # of the file as it comes
MOST_UNPACKED = 120 * 1024 * 1024  # all parts together
MOST_PARTS = 3_000
MOST_RATIO = 150  # unpacked to packed; text of one repeated row reaches about 60
SMALL = 1024 * 1024  # below it a ratio says nothing

MAIN = "word/document.xml"
STYLES = "word/styles.xml"
PROPERTIES = "docProps/core.xml"
TYPES = "[Content_Types].xml"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .doc and of locked files
_MACROS = ("vbaproject.bin", "vbadata.xml")
_XML = (".xml", ".rels", ".vml")
_PARSER = etree.XMLParser(
    resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True
)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, ValueError, RuntimeError,
    NotImplementedError, etree.XMLSyntaxError,
)  # fmt: skip


class Why(Enum):
    """Why a file is not taken."""

    NOT_DOCX = "not_docx"  # no archive, or no Word document in it
    OLD_OR_LOCKED = "old_or_locked"  # .doc, or protected by a password
    TOO_LARGE = "too_large"  # packed beyond the bounds: many parts, or far more inside than outside
    MACROS = "macros"  # .docm, or a document with a macro project
    ENTITIES = "entities"  # a part declares a document type
    BROKEN = "broken"  # a part cannot be read


class NotTaken(ValueError):
    """A file that is refused; `why` is the reason, `part` the part at fault, where it is one."""

    def __init__(self, why: Why, part: str = "") -> None:
        super().__init__(f"{why.value} {part}".strip())
        self.why = why
        self.part = part


class Package:
    """The parts of a Word file, each read once and as a tree. Raises NotTaken."""

    def __init__(self, content: bytes) -> None:
        if content.startswith(_COMPOUND):
            raise NotTaken(Why.OLD_OR_LOCKED)
        if len(content) > MOST_BYTES:
            raise NotTaken(Why.TOO_LARGE)
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except _BROKEN as error:
            raise NotTaken(Why.NOT_DOCX) from error
        self.names = frozenset(self._archive.namelist())
        self._check_bounds()
        self._check_kind()
        self._check_declarations()

    def tree(self, name: str) -> etree._Element | None:
        """The root of the part `name`, or None where the file has none."""
        if name not in self.names:
            return None
        try:
            return etree.fromstring(self._archive.read(name), _PARSER)
        except _BROKEN as error:
            raise NotTaken(Why.BROKEN, name) from error

    def _check_bounds(self) -> None:
        parts = self._archive.infolist()
        unpacked = sum(part.file_size for part in parts)
        packed = sum(part.compress_size for part in parts)
        is_bomb = unpacked > SMALL and unpacked > MOST_RATIO * max(packed, 1)
        if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or is_bomb:
            raise NotTaken(Why.TOO_LARGE)
        if any(part.flag_bits & 1 for part in parts):
            raise NotTaken(Why.OLD_OR_LOCKED)

    def _check_kind(self) -> None:
        macros = [name for name in self.names if name.lower().endswith(_MACROS)]
        types = self.tree(TYPES)
        declared = [] if types is None else [each.get("ContentType", "") for each in types]
        if macros or any("macroenabled" in kind.lower() for kind in declared):
            raise NotTaken(Why.MACROS, *sorted(macros)[:1])
        if MAIN not in self.names or types is None:
            raise NotTaken(Why.NOT_DOCX)

    def _check_declarations(self) -> None:
        for name in sorted(self.names):
            if not name.lower().endswith(_XML):
                continue
            root = self.tree(name)
            if root is not None and root.getroottree().docinfo.internalDTD is not None:
                raise NotTaken(Why.ENTITIES, name)
