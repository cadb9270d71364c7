"""Settings, root addresses, command line: the only place that names modules."""
