"""What the digital signatures of a recorded file say, in sentences for the page that shows it."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from nhipcau.standards.signatures import (
    After,
    Doubt,
    Reason,
    Root,
    Signature,
    Unread,
    read_roots,
    read_signatures,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The signatures of one file; `trouble` says in a sentence what could not be read or trusted."""

    signatures: tuple[Signature, ...] = ()
    trouble: str = ""

    def sentences(self) -> list[str]:
        """One sentence for each signature, then what stood in the way; never empty."""
        told = [sentence_of(each) for each in self.signatures]
        if self.trouble:
            told.append(self.trouble)
        return told or [_("Tệp không có chữ ký số.")]


def read_signed_file(content: bytes) -> Reading:
    """Read the signatures of a PDF against the roots of NHIPCAU_SIGNATURE_ROOTS; never raises.

    May take seconds for a hostile file: call it before the transaction that records the file.
    """
    roots, trouble = _trusted_roots(settings.SIGNATURE_ROOTS)
    try:
        signatures = read_signatures(content, roots)
    except Unread as unread:
        return Reading(trouble=_unread(unread.reason))
    return Reading(signatures, trouble if signatures else "")


def sentence_of(signature: Signature) -> str:
    """Who signed when, whether it holds, and which root was trusted, in one sentence."""
    named = {
        "who": signature.signer,
        "when": _moment(signature),
        "bytes": _bytes(signature),
        "trust": _trust(signature),
    }
    return _("%(who)s ký %(when)s; %(bytes)s; %(trust)s.") % named


def _trusted_roots(folder: Path | None) -> tuple[tuple[Root, ...], str]:
    if folder is None:
        return (), _("Chưa có chứng thư gốc nào được cấu hình.")
    try:
        roots = read_roots(folder)
    except OSError:
        return (), _("Không mở được thư mục chứng thư gốc.")
    except Unread as unread:
        named = {"file": unread.detail}
        return (), _("Tệp %(file)s trong thư mục chứng thư gốc không phải chứng thư.") % named
    return roots, "" if roots else _("Chưa có chứng thư gốc nào được cấu hình.")


def _moment(signature: Signature) -> str:
    if signature.signed_at is None:
        return _("không rõ thời điểm")
    moment = date_format(timezone.localtime(signature.signed_at), "H:i d/m/Y")
    if signature.time_is_attested:
        return _("lúc %s (có dấu thời gian)") % moment
    return _("lúc %s (theo đồng hồ của người ký)") % moment


def _bytes(signature: Signature) -> str:
    if not signature.is_intact:
        return _("nội dung đã bị thay đổi sau khi ký")
    if signature.covers_whole:
        return _("nội dung nguyên vẹn, chữ ký bao trùm toàn bộ tệp")
    if signature.after is After.OTHER:
        return _("phần đã ký nguyên vẹn nhưng tệp có nội dung thêm vào sau khi ký")
    return _("nội dung nguyên vẹn, sau đó chỉ có thêm chữ ký")


def _trust(signature: Signature) -> str:
    if signature.root:
        named = {"name": signature.root.name, "print": signature.root.fingerprint}
        return _("tin cậy theo chứng thư gốc %(name)s (SHA-256 %(print)s)") % named
    return {
        Doubt.NO_ROOTS: _("chưa đối chiếu với chứng thư gốc nào"),
        Doubt.UNKNOWN_ROOT: _("không dẫn tới chứng thư gốc nào được tin cậy"),
        Doubt.EXPIRED: _("chứng thư đã hết hoặc chưa có hiệu lực vào thời điểm ký"),
        Doubt.UNFIT: _("chứng thư hoặc thuật toán không đạt yêu cầu của chữ ký"),
        Doubt.ALTERED: _("không xét chứng thư vì chữ ký không khớp"),
        None: "",
    }[signature.doubt]


def _unread(reason: Reason) -> str:
    return {
        Reason.TOO_LARGE: _("Chưa đọc được chữ ký số: tệp quá lớn hoặc quá phức tạp."),
        Reason.NOT_PDF: _("Chưa đọc được chữ ký số: tệp không phải PDF."),
        Reason.BROKEN: _("Chưa đọc được chữ ký số: tệp PDF bị hỏng."),
        Reason.LOCKED: _("Chưa đọc được chữ ký số: tệp PDF được đặt mật khẩu."),
        Reason.UNKNOWN_KIND: _("Chưa đọc được chữ ký số: kiểu chữ ký không được hỗ trợ."),
        Reason.BROKEN_ROOT: _("Chưa đọc được chữ ký số: chứng thư gốc bị hỏng."),
    }[reason]
