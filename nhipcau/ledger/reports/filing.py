"""Reports in files of work: those that an agency sent, and those that came in to it."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.ledger.coverage.contents import Entry
from nhipcau.ledger.coverage.models import CaseFile
from nhipcau.ledger.papers.models import Paper

from . import words
from .models import Report


def of_reports(case_file: CaseFile, user: User) -> Iterable[Entry]:
    """The year's reports of the agency, and what was sent to it; drafts are no document yet.

    One that travels in a paper is listed with the papers, under its number.
    """
    near = [pk for pk in (case_file.agency_id, case_file.agency.parent_id) if pk]
    rows = Report.objects.visible_to(user).filter(
        Q(agency__in=near) | Q(above__agency__in=near),
        Q(paper=None) | Q(paper__state=Paper.State.WITHDRAWN),
        period__programme=case_file.programme,
        period__year=case_file.year,
        sent_at__isnull=False,
    )
    for report in rows.for_list():
        yield _entry(report)


def _entry(report: Report) -> Entry:
    sent_on: date | None = report.first_sent_on
    return Entry(
        _("Báo cáo"),
        "",
        sent_on,
        report.name_of_agency,
        str(report),
        report.get_absolute_url(),
        words.status(report),
    )
