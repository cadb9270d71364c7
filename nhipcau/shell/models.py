"""Rows of the shell: the index of search."""

from .search.models import SearchEntry, Synonym

__all__ = ["SearchEntry", "Synonym"]
