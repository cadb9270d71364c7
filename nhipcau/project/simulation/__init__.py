"""A national year that never was: as many tasks, moves and evidence as a whole country leaves.

For trying the platform under load, and for measuring it. Everything says that it is simulated; an
installation that holds work of its own is refused.
"""

from .year import NotHere, Size, simulate

__all__ = ["NotHere", "Size", "simulate"]
