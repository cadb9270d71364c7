"""From a file to the text that the reader reads: what it is, whether it may be opened, its lines."""
