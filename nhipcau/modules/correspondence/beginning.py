"""What a form for a new dispatch knows before anybody types: the way here, and who writes to whom."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from nhipcau.agencies.bodies import bodies_of
from nhipcau.agencies.models import Agency, User
from nhipcau.ledger.public import Programme

from .finding import Found, held_under
from .models import Dispatch, Matter, Receipt


def suggested_agencies(user: User) -> Iterable[Agency]:
    """Agencies that letters usually go to: own bodies, parties, whoever wrote or received."""
    seen = Dispatch.objects.visible_to(user).order_by()
    receipts = Receipt.objects.filter(dispatch__in=seen.values("pk"), agency__isnull=False)
    parties = Programme.objects.visible_to(user).filter(parties__agency__isnull=False).order_by()
    keys = {
        *bodies_of(user),
        *seen.values_list("sender", flat=True),
        *receipts.order_by().values_list("agency", flat=True),
        *parties.values_list("parties__agency", flat=True),
    }
    return Agency.objects.filter(pk__in=keys).prefetch_related("names")


def begun(request: HttpRequest, user: User) -> dict[str, Any]:
    """What the way here says already: the matter, the dispatch to answer, a pasted number."""
    own = user.acting_for
    # With its code: several agencies may have borne one name.
    said: dict[str, Any] = {"sender": f"{own} ({own.code})" if own else ""}
    answered = _named(request.GET.get("tra-loi"), Dispatch.objects.visible_to(user))
    if answered is not None:
        said |= {
            "matter": answered.matter_id,
            "answers": answered.number,
            "purpose": Dispatch.Purpose.ANSWER,
            "receivers": f"{answered.sender} ({answered.sender.code})",
            "subject": f"Trả lời văn bản số {answered.number}",  # goes into a document
        }
    if within := _named(request.GET.get("vu-viec"), Matter.objects.visible_to(user)):
        said["matter"] = within.pk
    pasted = request.GET.get("so", "")[:300]
    found = held_under(pasted, user) if pasted else []
    return {**said, **_from_held(found[0])} if found else said


def _from_held(found: Found) -> dict[str, Any]:
    """A dispatch that is held is answered; anything else is what is being sent."""
    if found.is_dispatch:
        purpose = Dispatch.Purpose.ANSWER
        return {"answers": found.number, "receivers": found.issuer, "purpose": purpose}
    begun = {"number": found.number, "issued_on": found.issued_on, "subject": found.title}
    return {**begun, "sender": found.issuer} if found.issuer_code else begun


def _named(uuid: str | None, rows: Any) -> Any:
    try:
        return rows.filter(uuid=UUID(uuid or "")).first()
    except ValueError:
        return None
