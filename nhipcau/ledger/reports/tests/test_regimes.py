"""A regime without a legal basis is periodic for nobody else; deadlines are data by level."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from nhipcau.base.refusal import Refused
from nhipcau.ledger.reports import regimes
from nhipcau.ledger.reports.models import Deadline, Regime
from nhipcau.ledger.reports.policies import check_deadline, check_regime

from .conftest import Scene


@pytest.mark.parametrize(
    ("kind", "is_internal", "basis", "folded", "letter", "passes"),
    [
        ("periodic", False, False, False, False, False),
        ("periodic", False, False, False, True, False),
        ("periodic", False, True, False, False, True),
        ("periodic", False, False, True, False, True),
        ("periodic", True, False, False, False, True),
        ("thematic", False, False, False, False, False),
        ("thematic", False, False, False, True, True),
        ("surprise", False, False, False, True, True),
        ("surprise", False, False, True, False, True),
        ("surprise", True, False, False, False, True),
    ],
)
def test_what_a_regime_rests_on(
    kind: str, is_internal: bool, basis: bool, folded: bool, letter: bool, passes: bool
) -> None:
    above = Regime(pk=1, kind="periodic", legal_basis="Thông tư số 09/2025/TT-BDTTG")
    regime = Regime(
        pk=2,
        kind=kind,
        is_internal=is_internal,
        legal_basis="Nghị định" if basis else "",
        letter="Công văn số 12/VD" if letter else "",
        folded_into=above if folded else None,
    )
    if passes:
        check_regime(regime)
    else:
        with pytest.raises(Refused, match="Chưa lập được chế độ báo cáo"):
            check_regime(regime)


def test_folding_into_one_without_a_basis_gives_none() -> None:
    above = Regime(pk=1, kind="thematic", letter="Công văn số 12/VD")
    with pytest.raises(Refused):
        check_regime(Regime(pk=2, kind="periodic", folded_into=above))


def test_the_database_refuses_one_as_well(scene: Scene) -> None:
    with pytest.raises(IntegrityError, match="has_a_legal_basis"), transaction.atomic():
        Regime.objects.filter(pk=scene.regime.pk).update(legal_basis="")


@pytest.mark.parametrize(
    ("closing", "due", "passes"),
    [
        ("2025-12-12", "2025-12-14", False),  # Friday to Sunday
        ("2025-12-12", "2025-12-15", True),
        ("2025-12-14", "2025-12-14", False),
        ("2025-12-14", "2025-12-15", True),
    ],
)
def test_a_working_day_lies_between_closing_and_deadline(
    closing: str, due: str, passes: bool
) -> None:
    days = datetime.date.fromisoformat(closing), datetime.date.fromisoformat(due)
    if passes:
        check_deadline(*days)
    else:
        with pytest.raises(Refused, match="ít nhất"):
            check_deadline(*days)


def test_deadlines_after_the_turn_of_the_year() -> None:
    closing = datetime.date(2025, 12, 14)
    assert Deadline(month=1, day=10).due(closing) == datetime.date(2026, 1, 10)
    assert Deadline(days_after=5).due(closing) == datetime.date(2025, 12, 19)


@pytest.mark.django_db
def test_the_regimes_of_the_data_hold(client: Client, scene: Scene) -> None:
    assert regimes.load() == 2
    assert regimes.load() == 0
    closing = datetime.date(2025, 12, 14)
    for each in Deadline.objects.exclude(regime=scene.regime):
        check_deadline(closing, each.due(closing))
    client.force_login(scene.officer)
    page = client.get(reverse("ledger:regimes")).content.decode()
    assert "Lồng ghép vào “Báo cáo kết quả công tác dân tộc hằng năm”" in page
