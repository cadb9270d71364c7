"""Văn bản: drafts that two sides agree on, then signed and issued outside, and recorded here."""
