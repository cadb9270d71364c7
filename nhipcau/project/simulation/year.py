"""The year as a whole: places, then tasks, then what happened to them, then what was done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from django.db import connection, transaction

from nhipcau.base import audit, held
from nhipcau.ledger.evidence import counts
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import Plan, Task

from . import evidence, places, work

Say = Callable[[str], None]
TITLE = "Kế hoạch mô phỏng năm {year} (không phải số liệu thật)"


class NotHere(Exception):
    """This installation is no place for a simulation; the message says why."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a country: by default 300 yearly tasks for each of 63 provinces and two units."""

    year: int = 2025
    provinces: int = 63
    communes: int = 500
    evidence: int = 200_000


@transaction.atomic
def simulate(size: Size, *, say: Say = print) -> Plan:
    """Make the year, all of it or nothing; the same size gives the same year.

    Raises NotHere where no programme is in use, where work of people is held, or where the year
    was simulated before.
    """
    programme = _programme(size.year)
    chance = Random(size.year)  # noqa: S311  a simulation is repeatable by design
    units = places.units(size.provinces, on=date(size.year, 1, 1), programme=programme)
    communes = places.communes(size.communes)
    say(f"Đơn vị: {len(units)}; xã: {len(communes)}.")
    plan = Plan.objects.create(
        programme=programme,
        year=size.year,
        title=TITLE.format(year=size.year),
        first_day=date(size.year, 1, 1),
        last_day=date(size.year, 12, 31),
        is_example=True,
    )
    tasks = work.tasks(plan, units, chance)
    say(f"Nhiệm vụ: {len(tasks)}.")
    say(
        f"Diễn biến: {work.moves(tasks, chance)}; dòng kinh phí: {work.money(plan, tasks, chance)}."
    )
    written = evidence.lodge(plan, tasks, communes, size.evidence, chance)
    counts.recount(programme)
    say(f"Minh chứng: {written}.")
    audit.record("base.simulated", by=None, target=plan, note=str(size))
    return plan


def settle() -> None:
    """Let the database know what it holds now; outside the transaction."""
    held.settle()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _programme(year: int) -> Programme:
    programme = Programme.objects.filter(state=Programme.State.PUBLISHED).order_by("pk").first()
    if programme is None:
        raise NotHere("chưa có chương trình nào được đưa vào sử dụng")
    if Task.objects.filter(is_example=False).exists():
        raise NotHere("nơi này đang có nhiệm vụ thật")
    if Plan.objects.filter(title=TITLE.format(year=year)).exists():
        raise NotHere(f"năm {year} đã được mô phỏng")
    return programme
