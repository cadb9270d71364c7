"""Agencies over time, and the people in them."""

from .agency import Agency, AgencyName
from .person import Membership, User

__all__ = ["Agency", "AgencyName", "Membership", "User"]
