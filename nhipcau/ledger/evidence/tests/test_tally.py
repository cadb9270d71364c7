"""How numbers add up, and what is said of those that are not there."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.ledger.evidence.models import Figure, Indicator
from nhipcau.ledger.evidence.tally import Amount, Tally, join, over_places

Mark = Figure.Mark
Adds = Indicator.Adds
WAYS = [each.value for each in Adds]

OF = {
    "7": Tally.of(Mark.VALUE, Decimal(7), (1,)),
    "0": Tally.of(Mark.VALUE, Decimal(0), (2,)),
    "–": Tally.of(Mark.NONE_AROSE),
    "x": Tally.of(Mark.NOT_APPLICABLE),
    "…": Tally.of(Mark.UNKNOWN),
}
# What two units together show in a sum, and whether one of them misses.
TOGETHER = {
    ("7", "7"): ("14", 0), ("7", "0"): ("7", 0), ("7", "–"): ("7", 0), ("7", "x"): ("7", 0),
    ("7", "…"): ("7", 1), ("0", "0"): ("0", 0), ("0", "–"): ("0", 0), ("0", "x"): ("0", 0),
    ("0", "…"): ("0", 1), ("–", "–"): ("–", 0), ("–", "x"): ("–", 0), ("–", "…"): ("…", 1),
    ("x", "x"): ("x", 0), ("x", "…"): ("…", 1), ("…", "…"): ("…", 2),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other"), list(product(OF, OF)))
def test_the_four_kinds_of_none_are_never_taken_for_one_another(one: str, other: str) -> None:
    amount = (OF[one] + OF[other]).amount(Adds.SUM)
    wanted = TOGETHER.get((one, other)) or TOGETHER[other, one]
    assert (amount.sign, amount.missing) == wanted


def test_who_said_nothing_has_no_figures() -> None:
    assert Tally().amount(Adds.SUM) == Amount(Mark.UNKNOWN)


def test_the_means_leave_out_what_did_not_arise() -> None:
    held = join([OF["7"], OF["0"], OF["–"], OF["x"]])
    assert held.amount(Adds.MEAN).value == Decimal("3.5")


observations = st.builds(
    lambda mark, value, day: Tally.of(mark, value if mark == Mark.VALUE else None, (day, value)),
    st.sampled_from(list(Mark)),
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.integers(1, 400),
)
tallies = st.lists(observations, max_size=6).map(join)


@given(st.lists(tallies, max_size=6), st.randoms(), st.sampled_from(WAYS), st.sampled_from(WAYS))
def test_the_order_of_adding_changes_nothing(
    leaves: list[Tally], random: object, time: str, place: str
) -> None:
    shuffled = leaves[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    ways = {"over_time": time, "over_places": place}
    assert over_places(leaves, **ways) == over_places(shuffled, **ways)
    assert join(leaves) == join(shuffled)


@given(st.lists(tallies, max_size=6), st.integers(0, 6))
def test_joining_in_groups_is_joining_all(leaves: list[Tally], cut: int) -> None:
    assert join([join(leaves[:cut]), join(leaves[cut:])]) == join(leaves)


def units(*values: tuple[int, ...]) -> list[Tally]:
    return [
        join(Tally.of(Mark.VALUE, Decimal(each), (turn, unit)) for turn, each in enumerate(said))
        for unit, said in enumerate(values)
    ]


@pytest.mark.parametrize(
    ("time", "place", "value"),
    [
        (Adds.SUM, Adds.SUM, 16),  # 1+2+3, 10
        (Adds.LAST, Adds.SUM, 13),  # 3, 10: staff at the end of the period, added up
        (Adds.MOST, Adds.SUM, 13),
        (Adds.MEAN, Adds.SUM, 12),  # 2, 10: mean of each unit, added up
        (Adds.SUM, Adds.MEAN, 8),  # 6, 10: what a unit did on average
        (Adds.LAST, Adds.MEAN, Decimal("6.5")),
        (Adds.MEAN, Adds.MEAN, 4),  # 16/4 observations, and not (2+10)/2
        (Adds.SUM, Adds.MOST, 10),
        (Adds.LAST, Adds.LAST, 3),
    ],
)
def test_time_is_added_first_and_places_then(time: str, place: str, value: Decimal) -> None:
    amount = over_places(units((1, 2, 3), (10,)), over_time=time, over_places=place)
    assert amount.value == value


def test_what_does_not_add_up_says_so_instead_of_a_number() -> None:
    two = units((1,), (2,))
    amount = over_places(two, over_time=Adds.SUM, over_places=Adds.NOT)
    assert (amount.value, amount.apart, amount.sign) == (None, True, "≠")
    one = over_places(two[:1], over_time=Adds.SUM, over_places=Adds.NOT)
    assert one.value == 1
    over_time = over_places(units((1, 2)), over_time=Adds.NOT, over_places=Adds.SUM)
    assert over_time.sign == "…"
