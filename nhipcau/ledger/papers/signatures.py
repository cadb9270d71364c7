"""What the signatures in an issued file say, and which root was trusted."""

from dataclasses import asdict, dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from nhipcau.standards.signatures import (
    After,
    Doubt,
    Root,
    Signature,
    Unread,
    read_roots,
    read_signatures,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """One signature in words for the page; `root` is the trusted root, empty where there is none."""

    signer: str
    issuer: str
    signed_at: str
    holds: bool
    root: str
    doubt: str

    def as_json(self) -> dict[str, str | bool]:
        return asdict(self)


def seen_in(content: bytes) -> tuple[Seen, ...]:
    """The signatures of a PDF; nothing for other files. One that cannot be read is said so."""
    if not content.startswith(b"%PDF"):
        return ()
    try:
        return tuple(_seen(each) for each in read_signatures(content, _roots()))
    except Unread:
        unread = _("Chưa đọc được chữ ký số trong tệp; đề nghị kiểm tra bằng phần mềm của cơ quan.")
        return (Seen("", "", "", holds=False, root="", doubt=unread),)


def _roots() -> tuple[Root, ...]:
    """The certificates that this installation trusts; none where no folder is named."""
    return read_roots(settings.SIGNATURE_ROOTS) if settings.SIGNATURE_ROOTS else ()


def _seen(signature: Signature) -> Seen:
    return Seen(
        signer=signature.signer,
        issuer=signature.issuer,
        signed_at=signature.signed_at.isoformat() if signature.signed_at else "",
        holds=signature.holds,
        root=signature.root.name if signature.root else "",
        doubt=_doubt(signature),
    )


def _doubt(signature: Signature) -> str:
    """Why a signature does not hold, or no root stands behind it; empty where nothing is wrong."""
    if not signature.is_intact:
        return _("nội dung đã thay đổi sau khi ký")
    if signature.after is After.OTHER:
        return _("tệp có phần được thêm sau khi ký")
    if signature.doubt is None:
        return ""
    return {
        Doubt.NO_ROOTS: _("hệ thống chưa được cài chứng thư gốc để đối chiếu"),
        Doubt.UNKNOWN_ROOT: _("chứng thư không dẫn về chứng thư gốc được tin cậy"),
        Doubt.EXPIRED: _("chứng thư không còn hiệu lực vào lúc ký"),
        Doubt.UNFIT: _("chứng thư hoặc cách ký không phù hợp để ký văn bản"),
        Doubt.ALTERED: _("dữ liệu của chữ ký không khớp nhau"),
    }[signature.doubt]
