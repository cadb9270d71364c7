"""The mark of the installation on messages of edXML that go out: put where a key is set up.

It says that the message is whole and who marked it; whether that is a signature in the sense of
Điều 5, Nghị định 30/2020/NĐ-CP is for the agency whose certificate it is, not for this program.
"""

from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.utils.translation import gettext as _

from nhipcau.base.refusal import Refused
from nhipcau.standards import edxml


@dataclass(frozen=True, slots=True)
class Mark:
    """A key with its certificates, the key's own first."""

    key: EllipticCurvePrivateKey | RSAPrivateKey
    certificates: tuple[x509.Certificate, ...]

    @property
    def name(self) -> str:
        """Whose certificate it is."""
        found = self.certificates[0].subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return str(found[0].value) if found else self.certificates[0].subject.rfc4514_string()


def mark() -> Mark | None:
    """The mark that is set up; None where none is. Raises Refused for one that cannot be used.

    A message never goes out unsigned because a key is broken: that would look like a choice.
    """
    if not (settings.EDXML_KEY_FILE or settings.EDXML_CERTIFICATE_FILE):
        return None
    try:
        key = load_pem_private_key(Path(settings.EDXML_KEY_FILE).read_bytes(), password=None)
        held = x509.load_pem_x509_certificates(Path(settings.EDXML_CERTIFICATE_FILE).read_bytes())
    except (OSError, ValueError, TypeError) as error:
        raise _unusable(_("tệp khóa hoặc tệp chứng thư không đọc được")) from error
    if not isinstance(key, EllipticCurvePrivateKey | RSAPrivateKey):
        raise _unusable(_("loại khóa không dùng được cho edXML (cần RSA hoặc ECDSA)"))
    if held[0].public_key() != key.public_key():
        raise _unusable(_("chứng thư đầu tiên không phải của khóa này"))
    return Mark(key, tuple(held))


def marked(content: bytes) -> bytes:
    """The message as it goes out: signed where a key is set up. Raises Refused."""
    held = mark()
    return edxml.sign(content, held.key, held.certificates) if held else content


def said() -> str:
    """What the page says of the mark beforehand, in one sentence."""
    try:
        held = mark()
    except Refused as refusal:
        return str(refusal)
    if held is None:
        return _("Thông điệp không có chữ ký XML: hệ thống chưa được cấu hình khóa và chứng thư.")
    return _(
        "Thông điệp được đặt dấu kiểm tra toàn vẹn (chữ ký XML) bằng chứng thư “%(name)s” của hệ "
        "thống; dấu này không thay chữ ký của người có thẩm quyền trên văn bản."
    ) % {"name": held.name}


def _unusable(why: str) -> Refused:
    return Refused(
        _(
            "Chưa xuất được thông điệp: khóa ký edXML đã cấu hình nhưng chưa dùng được, vì %(why)s. "
            "Đề nghị báo quản trị hệ thống."
        )
        % {"why": why}
    )
