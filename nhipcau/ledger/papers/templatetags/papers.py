"""Blocks of a document on a page."""

from collections.abc import Iterable

from django import template

from nhipcau.ledger.papers.showing import Piece, pieces
from nhipcau.standards.nd30.document import Block

register = template.Library()


@register.simple_tag
def pieces_of(blocks: Iterable[Block]) -> list[Piece]:
    """The blocks as a template shows them."""
    return list(pieces(blocks))
