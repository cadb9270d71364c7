"""Every write about agencies and people."""

from .memberships import appoint, open_account

__all__ = ["appoint", "open_account"]
