"""Those who act, as base knows them: by a uuid."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4


@dataclass(frozen=True)
class Person:
    uuid: UUID = field(default_factory=uuid4)
