"""Certificates whose word is taken: a folder of PEM files."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from asn1crypto import pem, x509  # type: ignore[import-untyped]

from .errors import Reason, Unread

SUFFIXES = frozenset({".pem", ".crt", ".cer"})


@dataclass(frozen=True, slots=True)
class Root:
    """A trusted certificate: its name as it says of itself, and its SHA-256 in hexadecimal."""

    name: str
    fingerprint: str
    certificate: x509.Certificate = field(repr=False, compare=False)


def read_roots(folder: Path) -> tuple[Root, ...]:
    """The certificates in the PEM files of a folder, by file name; one file may hold several.

    Raises Unread (BROKEN_ROOT) naming the file that holds none, and OSError without the folder.
    """
    files = sorted(each for each in folder.iterdir() if each.suffix.lower() in SUFFIXES)
    return tuple(root for file in files for root in _in_file(file))


def root_of(certificate: x509.Certificate) -> Root:
    """A certificate by its name and fingerprint."""
    return Root(name_of(certificate), certificate.sha256.hex(), certificate)


def name_of(certificate: x509.Certificate) -> str:
    """The common name, or the whole subject of a certificate without one."""
    named = certificate.subject.native.get("common_name")
    # A subject may carry a name twice.
    named = named[0] if isinstance(named, list) and named else named
    return str(named or certificate.subject.human_friendly)


def _in_file(file: Path) -> Iterable[Root]:
    try:
        held = [der for kind, _, der in pem.unarmor(file.read_bytes(), multiple=True)]
        # Parsed whole here, so that a broken one is found before it is needed.
        read = [x509.Certificate.load(der, strict=True) for der in held]
        return [root_of(each) for each in read if each.native]
    except ValueError as error:
        raise Unread(Reason.BROKEN_ROOT, file.name) from error
