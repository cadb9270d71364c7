"""Plans, tasks with their history, money, and the documents that tasks come from."""

from .directive import Directive
from .money import BudgetLine
from .moves import TaskMove, TaskMoveText
from .plan import Plan
from .task import Task, TaskPart

__all__ = ["BudgetLine", "Directive", "Plan", "Task", "TaskMove", "TaskMoveText", "TaskPart"]
