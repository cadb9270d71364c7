"""Agencies over time, the places they act in, and the people in them."""

from .agency import Agency, AgencyIdentifier, AgencyName
from .change import PlaceChange
from .person import Membership, User
from .place import BorderFact, CodeList, Level, Place, PlaceName
from .signing import SigningCapacity
from .succession import Succession
from .token import ApiToken

__all__ = [
    "Agency",
    "AgencyIdentifier",
    "AgencyName",
    "ApiToken",
    "BorderFact",
    "CodeList",
    "Level",
    "Membership",
    "Place",
    "PlaceChange",
    "PlaceName",
    "SigningCapacity",
    "Succession",
    "User",
]
