"""Agencies over time, and the people in them with their dated roles."""
