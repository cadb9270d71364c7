"""Every write about how provinces carry a programme out, one file for each kind."""
