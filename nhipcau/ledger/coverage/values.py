"""What a person says in a form, as values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import Plan

from .models import ProvinceAction


@dataclass(frozen=True, slots=True)
class ActionChange:
    """How a province carries a programme out, as somebody says it."""

    way: ProvinceAction.Way
    first_day: date
    source: str
    title: str = ""
    number: str = ""
    issued_on: date | None = None
    approved_on: date | None = None
    # None is «chưa có số liệu», 0 is that nothing was allotted.
    amount: Decimal | None = None
    amount_source: str = ""
    amount_words: str = ""
    reason: str = ""
    first_year: int | None = None
    last_year: int | None = None
    last_day: date | None = None
    own_programme: Programme | None = None
    own_plan: Plan | None = None
