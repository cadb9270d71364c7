"""One step of a report: the row is locked, the version is compared, the move is written down."""

import json
from collections.abc import Iterable

from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.base.append_only import write

from .models import Report, ReportMove, ReportMoveText
from .policies import Stale


def latest(report: Report, version: int) -> Report:
    """The row, locked; Stale when it has moved on since it was shown."""
    current = (
        Report.objects.select_for_update(of=("self",))
        .select_related("period__programme", "regime", "agency", "above")
        .get(pk=report.pk)
    )
    if current.version != version:
        raise Stale(
            _(
                "Chưa ghi nhận được: báo cáo này vừa được người khác cập nhật. "
                "Đề nghị xem lại trước khi thực hiện."
            )
        )
    return current


def move(
    report: Report,
    kind: ReportMove.Kind,
    *,
    by: User,
    reason: str = "",
    sections: Iterable[str] = (),
    document: str = "",
) -> ReportMove:
    """Save the report one version on, and write what happened."""
    report.version += 1
    report.save()
    words = {"reason": reason, "sections": sorted(sections), "document": document}
    agency = by.acting_for
    row = ReportMove(
        report=report,
        edition=report.edition,
        kind=kind,
        by=by.uuid,
        agency=agency.uuid if agency else None,
    )
    return write(row, ReportMoveText, json.dumps(words, ensure_ascii=False, sort_keys=True))
