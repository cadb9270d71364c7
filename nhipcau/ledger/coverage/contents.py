"""What lies in a file of work: listed from the records, room by room."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.work.models import Directive, Plan

from .models import CaseFile


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a file, by the fields of Decree 30/2020, Phụ lục VI, phần II and III."""

    type_name: str
    number: str  # as written: «12/KH-UBND»
    issued_on: date | None
    issuer: str
    subject: str
    address: str = ""
    note: str = ""

    @property
    def code_number(self) -> str:
        """«12» of «12/KH-UBND»."""
        return self.number.partition("/")[0]

    @property
    def code_notation(self) -> str:
        """«KH-UBND» of «12/KH-UBND»."""
        return self.number.partition("/")[2]


Source = Callable[[CaseFile, User], Iterable[Entry]]
_sources: list[Source] = []


def provide(source: Source) -> None:
    """A room above names here what it puts into files: reports, modules' records."""
    if source not in _sources:
        _sources.append(source)


def contents(case_file: CaseFile, *, user: User) -> list[Entry]:
    """What the person may see of a file, in the order of its days; drafts come last."""
    found = [
        entry
        for source in (papers, plans, directives, *_sources)
        for entry in source(case_file, user)
    ]
    return sorted(found, key=lambda each: (each.issued_on is None, each.issued_on or date.max))


def papers(case_file: CaseFile, user: User) -> Iterable[Entry]:
    """Papers that the agency drafted, agreed to or received in the year; plans with theirs."""
    near = [pk for pk in (case_file.agency_id, case_file.agency.parent_id) if pk]
    year = case_file.year
    rows = Paper.objects.visible_to(user).filter(
        Q(drafted_by__in=near) | Q(sides__agency__in=near) | Q(recipients__agency__in=near),
        Q(issued_on__year=year) | Q(plan__year=year),
        programme=case_file.programme,
    )
    rows = rows.exclude(state=Paper.State.WITHDRAWN)
    for paper in (
        rows.select_related("outline", "drafted_by")
        .prefetch_related("drafted_by__names")
        .distinct()
    ):
        yield Entry(
            _type_of(paper),
            paper.number,
            paper.issued_on,
            paper.drafted_by.name_on(paper.issued_on or date(year, 12, 31)),
            paper.title,
            paper.get_absolute_url(),
            "" if paper.is_out else str(paper.get_state_display()),
        )


def plans(case_file: CaseFile, user: User) -> Iterable[Entry]:
    """Plans of the year that have no paper of their own."""
    rows = Plan.objects.visible_to(user).filter(
        Q(agency=None, place=None) | Q(agency=case_file.agency),
        programme=case_file.programme, year=case_file.year, paper=None,
    )  # fmt: skip
    for plan in rows:
        yield Entry(str(plan.get_kind_display()), "", None, "", plan.title, note=_("chưa ban hành"))


def directives(case_file: CaseFile, user: User) -> Iterable[Entry]:
    """Incoming documents, instructions and conclusions that the agency received in the year."""
    rows = Directive.objects.filter(
        programme=case_file.programme, agency=case_file.agency, issued_on__year=case_file.year
    )
    for each in rows:
        arrival = _("số đến %(number)s") % {"number": each.arrival_number}
        yield Entry(
            str(each.get_kind_display()),
            each.number,
            each.issued_on,
            each.issuer,
            each.summary,
            note=arrival if each.arrival_number else "",
        )


def _type_of(paper: Paper) -> str:
    if paper.outline is None:
        return ""
    return str(paper.outline.get_document_type_display() or paper.outline.label)
