"""Evidence with its measures, indicators, periods with their closing days, and people's figures."""

from .effect import EffectValue
from .evidence import (
    Evidence,
    EvidenceFile,
    EvidenceText,
    Measure,
    Said,
    Withdrawal,
    WithdrawalText,
)
from .figure import Figure
from .indicator import Indicator, TaskTarget
from .period import Period, PeriodMove, PeriodMoveText, PeriodRule
from .quarter import CommuneQuarter
from .rule import EvidenceRule, ProvisionCount

__all__ = [
    "CommuneQuarter",
    "EffectValue",
    "Evidence",
    "EvidenceFile",
    "EvidenceRule",
    "EvidenceText",
    "Figure",
    "Indicator",
    "Measure",
    "Period",
    "PeriodMove",
    "PeriodMoveText",
    "PeriodRule",
    "ProvisionCount",
    "Said",
    "TaskTarget",
    "Withdrawal",
    "WithdrawalText",
]
