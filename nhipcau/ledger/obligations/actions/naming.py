"""Saying whom a name of the text means, once for the whole programme."""

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency
from nhipcau.base import audit
from nhipcau.base.audit import Actor
from nhipcau.base.refusal import Refused
from nhipcau.ledger.obligations.models import NameMeaning, Part
from nhipcau.ledger.programmes.models import Programme


@transaction.atomic
def say_meaning(
    *,
    programme: Programme,
    name: str,
    meaning: NameMeaning.Meaning,
    agency: Agency | None,
    by: Actor | None,
) -> NameMeaning:
    """A person says what a name means; every part that bears it follows.

    Raises Refused when an agency is meant and none is given.
    """
    if meaning == NameMeaning.Meaning.AGENCY and agency is None:
        raise Refused(
            _("Chưa ghi nhận được: chưa chọn cơ quan cho tên “%(name)s”.") % {"name": name}
        )
    chosen = agency if meaning == NameMeaning.Meaning.AGENCY else None
    said, _made = NameMeaning.objects.update_or_create(
        programme=programme, name=name, defaults={"meaning": meaning, "agency": chosen}
    )
    Part.objects.filter(obligation__provision__programme=programme, name_as_written=name).update(
        agency=chosen
    )
    changes = {name: (None, chosen.full_name if chosen else meaning.value)}
    audit.record("ledger.name_said", by=by, target=programme, changes=changes)
    return said
