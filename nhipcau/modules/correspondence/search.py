"""What people find of dispatches: each body its own, by subject, number and who wrote it."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency
from nhipcau.registry.manifest import SearchIndex, SearchText

from .models import Dispatch, Receipt
from .models.matter import TO_READ


def _sent() -> QuerySet[Dispatch]:
    return Dispatch.objects.select_related("sender", "matter__programme").prefetch_related(
        "sender__names", "receipts"
    )


def _received() -> QuerySet[Receipt]:
    return Receipt.objects.select_related(
        "agency", "dispatch__sender", "dispatch__matter__programme"
    ).prefetch_related("dispatch__sender__names", "dispatch__receipts")


def _describe_sent(dispatch: Dispatch) -> SearchText:
    return _text(dispatch, dispatch.sender)


def _describe_received(receipt: Receipt) -> SearchText | None:
    return _text(receipt.dispatch, receipt.agency) if receipt.agency else None


def _text(dispatch: Dispatch, body: Agency) -> SearchText:
    receivers = [each.name for each in dispatch.receipts.all()]
    said = (dispatch.get_state_display(), dispatch.sender_name, *receivers, dispatch.summary)
    return SearchText(
        address=dispatch.get_absolute_url(),
        title=dispatch.subject,
        body=". ".join(filter(None, said)),
        place=dispatch.number,
        within=dispatch.matter.title,
        names=(dispatch.number,),
        audience=f"{TO_READ}@{body.uuid}",
        dated_on=dispatch.issued_on,
    )


SEARCH = (
    SearchIndex("dispatch-sent", _("Văn bản trao đổi đi"), _sent, _describe_sent),
    SearchIndex("dispatch-received", _("Văn bản trao đổi đến"), _received, _describe_received),
)
