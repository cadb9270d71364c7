"""Tags of the pages of papers."""
