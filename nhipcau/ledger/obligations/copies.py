"""Where the words of provisions live on in obligations, and those of obligations in decisions."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from nhipcau.base.copies import Copy, fields, removed, renewed, told_of, words
from nhipcau.ledger.programmes.models import (
    Amendment,
    AmendmentConsent,
    Programme,
    Provision,
    SignedText,
)
from nhipcau.registry.manifest import Copies

from .models import Confirmation, NameMeaning, Obligation, Part

SPAN: dict[str, None] = {"paragraph": None, "start": None, "end": None}


def of_obligations(obligations: "QuerySet[Obligation]") -> Iterator[Copy]:
    """What was read from the words, by whom it was confirmed, and where in them it stood."""
    yield fields(
        _("Sản phẩm, thời hạn của nội dung phối hợp"), obligations,
        ("recurrence", "due", "deliverable", "functions"), **SPAN,
    )  # fmt: skip
    parts = Part.objects.filter(obligation__in=obligations)
    yield fields(_("Tên cơ quan trong nội dung phối hợp"), parts, ("name_as_written",), **SPAN)
    decisions = Confirmation.objects.filter(obligation__in=obligations.values("uuid"))
    yield words(_("Nội dung đã xác nhận"), decisions)


def of_programme(programme: Programme) -> Iterator[Copy]:
    """Obligations of every place of its text, and the names that people explained."""
    yield from of_obligations(Obligation.objects.filter(provision__programme=programme))
    yield _names(programme)


def of_text(text: SignedText) -> Iterator[Copy]:
    """Those of the text as signed."""
    signed = text.programme.provisions.signed()
    yield from of_obligations(Obligation.objects.filter(provision__in=signed))
    yield _names(text.programme)


def of_provision(provision: Provision) -> Iterator[Copy]:
    """Obligations that rest on the place."""
    yield from of_obligations(Obligation.objects.filter(provision=provision))


def of_amendment(amendment: Amendment) -> Iterator[Copy]:
    """Obligations of the places that it inserted."""
    yield from of_obligations(Obligation.objects.filter(provision__amendment=amendment))


def of_obligation(obligation: Obligation) -> Iterator[Copy]:
    """Itself with its decisions; the words of the provision are the provision's."""
    yield from of_obligations(Obligation.objects.filter(pk=obligation.pk))


def of_confirmation(confirmation: Confirmation) -> Iterator[Copy]:
    """The product and the functions stand in the obligation, the remark in the audit."""
    own = Obligation.objects.filter(uuid=confirmation.obligation)
    yield fields(_("Sản phẩm của nội dung phối hợp"), own, ("deliverable", "functions"))
    yield told_of(*own)
    yield renewed(*own)


def of_consent(consent: AmendmentConsent) -> Iterator[Copy]:
    """Of one given: what rests on the places inserted by what was agreed to."""
    if consent.given:
        yield from of_amendment(consent.amendment)


def _names(programme: Programme) -> Copy:
    return removed(_("Nghĩa của tên gọi"), NameMeaning.objects.filter(programme=programme))


COPIES = (
    Copies(Obligation, _("Nội dung phối hợp"), of_obligation),
    Copies(Confirmation, _("Xác nhận nội dung phối hợp"), of_confirmation),
    Copies(Programme, _("Chương trình"), of_programme),
    Copies(SignedText, _("Văn bản gốc"), of_text),
    Copies(Provision, _("Điều khoản"), of_provision),
    Copies(Amendment, _("Văn bản sửa đổi, bổ sung"), of_amendment),
    Copies(AmendmentConsent, _("Ý kiến về văn bản sửa đổi"), of_consent),
)
