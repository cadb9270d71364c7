"""What a demonstration has on top: invented accounts, and a worked year that says it is one."""

from .accounts import DemoAccount, accounts, open_accounts
from .year import live

__all__ = ["DemoAccount", "accounts", "live", "open_accounts"]
