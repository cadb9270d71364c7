"""Letters, syllables, dates and sort keys of Vietnamese: plain Python."""
