"""Every write about evidence, figures and periods."""

from .figures import aim, give_figure, set_effect
from .indicators import Definition, add_indicator, change_indicator
from .lodging import lodge, withdraw
from .periods import close_period, reopen_period
from .quarters import Quarter, send_quarter
from .retention import discard_expired
from .rules import add_rule, drop_rule

__all__ = [
    "Definition",
    "Quarter",
    "add_indicator",
    "add_rule",
    "aim",
    "change_indicator",
    "close_period",
    "discard_expired",
    "drop_rule",
    "give_figure",
    "lodge",
    "reopen_period",
    "send_quarter",
    "set_effect",
    "withdraw",
]
