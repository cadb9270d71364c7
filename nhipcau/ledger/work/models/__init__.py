"""Plans, tasks with their history, money, and the documents that tasks come from."""

from .directive import Directive
from .feed import CalendarFeed, Digest
from .money import BudgetLine
from .moves import TaskMove, TaskMoveText
from .plan import Plan
from .task import Task, TaskPart
from .visibility import VisibilityRung

__all__ = [
    "BudgetLine",
    "CalendarFeed",
    "Digest",
    "Directive",
    "Plan",
    "Task",
    "TaskMove",
    "TaskMoveText",
    "TaskPart",
    "VisibilityRung",
]
