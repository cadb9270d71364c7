"""Messages that hypothesis makes, and the authority that signs in the tests."""

import string
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import strategies as st

from nhipcau.standards import edxml

LETTERS = string.ascii_letters + string.digits + "ăâđêôơưĂÂĐÊÔƠƯàảãáạ<>&'\"/,.-–() \n"
words = st.text(LETTERS, max_size=20).map(str.strip)
said = st.text(LETTERS, min_size=1, max_size=20).map(lambda text: text.strip() or "x")
days = st.dates(min_value=datetime(1000, 1, 1).date())
moments = st.datetimes(min_value=datetime(1000, 1, 1)).map(lambda at: at.replace(microsecond=0))
optional_days = st.none() | days

organs = st.builds(edxml.Organ, said, *[words] * 7)
staffs = st.builds(edxml.Staff, *[words] * 4)
references = st.builds(edxml.Reference, said, words, optional_days, words)
businesses = st.builds(
    edxml.Business,
    type=st.sampled_from(edxml.BusinessType),
    reason=words,
    document_id=words,
    receivers=st.lists(
        st.builds(edxml.ReceiverChange, said, st.sampled_from(edxml.ReceiverType)), max_size=2
    ).map(tuple),
    replacements=st.lists(
        st.builds(edxml.Replacement, said, st.lists(said, max_size=2).map(tuple)), max_size=2
    ).map(tuple),
    staff=staffs,
    is_on_paper=st.booleans(),
)
others = st.builds(
    edxml.OtherFacts,
    priority=st.sampled_from(edxml.Priority),
    sphere=words,
    typist=words,
    copies=st.none() | st.integers(0, 999),
    pages=st.none() | st.integers(0, 999),
    appendixes=st.lists(said, max_size=2).map(tuple),
)
attachments = st.lists(
    st.builds(
        edxml.Attachment,
        content_id=st.uuids().map(str),
        name=words,
        description=words,
        content_type=words,
        content=st.none() | st.binary(max_size=64),
    ),
    max_size=3,
    unique_by=lambda each: each.content_id,
).map(tuple)
documents = st.builds(
    edxml.Document,
    sender=organs,
    receivers=st.lists(organs, max_size=3).map(tuple),
    number=said,
    notation=words,
    issued_on=optional_days,
    place=words,
    kind=st.builds(edxml.DocumentKind, words, words, words),
    subject=words,
    content=words,
    signer=st.builds(edxml.Signer, words, words, words),
    due_on=optional_days,
    to_places=st.lists(said, max_size=3).map(tuple),
    other=others,
    answers=st.lists(references, max_size=2).map(tuple),
    task_codes=st.lists(said, max_size=2).map(tuple),
    steering=st.sampled_from(edxml.SteeringType),
    document_id=words,
    application=words,
    traces=st.lists(st.builds(edxml.Trace, said, st.none() | moments), max_size=2).map(tuple),
    business=businesses,
    attachments=attachments,
    secrecy=st.just(""),
)
statuses = st.builds(
    edxml.Status,
    about=st.builds(edxml.Reference, said, words, optional_days, said),
    sender=organs,
    code=st.sampled_from(edxml.StatusCode),
    description=words,
    at=st.none() | moments,
    staff=staffs,
    secrecy=st.just(""),
)

Key = ec.EllipticCurvePrivateKey
NOW = datetime(2026, 1, 5, tzinfo=UTC)


def certificate(
    name: str,
    key: Key,
    *,
    issuer: str | None = None,
    issued_with: Key | None = None,
    is_authority: bool = False,
    days: int = 3650,
) -> x509.Certificate:
    """A certificate of an invented body; without an issuer it vouches for itself."""
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    above = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer or name)])
    return (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(above)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=365))
        .not_valid_after(NOW - timedelta(days=365) + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .sign(issued_with or key, hashes.SHA256())
    )


def new_key() -> Key:
    return ec.generate_private_key(ec.SECP256R1())
