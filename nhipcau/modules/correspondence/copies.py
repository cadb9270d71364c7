"""Where the words of a dispatch live: what stands on it, its files, its messages, what happened."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from nhipcau.base.copies import Copy, fields, files, removed, renewed, told_of, words
from nhipcau.registry.manifest import Copies

from .models import Dispatch, DispatchEvent, DispatchFile, Matter, Message

HEAD = (
    "number", "kind", "subject", "summary", "signer_position", "signer", "to_places", "kept_by",
    "note", "document_id",
)  # fmt: skip


def of_dispatch(dispatch: Dispatch) -> Iterator[Copy]:
    """Every edition of the document, its files and messages; the matter, where it says the same."""
    editions = _editions(dispatch)
    yield fields(_("Số, trích yếu, tóm tắt, người ký"), editions, HEAD, task_codes=[])
    for each in editions:
        yield fields(
            _("Ghi chép ở nơi nhận"), each.receipts.all(), ("handler", "signed_for", "note")
        )
        kept, messages = list(each.files.all()), list(each.messages.all())
        yield files(_("Tệp của văn bản"), kept)
        yield files(_("Thông điệp edXML"), messages)
        yield removed(_("Tên tệp"), [*kept, *messages])
        yield words(_("Diễn biến của văn bản"), each.events.all())
        yield renewed(each, *each.receipts.all())
    if dispatch.matter.title in {each.subject[:300] for each in editions}:
        yield fields(_("Tên vụ việc"), [dispatch.matter], ("title",))


def of_matter(matter: Matter) -> Iterator[Copy]:
    """Its title only; each dispatch is proposed by itself."""
    yield fields(_("Tên vụ việc"), [matter], ("title",))
    yield renewed(*matter.dispatches.all())


def of_event(event: DispatchEvent) -> Iterator[Copy]:
    """A reason stands in the audit of its dispatch as well."""
    yield told_of(event.dispatch)


def of_message(message: Message) -> Iterator[Copy]:
    """The bytes as handed in; what was taken in from them goes with its dispatch."""
    if message.dispatch is not None:
        yield from of_dispatch(message.dispatch)
    else:
        yield files(_("Thông điệp edXML"), [message])
        yield removed(_("Tên tệp"), [message])


def _editions(dispatch: Dispatch) -> list[Dispatch]:
    """The same document before and after its updates; one that replaced it is another document."""
    found, waiting = [dispatch], [dispatch]
    updated = Dispatch.State.UPDATED
    while waiting:
        each = waiting.pop()
        near = list(each.supersedes.filter(state=updated))
        if each.state == updated and each.superseded_by is not None:
            near.append(each.superseded_by)
        fresh = [one for one in near if one not in found]
        found += fresh
        waiting += fresh
    return found


COPIES = (
    Copies(Dispatch, _("Văn bản trao đổi"), of_dispatch),
    Copies(Matter, _("Vụ việc"), of_matter),
    Copies(DispatchEvent, _("Diễn biến của văn bản"), of_event),
    Copies(DispatchFile, _("Tệp của văn bản"), lambda file: of_dispatch(file.dispatch)),
    Copies(Message, _("Thông điệp edXML"), of_message),
)
