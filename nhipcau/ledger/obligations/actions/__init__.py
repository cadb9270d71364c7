"""Every write about obligations: proposed by the reader, decided by a person, then published."""

from .decisions import Change, Stale, change, confirm, confirm_as, merge, reject, split, withdraw
from .intake import take_in, text_of
from .naming import say_meaning
from .proposals import add, propose
from .publishing import make_public, publish

__all__ = [
    "Change",
    "Stale",
    "add",
    "change",
    "confirm",
    "confirm_as",
    "make_public",
    "merge",
    "propose",
    "publish",
    "reject",
    "say_meaning",
    "split",
    "take_in",
    "text_of",
    "withdraw",
]
