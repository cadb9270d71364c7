"""The only door of the ledger for the modules: it re-exports, and holds nothing of its own."""

from nhipcau.ledger.obligations.models import Obligation, Part
from nhipcau.ledger.programmes.models import Programme, Provision

__all__ = ["Obligation", "Part", "Programme", "Provision"]
