"""Judge the signatures of a PDF with pyHanko, offline; `reading` runs this in a process of its own."""

import io
import logging
from collections.abc import Sequence
from datetime import datetime

from pyhanko.pdf_utils.decode_limits import DecodeLimits
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate, AdESSubIndic
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    validate_pdf_signature,
)
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from . import limits
from .errors import Reason, Unread
from .roots import Root, name_of
from .signature import After, Doubt, Signature

# It tells of every doubt with a trace, for which a typed answer is given here.
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)

APPENDED = {
    ModificationLevel.NONE: After.NOTHING,
    ModificationLevel.LTA_UPDATES: After.SIGNATURES,
    ModificationLevel.FORM_FILLING: After.SIGNATURES,
}
EXPIRED = frozenset({AdESIndeterminate.EXPIRED, AdESIndeterminate.NOT_YET_VALID,
                     AdESIndeterminate.OUT_OF_BOUNDS_NO_POE,
                     AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED})  # fmt: skip


def judge(pdf_bytes: bytes, trusted_roots: Sequence[Root]) -> tuple[Signature, ...]:
    """Return the signatures of a PDF in the order of signing; an unsigned one gives ().

    Document time stamps are no signatures of a person and are left out. Raises Unread: broken,
    locked by a password, or a signature of a kind not known here.
    """
    try:
        reader = PdfFileReader(
            io.BytesIO(pdf_bytes), strict=False, decode_limits=DecodeLimits.for_untrusted_input()
        )
        if reader.encrypt_dict is not None:
            raise Unread(Reason.LOCKED)
        return tuple(_read(each, trusted_roots) for each in _signed_fields(reader))
    except Unread:
        raise
    except MemoryError as error:
        raise Unread(Reason.TOO_LARGE, "memory") from error
    except Exception as error:
        # The library meets files of strangers with whatever Python raises; recursion among it.
        raise Unread(Reason.BROKEN, type(error).__name__) from error


def _signed_fields(reader: PdfFileReader) -> list[EmbeddedPdfSignature]:
    """The signatures of persons by revision; the library's own list is silent on unknown kinds."""
    found: list[EmbeddedPdfSignature] = []
    for name, held, field in enumerate_sig_fields(reader, filled_status=True):
        if len(found) >= limits.MOST_SIGNATURES:
            raise Unread(Reason.TOO_LARGE, "signatures")
        if held.get_object().get("/Type", "/Sig") != "/DocTimeStamp":
            found.append(EmbeddedPdfSignature(reader, field, name))
    return sorted(found, key=lambda each: each.signed_revision)


def _read(embedded: EmbeddedPdfSignature, roots: Sequence[Root]) -> Signature:
    status = _checked(embedded, roots, embedded.self_reported_timestamp)
    stamp = status.timestamp_validity
    attested = bool(stamp and stamp.valid and stamp.intact and stamp.trusted)
    if attested and stamp:
        status = _checked(embedded, roots, stamp.timestamp)
    certificate = status.signing_cert
    root = _root_behind(status, roots)
    return Signature(
        signer=name_of(certificate),
        issuer=str(
            certificate.issuer.native.get("common_name") or certificate.issuer.human_friendly
        ),
        signed_at=stamp.timestamp if attested and stamp else embedded.self_reported_timestamp,
        time_is_attested=attested,
        is_intact=bool(status.intact and status.valid),
        covers_whole=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        after=_appended(status),
        root=root,
        doubt=None if root else _doubt(status, roots),
        fingerprint=certificate.sha256.hex(),
    )


def _checked(
    embedded: EmbeddedPdfSignature, roots: Sequence[Root], moment: datetime | None
) -> PdfSignatureStatus:
    """The library's verdict, with the certificates looked at as they were at `moment`."""
    context = ValidationContext(
        trust_roots=[root.certificate for root in roots],
        allow_fetching=False,
        moment=moment if moment and moment.tzinfo else None,
    )
    try:
        return validate_pdf_signature(embedded, signer_validation_context=context)
    except SignatureValidationError as error:
        raise Unread(Reason.UNKNOWN_KIND, str(error)) from error
    except PdfError as error:
        raise Unread(Reason.BROKEN, str(error)) from error


def _appended(status: PdfSignatureStatus) -> After:
    # A permission of the signer's own ("no changes") may forbid even what else is harmless.
    if status.docmdp_ok is False or status.modification_level is None:
        return After.OTHER
    return APPENDED.get(status.modification_level, After.OTHER)


def _root_behind(status: PdfSignatureStatus, roots: Sequence[Root]) -> Root | None:
    path = status.validation_path
    if not status.trusted or not status.intact or not status.valid or path is None:
        return None
    anchor = path.first.sha256.hex()
    return next((root for root in roots if root.fingerprint == anchor), None)


def _doubt(status: PdfSignatureStatus, roots: Sequence[Root]) -> Doubt:
    problem: AdESSubIndic | None = status.trust_problem_indic
    if not (status.intact and status.valid):
        return Doubt.ALTERED
    if not roots:
        return Doubt.NO_ROOTS
    if problem in EXPIRED:
        return Doubt.EXPIRED
    is_unknown = problem in {None, AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND}
    return Doubt.UNKNOWN_ROOT if is_unknown else Doubt.UNFIT
