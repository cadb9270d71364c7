"""The programme page as values: the outline, and each provision with its words and its margin."""

from nhipcau.ledger.programmes.models import Programme


def of(programme: Programme) -> object:
    return programme
