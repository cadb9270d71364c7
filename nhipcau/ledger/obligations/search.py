"""What people find of obligations: who has which part, in the words of the provision."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.programmes.search import AUDIENCES, audience, name
from nhipcau.registry.manifest import SearchIndex, SearchText

from .models import Obligation


def _obligations() -> QuerySet[Obligation]:
    return Obligation.objects.select_related("provision__programme").prefetch_related(
        "parts", "provision__programme__signed_texts"
    )


def _obligation(obligation: Obligation) -> SearchText | None:
    if obligation.state == Obligation.State.REJECTED:
        return None
    programme = obligation.provision.programme
    return SearchText(
        address=f"{programme.get_absolute_url()}#{obligation.provision.address}",
        title=_parts(obligation),
        body=f"{obligation.words} {obligation.deliverable}".strip(),
        place=obligation.provision.address,
        within=name(programme),
        audience=_audience(obligation),
        dated_on=programme.signed_on,
        turn=obligation.provision.order,
        sources=tuple(signed.uuid for signed in programme.signed_texts.all()),
    )


def _parts(obligation: Obligation) -> str:
    parts = [
        f"{part.get_role_display()}: {part.name_as_written}" for part in obligation.parts.all()
    ]
    return "; ".join([_("Hai bên cùng thực hiện"), *parts] if obligation.implied_both else parts)


def _audience(obligation: Obligation) -> str:
    """What only a machine has read is for those inside, as on the page of the programme."""
    widest = 0 if obligation.is_confirmed else 1
    return AUDIENCES[max(widest, AUDIENCES.index(audience(obligation.provision.programme)))]


def _of(programme: Programme) -> QuerySet[Obligation]:
    return Obligation.objects.filter(provision__programme=programme)


SEARCH = (
    SearchIndex(
        "obligation",
        gettext_lazy("Nội dung phối hợp"),
        _obligations,
        _obligation,
        follows={Programme: _of},
    ),
)
