"""Evidence of a simulated year, with numbers of a few indicators."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import cycle
from random import Random

from nhipcau.agencies.models import Agency
from nhipcau.base.append_only import write_many
from nhipcau.ledger.evidence import counts
from nhipcau.ledger.evidence.models import Evidence, EvidenceText, Indicator, Measure
from nhipcau.ledger.work.models import Plan, Task

KINDS = ("document", "training", "broadcast", "product", "event")
DONE = (
    "Ban hành văn bản hướng dẫn", "Mở lớp tập huấn", "Phát chuyên mục trên đài truyền thanh",
    "Phát hành tài liệu", "Tổ chức hoạt động tại cơ sở",
)  # fmt: skip
INDICATORS = (
    ("mp-luot-nguoi", "Lượt người được tập huấn (mô phỏng)", "lượt người"),
    ("mp-tin-bai", "Tin, bài được phát (mô phỏng)", "tin, bài"),
    ("mp-tai-lieu", "Bản tài liệu phát hành (mô phỏng)", "bản"),
)
BATCH = 20_000
FIRST_OF_COMMUNES = date(2025, 7, 1)


def lodge(
    plan: Plan, tasks: Sequence[Task], communes: Sequence[Agency], count: int, chance: Random
) -> int:
    """Spread `count` rows over the tasks of the units; every second one brings a number."""
    indicators = [_indicator(plan, *each) for each in INDICATORS]
    owners = cycle([task for task in tasks if task.parent_id])
    written = 0
    while written < count:
        size = min(BATCH, count - written)
        rows = [_row(plan, next(owners), communes, written + turn, chance) for turn in range(size)]
        heads = write_many(rows, EvidenceText)
        Measure.objects.bulk_create(
            [
                Measure(
                    evidence=head,
                    indicator=chance.choice(indicators),
                    value=chance.randrange(1, 90),
                )
                for head in heads[::2]
            ],
            batch_size=5000,
        )
        written += size
    counts.recount(plan.programme)
    return written


def _row(
    plan: Plan, task: Task, communes: Sequence[Agency], turn: int, chance: Random
) -> tuple[Evidence, str]:
    number = turn % len(KINDS)
    day = date(plan.year, 1, 1) + timedelta(days=chance.randrange(0, 348))
    agency = task.lead
    if communes and day >= FIRST_OF_COMMUNES and turn % 2:
        agency = communes[turn % len(communes)]
    head = Evidence(
        programme_id=plan.programme_id,
        kind=KINDS[number],
        agency=agency,
        place_id=task.place_id,
        task=task,
        day=day,
        counted_on=day,
    )
    words = {"summary": f"{DONE[number]} (mô phỏng)", "link": "", "number": "", "remark": ""}
    return head, json.dumps(words, ensure_ascii=False)


def _indicator(plan: Plan, code: str, name: str, unit: str) -> Indicator:
    return Indicator.objects.create(
        programme=plan.programme,
        code=code,
        name=name,
        definition="Số liệu mô phỏng để thử tải, không phải số liệu thật.",
        unit=unit,
        source="mô phỏng",
    )
