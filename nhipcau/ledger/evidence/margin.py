"""«Đã làm» beside each provision: how much evidence counts for it, and the way there."""

from collections.abc import Mapping
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import ngettext

from nhipcau.ledger.obligations.margins import Aside
from nhipcau.ledger.programmes.models import Programme

from .listing import PROVISION
from .models import ProvisionCount


def done(programme: Programme) -> Mapping[int, Aside]:
    """By provision: its number of standing evidence; one query, none for a programme without."""
    held = ProvisionCount.objects.filter(provision__programme=programme, number__gt=0)
    listed = reverse("ledger:evidence", args=[programme.slug])
    return {
        key: Aside(_words(number), f"{listed}?{PROVISION}={quote(address)}")
        for key, address, number in held.values_list("provision", "provision__address", "number")
    }


def _words(number: int) -> str:
    said = ngettext("Đã làm: %(number)s minh chứng", "Đã làm: %(number)s minh chứng", number)
    return said % {"number": f"{number:,}".replace(",", ".")}
