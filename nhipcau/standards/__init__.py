"""Formats that others read and write, one module for each: plain Python."""
