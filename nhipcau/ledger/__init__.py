"""The heart: what was signed, what is owed, what was done."""
