"""The list of tasks: what an address asks for, and one page of it with few queries.

A page is found in the index alone: the keys in their order, and only then the rows of these keys. A
page in the second half is looked for from the end, so none is far away.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.http import Http404
from django.urls import reverse

from nhipcau.agencies.models import Agency, Place, User
from nhipcau.language.dates import write_figures
from nhipcau.ledger.programmes.models import Programme, Provision

from . import names, sums, visibility, words
from .models import BudgetLine, Plan, Task, TaskPart
from .models.task_rows import TaskQuerySet

SIZES = (25, 100)
LONGEST = 120  # letters asked for
COLUMNS = (
    "pk", "uuid", "code", "title", "lead", "state", "is_routine", "due", "done_on", "deliverable",
    "place", "target", "leader_name", "officer_name", "version",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One task as a line of a table, in words."""

    address: str
    uuid: str
    code: str
    title: str
    lead: str
    partners: str
    due: str
    deliverable: str
    status: str
    tone: str
    place: str = ""
    target: str = ""
    leader: str = ""
    officer: str = ""
    money: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address says: parameters in Vietnamese, kept as they came."""

    given: Mapping[str, str]

    KEYS = (
        "ke-hoach", "nam", "tinh-trang", "chu-tri", "dia-ban", "dieu-khoan", "chuong-trinh", "tim",
        "nguon", "nhom", "cot", "dong", "trang",
    )  # fmt: skip

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Asked":
        return cls({key: query[key][:LONGEST] for key in cls.KEYS if query.get(key)})

    def __getitem__(self, key: str) -> str:
        return self.given.get(key, "")

    @property
    def size(self) -> int:
        return next((size for size in SIZES if str(size) == self["dong"]), SIZES[0])

    @property
    def with_more(self) -> bool:
        return self["cot"] == "them"


class Listing:
    """The tasks that a person may see and an address asks for, a page at a time."""

    def __init__(self, user: User, asked: Asked, *, on: date) -> None:
        self.user, self.asked, self.on = user, asked, on

    @cached_property
    def plans(self) -> list[tuple[int, UUID, str, int]]:
        """Keys, titles and years of the plans that the person may read; none for a stranger."""
        found = Plan.objects.visible_to(self.user)
        return list(found.values_list("pk", "uuid", "title", "year"))

    @cached_property
    def tasks(self) -> "QuerySet[Task]":
        """All of them, filtered."""
        if not self.user.may("ledger.read_internal"):
            return Task.objects.none()
        return self._narrowed.within(self._plan_keys, self.user)

    @cached_property
    def parts(self) -> list[TaskQuerySet]:
        """The same, those of plans and those outside them apart, for who counts them all."""
        if not self.user.may("ledger.read_internal"):
            return []
        return self._narrowed.within_apart(self._plan_keys, self.user)

    @property
    def _plan_keys(self) -> list[int]:
        return [pk for pk, *_rest in self.plans]

    @cached_property
    def _narrowed(self) -> TaskQuerySet:
        """Whatever the address asks for, of everybody's."""
        found: TaskQuerySet = Task.objects.all()
        for key in self._filters:
            found = found.filter(FILTERS[key](self.asked[key], self))
        return found

    @property
    def _filters(self) -> list[str]:
        return [key for key in FILTERS if self.asked[key]]

    @cached_property
    def count(self) -> int:
        parts = [part.order_by() for part in self.parts]
        if parts and not self._filters:
            # What lies outside plans was read for `parts`.
            return parts[0].count() + len(Task.objects.outside_plans(self.user))
        return sum(part.count() for part in parts)

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // self.asked.size))

    @cached_property
    def page(self) -> int:
        """The page asked for; one that there is not becomes the nearest."""
        written = self.asked["trang"]
        return min(max(int(written) if written.isdecimal() else 1, 1), self.pages)

    @property
    def keys(self) -> Iterable[int]:
        """The question for the keys of the page."""
        first = (self.page - 1) * self.asked.size
        last = min(first + self.asked.size, self.count)
        if first > self.count // 2:
            behind = self.tasks.order_by("-code", "-id").values_list("pk", flat=True)
            return behind[self.count - last : self.count - first]
        return self.tasks.order_by("code", "id").values_list("pk", flat=True)[first:last]

    @cached_property
    def rows(self) -> list[Row]:
        return rows_of(self.keys, self.user, on=self.on, with_more=self.asked.with_more)

    @cached_property
    def late_leads(self) -> list[int]:
        """Units with overdue tasks whose lateness this person may see."""
        overdue = Task.objects.visible_to(self.user).overdue(on=self.on)
        leads = set(overdue.order_by().values_list("lead", flat=True).distinct())
        return sorted(visibility.sight_of(self.user).seen_among(leads))


def rows_of(asked: Iterable[int], user: User, *, on: date, with_more: bool = False) -> list[Row]:
    """The lines of some tasks, in the order of their codes; keys may be a question still unasked."""
    rows = list(Task.objects.filter(pk__in=asked).values_list(*COLUMNS))
    keys = [row[0] for row in rows]
    partners: dict[int, list[int]] = defaultdict(list)
    for task, agency in TaskPart.objects.filter(task__in=keys).values_list("task", "agency"):
        partners[task].append(agency)
    leads = {row[4] for row in rows}
    called = names.of_agencies(leads.union(*partners.values()))
    seen = visibility.sight_of(user).seen_among(leads)
    places = names.of_places({row[10] for row in rows}) if with_more else {}
    money = money_of(keys) if with_more else {}
    lines, stem = [], reverse("ledger:tasks")
    for row in rows:
        (pk, uuid, code, title, lead, state, routine, due, done_on, product, place, target,
         leader, officer, _version) = row  # fmt: skip
        sees = lead in seen
        lines.append(
            Row(
                address=f"{stem}{uuid}/",
                uuid=str(uuid),
                code=code,
                title=title,
                lead=called.get(lead, ""),
                partners=", ".join(called.get(each, "") for each in partners.get(pk, ())),
                due=write_figures(due) if due else "",
                deliverable=product,
                status=words.say(state, routine, due, done_on, on=on, with_lateness=sees),
                tone=words.colour(state, due, on=on, with_lateness=sees).value,
                place=places.get(place, ""),
                target=target,
                leader=leader,
                officer=officer,
                money=money.get(pk, ""),
            )
        )
    return lines


def money_of(keys: list[int]) -> dict[int, str]:
    """For each task what is known of its year's money: allotted, else estimated, else needed."""
    found: dict[int, list[Decimal]] = defaultdict(list)
    of_its_year = Q(task__plan=None) | Q(year=F("task__plan__year"))
    rows = BudgetLine.objects.filter(of_its_year, task__in=keys).values_list(
        "task", "allotted", "estimated", "needed"
    )
    for task, *amounts in rows:
        known = next((each for each in amounts if each is not None), None)
        if known is not None:
            found[task].append(known)
    return {task: sums.dong(sum(each, Decimal(0))) for task, each in found.items()}


Narrow = Callable[[str, Listing], Q]


def _of_plan(value: str, listing: Listing) -> Q:
    return Q(plan__in=list(Plan.objects.filter(uuid=_uuid(value)).values_list("pk", flat=True)))


def _of_year(value: str, listing: Listing) -> Q:
    if not value.isdecimal():
        return Q(pk=None)
    plans = list(Plan.objects.filter(year=int(value)).values_list("pk", flat=True))
    return Q(plan__in=plans) | Q(plan=None, directive__issued_on__year=int(value))


def _of_state(value: str, listing: Listing) -> Q:
    if value == "qua-han":
        waiting = Q(state__in=(Task.State.NOT_STARTED, Task.State.ONGOING), due__lt=listing.on)
        return waiting & Q(lead__in=listing.late_leads)
    if value == "thuong-xuyen":
        return Q(is_routine=True)
    return Q(state=value)


def _of_lead(value: str, listing: Listing) -> Q:
    return Q(lead__in=list(Agency.objects.filter(code=value).values_list("pk", flat=True)))


def _of_place(value: str, listing: Listing) -> Q:
    """A province with its communes: «tinh-63.02»."""
    of_list, _dot, code = value.rpartition(".")
    place = Q(list__code=of_list, code=code) | Q(parent__list__code=of_list, parent__code=code)
    return Q(place__in=list(Place.objects.filter(place).values_list("pk", flat=True)))


def _of_provision(value: str, listing: Listing) -> Q:
    below = Q(address=value) | Q(address__startswith=f"{value}.")
    found = Provision.objects.filter(below)
    if listing.asked["chuong-trinh"]:
        found = found.filter(programme__slug=listing.asked["chuong-trinh"])
    return Q(provision__in=list(found.values_list("pk", flat=True)))


def _of_programme(value: str, listing: Listing) -> Q:
    return Q(programme__in=list(Programme.objects.filter(slug=value).values_list("pk", flat=True)))


def _with_words(value: str, listing: Listing) -> Q:
    return Q(title__icontains=value) | Q(code__istartswith=value)


def _from(value: str, listing: Listing) -> Q:
    return {"chi-dao": Q(directive__isnull=False), "ngoai": Q(plan=None)}.get(value, Q())


def _uuid(written: str) -> str:
    try:
        return str(UUID(written))
    except ValueError as fault:
        raise Http404 from fault


FILTERS: dict[str, Narrow] = {
    "ke-hoach": _of_plan,
    "nam": _of_year,
    "tinh-trang": _of_state,
    "chu-tri": _of_lead,
    "dia-ban": _of_place,
    "dieu-khoan": _of_provision,
    "chuong-trinh": _of_programme,
    "tim": _with_words,
    "nguon": _from,
}
