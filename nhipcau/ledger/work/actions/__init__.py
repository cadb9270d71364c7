"""Every write about plans, tasks, directives and money."""

from . import directives, money, plans, tasks

__all__ = ["directives", "money", "plans", "tasks"]
