"""The Vietnamese language as programs need it: folding, syllables, dates, order. Plain Python."""
