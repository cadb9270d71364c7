"""Who leads, who joins, by when, how often."""
