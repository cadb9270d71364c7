"""What officers write: words of a line, lines of their own, numbers that they report otherwise."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused

from . import policies
from .drafting import OWN, draft, platform_numbers
from .figures import numbers_in
from .models import Report, ReportedNumber, ReportLine, ReportSection
from .overriding import TOTAL
from .papering import words_changed
from .policies import Stale
from .returning import check_number_open, check_open


@dataclass(frozen=True, slots=True)
class Changed:
    """Numbers of the platform that somebody's words replaced: which went, which came."""

    gone: tuple[str, ...]
    come: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.gone and self.come)


def changed_numbers(ours: str, theirs: str) -> Changed:
    """Whether words put another number in the place of one that records gave.

    A number that is only left out, or one that only comes with new words, changes none.
    """
    before, after = Counter(numbers_in(ours)), Counter(numbers_in(theirs))
    return Changed(tuple((before - after).elements()), tuple((after - before).elements()))


@transaction.atomic
def write_line(*, line: ReportLine, version: int, words: str, by: User) -> ReportLine:
    """Put a person's words in the place of a sentence; numbers stay. Raises Refused or Stale."""
    row = ReportLine.objects.select_for_update().select_related("section__report").get(pk=line.pk)
    policies.check_is_own(row.section.report, by)
    policies.check_can_write(row.section.report)
    check_open(row.section)
    _check_version(row, version)
    said = " ".join(words.split()) if not row.is_own else words.strip()
    if not row.is_own:
        _check_numbers(row, said)
    set_words(row, said)
    touched(row.section.report, by)
    return row


def set_words(row: ReportLine, words: str) -> None:
    """Keep a person's words with the sentence that they were made from."""
    if words == row.draft and not row.is_own:
        row.typed, row.base = None, ""
    else:
        row.typed, row.base = words, row.draft
    row.conflict, row.version = "", row.version + 1
    row.save()


@transaction.atomic
def back_to_records(*, line: ReportLine, version: int, by: User) -> ReportLine:
    """Take the sentence of the records again."""
    row = ReportLine.objects.select_for_update().select_related("section__report").get(pk=line.pk)
    policies.check_is_own(row.section.report, by)
    policies.check_can_write(row.section.report)
    check_open(row.section)
    _check_version(row, version)
    row.typed, row.base, row.conflict, row.version = None, "", "", row.version + 1
    row.save()
    touched(row.section.report, by)
    return row


@transaction.atomic
def add_line(*, section: ReportSection, words: str, by: User) -> ReportLine:
    """A paragraph of one's own, behind what the records say."""
    report = Report.objects.select_for_update(of=("self",)).get(pk=section.report_id)
    policies.check_is_own(report, by)
    policies.check_can_write(report)
    check_open(section)
    if not words.strip():
        raise Refused(_("Chưa lưu được: đoạn bổ sung chưa có nội dung."))
    place = section.lines.filter(key__startswith=OWN).count()
    taken = set(section.lines.values_list("key", flat=True))
    while f"{OWN}:{place}" in taken:
        place += 1
    row = ReportLine.objects.create(
        section=section, order=10_000 + place, key=f"{OWN}:{place}", typed=words.strip()
    )
    touched(report, by)
    return row


@transaction.atomic
def give_number(
    *, report: Report, key: str, theirs: Decimal, reason: str, by: User
) -> ReportedNumber:
    """Report another number than the platform holds; both are shown. Raises Refused."""
    current = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    policies.check_is_own(current, by)
    policies.check_can_give_number(current, reason)
    check_number_open(current, key)
    held = platform_numbers(current)
    if key not in held:
        raise Refused(_("Chưa ghi nhận được số liệu: báo cáo này không có số liệu được chọn."))
    if key.removeprefix(TOTAL).startswith("point:") and (
        theirs != theirs.to_integral_value() or theirs < 0
    ):
        raise Refused(_("Chưa ghi nhận được số liệu: số nhiệm vụ phải là số nguyên không âm."))
    row, _made = ReportedNumber.objects.update_or_create(
        report=current,
        key=key,
        defaults={"ours": held[key], "theirs": theirs, "reason": reason.strip(), "by": by.uuid},
    )
    audit.record(
        "ledger.report_number_given",
        by=by,
        target=current,
        acting_for=by.acting_for,
        changes={key: (str(held[key]), str(theirs))},
        note=reason,
    )
    draft(report=current)
    words_changed(current, by=by)
    return row


@transaction.atomic
def drop_number(*, report: Report, key: str, by: User) -> None:
    """Use the platform's number again."""
    current = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    policies.check_is_own(current, by)
    policies.check_can_write(current)
    check_number_open(current, key)
    for row in current.numbers.filter(key=key):
        changes = {key: (str(row.theirs), str(row.ours))}
        row.delete()
        audit.record("ledger.report_number_dropped", by=by, target=current, changes=changes)
    draft(report=current)


def line_of(report: Report, uuid: UUID) -> ReportLine | None:
    """A line of this report."""
    return ReportLine.objects.filter(section__report=report, uuid=uuid).first()


def _check_version(row: ReportLine, version: int) -> None:
    if row.version != version:
        raise Stale(
            _(
                "Chưa lưu được: câu này vừa được cập nhật. Lời văn vừa nhập còn ở ô bên dưới; "
                "đề nghị xem lại trước khi lưu."
            )
        )


def _check_numbers(row: ReportLine, words: str) -> None:
    changed = changed_numbers(row.draft, words)
    if changed:
        raise Refused(
            _(
                "Chưa lưu được: số liệu “%(gone)s” của nền tảng bị đổi thành “%(come)s”. Đề nghị "
                "giữ số liệu, hoặc ghi số đơn vị báo cáo kèm lý do ở phần “Số liệu”."
            )
            % {"gone": ", ".join(changed.gone), "come": ", ".join(changed.come)}
        )


def touched(report: Report, by: User) -> None:
    Report.objects.filter(pk=report.pk).update(touched_at=clock.now())
    audit.record("ledger.report_written", by=by, target=report, acting_for=by.acting_for)
    words_changed(report, by=by)
