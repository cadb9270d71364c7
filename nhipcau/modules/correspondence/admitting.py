"""The gate for messages: what is in them, words and files, is held against the same rules."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from io import BytesIO
from typing import Any

from cryptography import x509
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext as _

from nhipcau.base.gate import REMINDER, Concern, Kind, examine_file, examine_text
from nhipcau.base.gate.fields import GatedFileField, admitted
from nhipcau.standards import edxml
from nhipcau.standards.edxml.parsing import MOST_BYTES
from nhipcau.standards.signatures import Unread, read_roots


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of a message that is not kept, and the sentence that says why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A message that the gate let in: its value, its files, what is said of its signature."""

    envelope: edxml.Envelope
    files: tuple[edxml.Unpacked, ...]
    left_out: tuple[LeftOut, ...]
    verdict: edxml.Verdict


class MessageField(GatedFileField):
    """A message of edXML; after cleaning, `opened` says what is in it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.opened: Opened | None = None

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "accept": ".edxml,.xml"}

    def clean(self, data: Any, initial: Any = None) -> Any:
        # Past the gate of office files, which knows no messages; to the one of this module.
        file = forms.FileField.clean(self, data, initial)
        if file.size > MOST_BYTES:
            raise ValidationError(_("Thông điệp chưa được tiếp nhận: dung lượng quá lớn."))
        self.opened = opened(file.read())
        file.seek(0)
        return file


def opened(content: bytes) -> Opened:
    """What is in a message. Raises ValidationError with the sentence, and then nothing is kept."""
    try:
        envelope = edxml.read(content)
        verdict = edxml.verify(content, _roots())
        files = _files(envelope)
    except edxml.EdxmlFault as fault:
        raise ValidationError(
            _(
                "Thông điệp chưa được tiếp nhận: %(fault)s. "
                "Đề nghị xuất lại từ hệ thống quản lý văn bản rồi gửi; chưa có gì được ghi."
            )
            % {"fault": fault}
        ) from None
    _check_secrecy(envelope)
    _check_signature(verdict)
    _check_words(envelope)
    kept, left_out = _sorted(files)
    return Opened(envelope, kept, left_out, verdict)


def _check_secrecy(envelope: edxml.Envelope) -> None:
    if envelope.secrecy:
        # Not even the title is repeated: it may be secret itself.
        raise ValidationError(
            _("Thông điệp chưa được tiếp nhận: có ghi độ mật. %(reminder)s")
            % {"reminder": REMINDER}
        )


def _check_signature(verdict: edxml.Verdict) -> None:
    if verdict.standing is edxml.Standing.ALTERED:
        raise ValidationError(
            _(
                "Thông điệp chưa được tiếp nhận: chữ ký sai, nội dung không đúng như khi ký. "
                "Đề nghị bên gửi xuất và gửi lại thông điệp; chưa có gì được ghi."
            )
        )


def _check_words(envelope: edxml.Envelope) -> None:
    admitted([each for words in _words_in(envelope) for each in examine_text(words)])


def _words_in(value: object) -> Iterator[str]:
    """Every text of a message, however deep, one by one: a mark stands apart in each."""
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _words_in(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _words_in(getattr(value, field.name))


def _files(envelope: edxml.Envelope) -> tuple[edxml.Unpacked, ...]:
    if isinstance(envelope, edxml.Status):
        return ()
    return tuple(file for each in envelope.attachments for file in edxml.unwrap(each))


def _sorted(
    files: tuple[edxml.Unpacked, ...],
) -> tuple[tuple[edxml.Unpacked, ...], tuple[LeftOut, ...]]:
    """Files that can be kept, and those of a kind that the gate cannot read.

    A file with a secret or with people's numbers refuses the message whole.
    """
    kept, left_out = [], []
    for file in files:
        concerns = [each for each in _concerns(file) if each.refuses]
        unread = [each for each in concerns if each.kind is Kind.FILE]
        admitted([each for each in concerns if each.kind is not Kind.FILE])
        if unread:
            left_out.append(LeftOut(file.name, unread[0].sentence))
        else:
            kept.append(file)
    return tuple(kept), tuple(left_out)


def _concerns(file: edxml.Unpacked) -> list[Concern]:
    return examine_file(File(BytesIO(file.content), name=file.name))


def _roots() -> list[x509.Certificate]:
    """The certificates that this installation trusts; none where none were set up."""
    if settings.SIGNATURE_ROOTS is None:
        return []
    try:
        roots = read_roots(settings.SIGNATURE_ROOTS)
    except (OSError, Unread):
        return []
    return [x509.load_der_x509_certificate(each.certificate.dump()) for each in roots]
