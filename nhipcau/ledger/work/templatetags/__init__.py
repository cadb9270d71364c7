"""Tags of the work's pages."""
