"""Drafts, their editions, who consented, and what was recorded of them."""

from .moves import PaperEdition, PaperEditionText, PaperMove, PaperMoveText
from .outline import Outline
from .paper import Paper, PaperRecipient, PaperSection, PaperSide, readable_by
from .rung import Relation, Rung

__all__ = [
    "Outline",
    "Paper",
    "PaperEdition",
    "PaperEditionText",
    "PaperMove",
    "PaperMoveText",
    "PaperRecipient",
    "PaperSection",
    "PaperSide",
    "Relation",
    "Rung",
    "readable_by",
]
