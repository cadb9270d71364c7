"""Serving an installation: its processes, its address, its one record of being up."""
