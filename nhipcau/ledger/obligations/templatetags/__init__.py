"""Filters of the pages of what was agreed."""
