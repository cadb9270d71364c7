"""Every write about evidence, figures and periods."""

from .lodging import lodge, withdraw
from .periods import close_period, reopen_period

__all__ = ["close_period", "lodge", "reopen_period", "withdraw"]
