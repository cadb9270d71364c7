"""What a request is about: the programme, one evidence, one indicator, one period."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from nhipcau.agencies.models import Agency
from nhipcau.ledger.programmes.models import Programme

from .models import Evidence, Indicator, Period


def programme_of(request: HttpRequest, slug: str) -> Programme:
    """The programme, where this person may read it."""
    return get_object_or_404(Programme.objects.visible_to(request.user), slug=slug)


def evidence_of(request: HttpRequest, uuid: UUID) -> Evidence:
    """One evidence that this person may read, with what its page shows."""
    rows = Evidence.objects.visible_to(request.user).with_row().select_related("programme")
    return get_object_or_404(rows, uuid=uuid)


def indicator_of(request: HttpRequest, uuid: UUID) -> Indicator:
    """One indicator of a programme that this person may read."""
    rows = Indicator.objects.select_related("programme", "provision")
    return get_object_or_404(
        rows, uuid=uuid, programme__in=Programme.objects.visible_to(request.user)
    )


def period_of(request: HttpRequest, uuid: UUID) -> Period:
    """One period of a programme that this person may read."""
    rows = Period.objects.select_related("programme")
    return get_object_or_404(
        rows, uuid=uuid, programme__in=Programme.objects.visible_to(request.user)
    )


def uuid_in(words: str) -> UUID | None:
    """A uuid that stands in an address; None for anything else."""
    try:
        return UUID(words)
    except ValueError:
        return None


def suggested(limit: int = 400) -> list[str]:
    """Agencies as a list of suggestions has them: «Cục Thông tin đối ngoại (cuc-ttdn)»."""
    rows = Agency.objects.filter(last_day=None, is_type=False).prefetch_related("names")[:limit]
    return [f"{each} ({each.code})" for each in rows]
