"""What people find of the ledger, in the order in which the page of search offers it."""

from nhipcau.ledger.obligations.search import SEARCH as OBLIGATIONS
from nhipcau.ledger.programmes.search import SEARCH as SIGNED_TEXT

SEARCH = (*SIGNED_TEXT, *OBLIGATIONS)
