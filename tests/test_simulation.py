"""A small simulated year: everything in it says so, it is repeatable, and real work is left alone."""

import pytest

from nhipcau.base.append_only import breaks
from nhipcau.ledger.evidence.models import Evidence
from nhipcau.ledger.work.models import Task, TaskMove
from nhipcau.project import loading
from nhipcau.project.simulation import NotHere, Size, simulate

pytestmark = [pytest.mark.django_db, pytest.mark.machine]

SMALL = Size(provinces=2, communes=3, evidence=40)


def test_a_small_year_is_whole_marked_and_made_only_once() -> None:
    loading.load(say=lambda line: None)
    simulate(SMALL, say=lambda line: None)
    assert Task.objects.count() == 300 + 300 * 4
    assert not Task.objects.filter(is_example=False).exists()
    assert not Task.objects.exclude(title__contains="mô phỏng").exists()
    assert TaskMove.objects.count() == 2 * Task.objects.count()
    assert breaks(TaskMove, after=0, upto=10**6) == []
    assert breaks(Evidence, after=0, upto=10**6) == []
    with pytest.raises(NotHere, match="đã được mô phỏng"):
        simulate(SMALL, say=lambda line: None)
    Task.objects.filter(pk=Task.objects.values("pk")[:1]).update(is_example=False)
    with pytest.raises(NotHere, match="nhiệm vụ thật"):
        simulate(Size(year=2026), say=lambda line: None)
