"""Who may open which address: one table for each room, all of them together here.

A table module says `DOORS` (name of an address → Door), `HOLDERS` (permission → roles) and, where
its addresses name objects, `objects(world)`: name of an address → what stands in it.
"""

import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import Any

from .kinds import Door

DOORS: dict[str, Door] = {}
HOLDERS: dict[str, set[str]] = {}
OBJECTS: list[Callable[[Any], dict[str, dict[str, object]]]] = []

for _module in pkgutil.iter_modules(__path__):
    _table = import_module(f"{__name__}.{_module.name}")
    DOORS.update(getattr(_table, "DOORS", {}))
    HOLDERS.update(getattr(_table, "HOLDERS", {}))
    if hasattr(_table, "objects"):
        OBJECTS.append(_table.objects)
