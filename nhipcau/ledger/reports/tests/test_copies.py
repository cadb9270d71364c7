"""What was destroyed in the records is destroyed in the reports that took it in."""

import datetime
import json

from django.db import transaction

from nhipcau.agencies.factories import UserFactory
from nhipcau.base.append_only import breaks, write
from nhipcau.base.copies import DESTROYED
from nhipcau.base.models import Redaction
from nhipcau.ledger.evidence.actions import lodge
from nhipcau.ledger.evidence.models import EvidenceText
from nhipcau.ledger.reports.copies import of_report
from nhipcau.ledger.reports.models import Snapshot, SnapshotText
from nhipcau.registry.modules import registry
from nhipcau.shell.destruction import actions
from nhipcau.shell.destruction.subjects import find

from .conftest import Scene

MATTER = 'Tuyến tuần tra "Quảng Uyên" mở lúc 4 giờ sáng'


def test_evidence_goes_from_the_lines_and_the_sent_reports_that_repeat_it(scene: Scene) -> None:
    """Its own words, and lines that hold them whole; other lines stay."""
    evidence = lodge(
        programme=scene.programme, kind=next(iter(registry.evidence_kinds())), agency=scene.unit,
        day=datetime.date(2025, 3, 3), summary=MATTER, by=None,
    )  # fmt: skip
    report = scene.report()
    section = report.sections.create(order=99, key="vi-du", level="section")
    quoting = section.lines.create(order=1, key="a", draft=f"Đã làm: {MATTER}.")
    other = section.lines.create(order=2, key="b", draft="Đã tổ chức 02 lớp.")
    sent = {"lines": [f"Đã làm: {MATTER}."]}
    with transaction.atomic():
        write(
            Snapshot(report=report, edition=1), SnapshotText, json.dumps(sent, ensure_ascii=False)
        )
    # So is a reason that went along with its number into a report above.
    above = report.above
    assert above is not None
    above.numbers.create(key="line:a:1", theirs=2, reason=MATTER)
    assert Snapshot.objects.get() in [row for each in of_report(above) for row in each.rows]
    above.numbers.all().delete()
    subject = find("evidence.evidence", evidence.uuid)
    assert subject
    held = actions.propose(
        subject=subject, ground=Redaction.Ground.SECRET, reason="(ví dụ)", by=UserFactory.create()
    )
    actions.confirm(destruction=held, by=UserFactory.create())
    quoting.refresh_from_db()
    other.refresh_from_db()
    assert (quoting.draft, other.draft) == (DESTROYED, "Đã tổ chức 02 lớp.")
    assert EvidenceText.objects.get(row=evidence).text is None
    assert SnapshotText.objects.get().text is None
    assert breaks(Snapshot, after=0, upto=9) == []
