"""The only door of the ledger for the modules: it re-exports, and holds nothing of its own."""

from nhipcau.ledger.evidence.actions import lodge, withdraw
from nhipcau.ledger.evidence.models import Evidence, Indicator, Period
from nhipcau.ledger.evidence.policies import Refused
from nhipcau.ledger.evidence.values import Attached, Given
from nhipcau.ledger.obligations.models import Obligation, Part
from nhipcau.ledger.programmes.models import Programme, Provision

__all__ = [
    "Attached",
    "Evidence",
    "Given",
    "Indicator",
    "Obligation",
    "Part",
    "Period",
    "Programme",
    "Provision",
    "Refused",
    "lodge",
    "withdraw",
]
