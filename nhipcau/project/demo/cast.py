"""Who appears in the worked year: people by their names before the @, agencies by their codes."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from nhipcau.agencies.models import Agency, Place, User
from nhipcau.ledger.programmes.models import Programme, Provision
from nhipcau.ledger.work.models import Plan, Task

from .accounts import person

# Who works for which agency in the example: an officer, and another person who confirms.
SPEAKERS = {
    "mera": ("dau-moi", "lanh-dao"),
    "mera-cds": ("dau-moi", "lanh-dao"),
    "mcst": ("chuyen-vien", "lanh-dao-ben-kia"),
    "mcst-ttcs-ttdn": ("chuyen-vien", "lanh-dao-ben-kia"),
    "ubnd-tuyen-quang-2025": ("tinh", "lanh-dao-tinh"),
    "ubnd-lang-son": ("tinh-lang-son", "tinh-lang-son"),
    "ubnd-xa-00715": ("xa", "xa"),
    "ubnd-xa-06184": ("xa-dong-dang", "xa-dong-dang"),
    "vi-du-don-bien-phong": ("bien-phong", "bien-phong"),
}
On = Callable[[date], AbstractContextManager[date]]


@dataclass
class Cast:
    """The programme, the year, the clock; people and agencies are found when asked for."""

    programme: Programme
    year: int
    on: On
    # The tasks of the plan by their keys in the example.
    given: dict[str, Task] = field(default_factory=dict)

    def day(self, month: int, number: int) -> AbstractContextManager[date]:
        """On a day of the year."""
        return self.on(date(self.year, month, number))

    def who(self, local: str) -> User:
        """A person, fresh: roles are read once for each day."""
        return person(local)

    def officer_of(self, agency: str) -> User:
        """Who works for an agency."""
        return person(SPEAKERS[agency][0])

    def leader_of(self, agency: str) -> User:
        """Who answers for an agency: another person where the example has one."""
        return person(SPEAKERS[agency][1])

    def agency(self, code: str) -> Agency:
        return Agency.objects.prefetch_related("names").get(code=code)

    def place(self, code: str, of_list: str = "tinh-34") -> Place:
        return Place.objects.in_list(of_list).with_names().get(code=code)

    def point(self, address: str) -> Provision:
        return self.programme.provisions.get(address=address)

    @cached_property
    def plan(self) -> Plan:
        """The year's plan, once it is begun."""
        return Plan.objects.get(programme=self.programme, year=self.year, agency=None)

    def task(self, key: str) -> Task:
        """A task of the example as it stands now."""
        held = Task.objects.select_related("lead", "plan__paper")
        task: Task = held.get(pk=self.given[key].pk)
        return task
