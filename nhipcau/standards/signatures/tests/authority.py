"""A certificate authority of a test, and files that its people sign."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from asn1crypto import keys, x509  # type: ignore[import-untyped]
from cryptography import x509 as build
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko_certvalidator.registry import SimpleCertificateStore

EARLY = datetime(2020, 1, 1, tzinfo=UTC)
LATE = datetime(2040, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Authority:
    """A root that signs people's certificates."""

    certificate: build.Certificate
    key: ec.EllipticCurvePrivateKey

    @classmethod
    def named(cls, name: str) -> "Authority":
        key = ec.generate_private_key(ec.SECP256R1())
        return cls(_certificate(name, name, key, key, EARLY, LATE, is_authority=True), key)

    def signer(self, name: str, *, first: datetime = EARLY, last: datetime = LATE) -> SimpleSigner:
        """A person whose certificate holds from `first` to `last`."""
        issuer = self.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
        key = ec.generate_private_key(ec.SECP256R1())
        own = _certificate(name, str(issuer), key, self.key, first, last, is_authority=False)
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register(_as_read(self.certificate))
        return SimpleSigner(
            signing_cert=_as_read(own),
            signing_key=keys.PrivateKeyInfo.load(
                key.private_bytes(
                    serialization.Encoding.DER,
                    serialization.PrivateFormat.PKCS8,
                    serialization.NoEncryption(),
                )
            ),
            cert_registry=store,
        )

    def keep(self, folder: Path) -> Path:
        """Write the root into a folder of trusted ones."""
        file = folder / "goc.pem"
        file.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))
        return folder


def signed(pdf: bytes, signer: SimpleSigner, *, field: str = "Chu_ky_1") -> bytes:
    """The file with a signature appended."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    append_signature_field(writer, SigFieldSpec(field))
    out = io.BytesIO()
    # In a thread: a browser that another test left open keeps an event loop in this one.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(
            sign_pdf, writer, PdfSignatureMetadata(field_name=field), signer=signer, output=out
        ).result()
    return out.getvalue()


def _certificate(
    name: str,
    issuer: str,
    key: ec.EllipticCurvePrivateKey,
    above: ec.EllipticCurvePrivateKey,
    first: datetime,
    last: datetime,
    *,
    is_authority: bool,
) -> build.Certificate:
    usage = build.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        build.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(build.random_serial_number())
        .not_valid_before(first)
        .not_valid_after(last + timedelta(seconds=1))
        .add_extension(build.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(build.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            build.AuthorityKeyIdentifier.from_issuer_public_key(above.public_key()), critical=False
        )
        .sign(above, hashes.SHA256())
    )


def _name(common: str) -> build.Name:
    return build.Name([build.NameAttribute(NameOID.COMMON_NAME, common)])


def _as_read(certificate: build.Certificate) -> x509.Certificate:
    return x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))
