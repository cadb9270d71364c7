"""Where the words of a dispatch live: itself, its files and messages, receipts, what happened to it."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from nhipcau.base.copies import Copy, fields, files, removed, told_of, words
from nhipcau.registry.manifest import Copies

from .models import Dispatch, DispatchEvent, Matter

WORDS = ("number", "subject", "summary", "signer_position", "signer", "task_codes", "to_places",
         "kept_by", "note", "document_id")  # fmt: skip


def of_dispatch(dispatch: Dispatch) -> Iterator[Copy]:
    """The document, its files and edXML messages, its receipts and events."""
    kept, messages = list(dispatch.files.all()), list(dispatch.messages.all())
    yield fields(_("Số, trích yếu, tóm tắt của văn bản"), [dispatch], WORDS)
    yield files(_("Tệp của văn bản"), kept)
    yield files(_("Thông điệp edXML"), messages)
    yield removed(_("Tên tệp"), [*kept, *messages])
    yield fields(_("Ghi chú của nơi nhận"), dispatch.receipts.all(), ("handler", "note"))
    yield words(_("Diễn biến văn bản"), dispatch.events.all())


def of_event(event: DispatchEvent) -> Iterator[Copy]:
    """What was said with it stands in the audit of its dispatch as well."""
    yield told_of(event.dispatch)


def of_matter(matter: Matter) -> Iterator[Copy]:
    """Its title; each dispatch is proposed by itself."""
    yield fields(_("Tên vụ việc"), [matter], ("title",))


COPIES = (
    Copies(Dispatch, _("Văn bản trao đổi"), of_dispatch),
    Copies(DispatchEvent, _("Diễn biến văn bản"), of_event),
    Copies(Matter, _("Vụ việc trao đổi"), of_matter),
)
