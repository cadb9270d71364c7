"""An XML signature on a message: put there, and judged.

A verdict says that the content is as it was signed, by which certificate, and which given root
vouches for it. Whether that has the legal value of Điều 5, Nghị định 30/2020/NĐ-CP is not for a
program to say; without a given root it is an integrity mark and nothing more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from cryptography import x509
from cryptography.exceptions import InvalidSignature as WrongSignature
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.x509.oid import NameOID
from lxml import etree
from signxml.algorithms import CanonicalizationMethod, SignatureMethod
from signxml.exceptions import InvalidInput, SignXMLException
from signxml.signer import XMLSigner
from signxml.verifier import SignatureConfiguration, XMLVerifier

from .faults import NotEdxml, Unwritable
from .parsing import parse

DSIG = "http://www.w3.org/2000/09/xmldsig#"
MOST_LINKS = 8

Key = EllipticCurvePrivateKey | RSAPrivateKey


class Standing(Enum):
    """What a verdict comes to; only TRUSTED is a signature that somebody known vouches for."""

    TRUSTED = "trusted"
    UNKNOWN_ROOT = "unknown_root"
    EXPIRED = "expired"
    ALTERED = "altered"
    UNSUPPORTED = "unsupported"
    UNSIGNED = "unsigned"


WORDS = {
    Standing.TRUSTED: "nội dung đúng như khi ký; chứng thư của {signer} do {root} bảo đảm",
    Standing.UNKNOWN_ROOT: "dấu kiểm tra toàn vẹn: nội dung đúng như khi đặt dấu; "
    "chưa có gốc tin cậy nào xác nhận chứng thư của {signer}",
    Standing.EXPIRED: "nội dung đúng như khi ký; chứng thư của {signer} không còn hoặc chưa có "
    "hiệu lực vào ngày kiểm tra",
    Standing.ALTERED: "chữ ký sai: nội dung không đúng như khi ký",
    Standing.UNSUPPORTED: "chưa kiểm tra được chữ ký: {reason}",
    Standing.UNSIGNED: "thông điệp không có chữ ký",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who signed, by which given root, or why it does not hold. Never true by itself: ask."""

    standing: Standing
    signer: str = ""
    root: str = ""
    reason: str = ""

    @property
    def is_trusted(self) -> bool:
        """Whether the content is whole and a given root vouches for who signed it."""
        return self.standing is Standing.TRUSTED

    @property
    def is_whole(self) -> bool:
        """Whether the content is as it was signed, whoever signed it."""
        return self.standing in {Standing.TRUSTED, Standing.UNKNOWN_ROOT, Standing.EXPIRED}

    @property
    def words(self) -> str:
        """The verdict in one clause."""
        return WORDS[self.standing].format(signer=self.signer, root=self.root, reason=self.reason)


def sign(content: bytes, key: Key, certificates: Sequence[x509.Certificate]) -> bytes:
    """The message with a signature over all of it, at the end of its header.

    `certificates` begin with that of the key. Raises EdxmlFault; Unwritable for what is signed.
    """
    root = parse(content)
    headers = list(root.iter("{*}edXMLHeader"))
    if not headers:
        raise NotEdxml("tệp không có phần đầu edXMLHeader của thông điệp edXML")
    if list(root.iter(f"{{{DSIG}}}Signature")):
        raise Unwritable("thông điệp đã có chữ ký", path="Signature")
    mark = etree.SubElement(headers[0], f"{{{DSIG}}}Signature", nsmap={"ds": DSIG})
    mark.set("Id", "placeholder")
    # Exclusive, so that the prefixes around the signature do not count.
    signer = XMLSigner(
        signature_algorithm=_method(key),
        c14n_algorithm=CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0,
    )
    signed = signer.sign(root, key=key, cert=list(certificates))
    return etree.tostring(signed, encoding="UTF-8", xml_declaration=True) + b"\n"


def verify(
    content: bytes, trusted_roots: Iterable[x509.Certificate], *, at: datetime | None = None
) -> Verdict:
    """Judge the signature of a message; `at` is when it is asked about, now if not said.

    Every doubt is a verdict. Raises EdxmlFault only for what is no XML.
    """
    root = parse(content)
    found = list(root.iter(f"{{{DSIG}}}Signature"))
    if not found:
        return Verdict(Standing.UNSIGNED)
    if len(found) > 1:
        return _unsupported(f"có {len(found)} chữ ký")
    if any(each.get("URI") != "" for each in found[0].iter(f"{{{DSIG}}}Reference")):
        return _unsupported("chữ ký không bao trùm toàn bộ thông điệp")
    try:
        chain = _certificates(found[0])
    except ValueError:
        return _unsupported("chứng thư kèm theo không đọc được")
    if not chain:
        return _unsupported("không có chứng thư kèm theo")
    return _check(root, chain, list(trusted_roots), at or datetime.now(UTC))


def _check(
    root: etree._Element,
    chain: list[x509.Certificate],
    roots: list[x509.Certificate],
    at: datetime,
) -> Verdict:
    signer = _name(chain[0])
    configuration = SignatureConfiguration(
        # The days of the certificate are judged below, on their own.
        verification_time=chain[0].not_valid_before_utc
    )
    try:
        XMLVerifier().verify(root, x509_cert=chain[0], expect_config=configuration)
    except InvalidInput:
        return _unsupported("thuật toán hoặc cấu trúc chữ ký không được chấp nhận", signer)
    except SignXMLException:
        return Verdict(Standing.ALTERED, signer)
    except (ValueError, TypeError, KeyError, AttributeError, etree.LxmlError):
        return _unsupported("cấu trúc chữ ký không đọc được", signer)
    path = _path(chain[0], chain[1:], roots)
    if not path:
        return Verdict(Standing.UNKNOWN_ROOT, signer)
    in_force = all(each.not_valid_before_utc <= at <= each.not_valid_after_utc for each in path)
    return Verdict(Standing.TRUSTED if in_force else Standing.EXPIRED, signer, _name(path[-1]))


def _path(
    leaf: x509.Certificate, between: list[x509.Certificate], roots: list[x509.Certificate]
) -> list[x509.Certificate]:
    """From the signer's certificate up to a given root, each issued by the next; [] where none."""
    path = [leaf]
    while len(path) <= MOST_LINKS:
        if path[-1] in roots:
            return path
        above = next((each for each in (*roots, *between) if _issued(path[-1], each)), None)
        if above is None or above in path:
            return []
        path.append(above)
    return []


def _issued(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
        facts = issuer.extensions.get_extension_for_class(x509.BasicConstraints).value
    except (ValueError, TypeError, WrongSignature, x509.ExtensionNotFound):
        return False
    return facts.ca


def _certificates(signature: etree._Element) -> list[x509.Certificate]:
    """Those that came with the signature, the signer's first. Raises ValueError."""
    written = [each.text or "" for each in signature.iter(f"{{{DSIG}}}X509Certificate")]
    frame = "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n"
    return [
        x509.load_pem_x509_certificate(frame.format("".join(each.split())).encode())
        for each in written
    ]


def _name(certificate: x509.Certificate) -> str:
    found = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else certificate.subject.rfc4514_string()


def _method(key: Key) -> SignatureMethod:
    is_curve = isinstance(key, EllipticCurvePrivateKey)
    return SignatureMethod.ECDSA_SHA256 if is_curve else SignatureMethod.RSA_SHA256


def _unsupported(reason: str, signer: str = "") -> Verdict:
    return Verdict(Standing.UNSUPPORTED, signer, reason=reason)
