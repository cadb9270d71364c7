"""Every page in a real browser: accessibility, both widths, both schemes, no script, no violation."""
