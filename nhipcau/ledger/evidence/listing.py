"""The list of evidence: filters as links, and pages by key, so that any depth costs the same."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from django.db.models import Q
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import Task

from . import counts
from .asking import uuid_in
from .kinds import label
from .models import Evidence, Period
from .models.evidence import EvidenceQuerySet

ROWS = 50
KIND, AGENCY, PROVISION, TASK, PERIOD, WITHDRAWN = (
    "loai", "co-quan", "dieu-khoan", "nhiem-vu", "ky", "da-rut",
)  # fmt: skip
AFTER, BEFORE = "sau", "truoc"


@dataclass(frozen=True, slots=True)
class Filter:
    """What narrows the list: in words, and the address without it."""

    words: str | Promise
    without: str


@dataclass
class Listing:
    """One page of the list that a query string asks for."""

    programme: Programme
    asked: QueryDict
    rows: list[Evidence] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    older: str = ""
    newer: str = ""
    task: Task | None = None

    def __post_init__(self) -> None:
        found = Evidence.objects.filter(programme=self.programme)
        for key, words, narrowed in self._narrowings():
            self.filters.append(Filter(words, f"?{self._query(**{key: ''})}"))
            found = found.filter(narrowed)
        if not self.asked.get(WITHDRAWN):
            found = found.standing()
        self._page(found)

    def _page(self, found: EvidenceQuerySet) -> None:
        after, before = _key(self.asked.get(AFTER, "")), _key(self.asked.get(BEFORE, ""))
        if before:
            newer = Q(day__gt=before[0]) | Q(day=before[0], id__gt=before[1])
            keys = found.filter(newer, day__gte=before[0]).order_by("day", "id")
        else:
            keys = found.order_by("-day", "-id")
            if after:
                older = Q(day__lt=after[0]) | Q(day=after[0], id__lt=after[1])
                keys = keys.filter(older, day__lte=after[0])
        held = list(keys.values_list("pk", flat=True)[: ROWS + 1])
        has_more, held = len(held) > ROWS, held[:ROWS]
        rows = {each.pk: each for each in Evidence.objects.filter(pk__in=held).with_row()}
        self.rows = [rows[pk] for pk in (reversed(held) if before else held)]
        if self.rows and (has_more if not before else True):
            self.older = f"?{self._query(**{AFTER: _said(self.rows[-1])})}"
        if self.rows and (after or (before and has_more)):
            self.newer = f"?{self._query(**{BEFORE: _said(self.rows[0])})}"

    def _narrowings(self) -> Iterator[tuple[str, str | Promise, Q]]:
        """Each filter that the address asks for: its key, its words, and what it keeps."""
        if kind := self.asked.get(KIND):
            yield KIND, label(kind), Q(kind=kind)
        if code := self.asked.get(AGENCY):
            agency = Agency.objects.filter(code=code).first()
            yield AGENCY, str(agency or code), Q(agency=agency) if agency else Q(pk=None)
        if address := self.asked.get(PROVISION):
            provision = self.programme.provisions.filter(address=address).first()
            narrowed = counts.of_provision(provision) if provision else Q(pk=None)
            yield PROVISION, _("Điều khoản %s") % address, narrowed
        if uuid := uuid_in(self.asked.get(TASK, "")):
            self.task = Task.objects.filter(programme=self.programme, uuid=uuid).first()
            words = _("Nhiệm vụ %s") % (self.task.code if self.task else "?")
            yield TASK, words, Q(task=self.task) if self.task else Q(pk=None)
        if uuid := uuid_in(self.asked.get(PERIOD, "")):
            period = Period.objects.filter(programme=self.programme, uuid=uuid).first()
            if period:
                days = Q(counted_on__gte=period.first_day, counted_on__lte=period.closing_day)
                yield PERIOD, _("Kỳ %s") % period.label, days

    def _query(self, **changed: str) -> str:
        kept = {
            key: self.asked[key]
            for key in (KIND, AGENCY, PROVISION, TASK, PERIOD, WITHDRAWN)
            if self.asked.get(key)
        }
        return urlencode({k: v for k, v in {**kept, **changed}.items() if v})


def _said(evidence: Evidence) -> str:
    return f"{evidence.day.isoformat()}.{evidence.pk}"


def _key(words: str) -> tuple[date, int] | None:
    """Where a page begins: «2025-03-01.1204»; nothing for anything else."""
    day, _dot, pk = words.partition(".")
    try:
        return date.fromisoformat(day), int(pk)
    except ValueError:
        return None
