"""Search over everything that modules declare: one index in PostgreSQL, exact and folded."""
