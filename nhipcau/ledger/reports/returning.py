"""What a receiver sent back: the sections that were named are open again, the others stay shut."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nhipcau.base.refusal import Refused

from .models import Report, ReportMove, ReportSection

# From the highest down: a heading that was returned opens what stands below it.
LEVELS = ("part", "section", "clause", "point", "article")


@dataclass(frozen=True, slots=True)
class Returned:
    """Which sections wait to be completed, and why; no section is the whole report."""

    sections: frozenset[str] = frozenset()
    reason: str = ""

    def locks(self, section: ReportSection) -> bool:
        """Whether words of this section stay as they were sent."""
        return bool(self.sections) and section.key not in self.sections


def returned(report: Report) -> Returned | None:
    """The last return, while the report is being completed; None otherwise."""
    if not report.is_writable or not report.edition:
        return None
    row = (
        report.moves.filter(kind=ReportMove.Kind.RETURNED, edition=report.edition)
        .select_related("words")
        .order_by("-id")
        .first()
    )
    if row is None:
        return None
    named = set(row.said.get("sections", ()))
    return Returned(frozenset(_with_below(report, named)), row.said.get("reason", ""))


def check_open(section: ReportSection) -> None:
    """Raises Refused for a section that the receiver did not return."""
    check_all_open(section.report, [section])


def check_all_open(report: Report, sections: Iterable[ReportSection]) -> None:
    """Raises Refused, and names the first of these sections that was not returned."""
    back = returned(report)
    if back is None:
        return
    for section in sections:
        if back.locks(section):
            raise Refused(
                _(
                    "Chưa sửa được mục “%(section)s”: cơ quan nhận chỉ trả lại một số mục, mục này "
                    "không bị trả lại. Đề nghị chỉ hoàn thiện các mục được đánh dấu."
                )
                % {"section": section}
            )


def check_number_open(report: Report, key: str) -> None:
    """Raises Refused for a number whose sentence stands in a section that was not returned."""
    where = ":".join(key.removeprefix("total:").split(":")[:2])
    rows = ReportSection.objects.filter(report=report, lines__key=where).select_related("report")
    check_all_open(report, rows)


def check_proposals_open(report: Report) -> None:
    """Raises Refused where the section of proposals was not returned."""
    check_all_open(report, report.sections.filter(filler="proposals"))


def _with_below(report: Report, named: set[str]) -> set[str]:
    """The named sections and those under their headings."""
    found, open_at = set(), len(LEVELS)
    for section in report.sections.all() if named else ():
        depth = LEVELS.index(section.level) if section.level in LEVELS else len(LEVELS)
        if section.key in named:
            open_at = min(depth, open_at)
            found.add(section.key)
        elif depth > open_at:
            found.add(section.key)
        else:
            open_at = len(LEVELS)
    return found
