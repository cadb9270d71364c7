"""Địa phương: how each province carries the programme out; delegates; focal points."""
