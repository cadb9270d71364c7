"""The only door of the ledger for the modules: it re-exports, and holds nothing of its own."""

from nhipcau.ledger.evidence.actions import lodge, withdraw
from nhipcau.ledger.evidence.models import Evidence, Indicator, Period
from nhipcau.ledger.evidence.values import Attached, Given
from nhipcau.ledger.obligations.models import Obligation, Part
from nhipcau.ledger.papers import door as papers
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.programmes.fields import DayField
from nhipcau.ledger.programmes.models import Instrument, Programme, Provision

__all__ = [
    "Attached",
    "DayField",
    "Evidence",
    "Given",
    "Indicator",
    "Instrument",
    "Obligation",
    "Paper",
    "Part",
    "Period",
    "Programme",
    "Provision",
    "lodge",
    "papers",
    "withdraw",
]
