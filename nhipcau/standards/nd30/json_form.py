"""A document as canonical JSON and back, and its fingerprint.

Canonical: keys sorted, no blanks, NFC, UTF-8, and nothing said that is as it is by default, so a
field added later changes no fingerprint that was agreed on.
"""

import dataclasses
import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

from nhipcau.standards.nd30.document import Document, Heading, Prose, Table

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
T = TypeVar("T")

_BLOCKS = {"heading": Heading, "prose": Prose, "table": Table}
_NAMES = {kind: name for name, kind in _BLOCKS.items()}
_KIND = "kind"
# Văn thư gives the number and the day, the platform counts editions: the same text has them or not.
_OUTSIDE_THE_TEXT = {"number": "", "issued_on": None, "edition": ""}


class NotADocument(ValueError):
    """Text that is not the JSON form of a document."""


def to_json(document: Document) -> str:
    """Return the canonical JSON of `document`."""
    return json.dumps(
        _plain(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def of_json(text: str) -> Document:
    """Return the document of its JSON form. Raises NotADocument."""
    try:
        found = _value(Document, json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NotADocument(str(error)) from error
    if not isinstance(found, Document):
        raise NotADocument("no document")
    return found


def fingerprint(document: Document) -> str:
    """Return the SHA-256 of the text, in hexadecimal: number, day of issue and edition left out."""
    text = to_json(dataclasses.replace(document, number="", issued_on=None, edition=""))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> Json:
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case Enum():
            return _plain(value.value)
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(each) for each in value]
        case None | bool() | int() | float():
            return value
        case _ if dataclasses.is_dataclass(value):
            return _fields(value)
    raise TypeError(f"{type(value).__name__} has no place in a document")


def _fields(value: object) -> dict[str, Json]:
    said: dict[str, Json] = {}
    for each in dataclasses.fields(value):  # type: ignore[arg-type]
        held = getattr(value, each.name)
        if held != each.default:
            said[each.name] = _plain(held)
    if type(value) in _NAMES:
        said[_KIND] = _NAMES[type(value)]
    return said


def _value(kind: object, found: Json) -> object:
    if get_origin(kind) in (Union, UnionType):
        return _one_of(get_args(kind), found)
    if get_origin(kind) is tuple:
        if not isinstance(found, list):
            raise TypeError("a list is wanted")
        return tuple(_value(get_args(kind)[0], each) for each in found)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _made(kind, found)
    return _simple(kind, found)


def _one_of(kinds: tuple[object, ...], found: Json) -> object:
    if found is None and NoneType in kinds:
        return None
    if isinstance(found, Mapping) and _KIND in found:
        return _made(_BLOCKS[str(found[_KIND])], found)
    kind = next(each for each in kinds if each is not NoneType)
    return _value(kind, found)


def _made(kind: type, found: Json) -> object:
    if not isinstance(found, Mapping):
        raise TypeError(f"a {kind.__name__} is wanted")
    hints = get_type_hints(kind)
    wanted = {name: value for name, value in found.items() if name != _KIND}
    if unknown := wanted.keys() - hints.keys():
        raise TypeError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    return kind(**{name: _value(hints[name], value) for name, value in wanted.items()})


def _simple(kind: object, found: Json) -> object:
    if kind is date and isinstance(found, str):
        return date.fromisoformat(found)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(found)
    if kind is float and isinstance(found, int | float) and not isinstance(found, bool):
        return float(found)
    if kind is str and isinstance(found, str):
        return unicodedata.normalize("NFC", found)
    if isinstance(kind, type) and type(found) is kind:
        return found
    raise TypeError(f"{found!r} is no {kind}")
