"""Evidence with its measures, indicators, periods with their closing days, and people's figures."""

from .evidence import (
    Evidence,
    EvidenceFile,
    EvidenceText,
    Measure,
    Withdrawal,
    WithdrawalText,
)
from .figure import Figure
from .indicator import Indicator
from .period import Period

__all__ = [
    "Evidence",
    "EvidenceFile",
    "EvidenceText",
    "Figure",
    "Indicator",
    "Measure",
    "Period",
    "Withdrawal",
    "WithdrawalText",
]
