"""What is installed, reachable, writable, out of date: one row each, with its remedy."""

from nhipcau.project.health.machine import absent
from nhipcau.project.health.row import Row, State
from nhipcau.project.health.rows import every_row

__all__ = ["Row", "State", "absent", "every_row"]
