"""Up and down in the directory: each the other seen from the far end, whatever the tree."""

from hypothesis import given
from hypothesis import strategies as st

from nhipcau.agencies.directory import Directory


@st.composite
def directories(draw: st.DrawFn) -> Directory:
    """Agencies 1 to n; each stands under one with a smaller key, or under none."""
    size = draw(st.integers(1, 12))
    drawn = {pk: draw(st.integers(0, pk - 1)) for pk in range(1, size + 1)}
    parents = {pk: above for pk, above in drawn.items() if above}
    units: dict[int, list[int]] = {}
    for pk, above in parents.items():
        units.setdefault(above, []).append(pk)
    return Directory(parents, {pk: tuple(each) for pk, each in units.items()}, {}, {})


@given(directories(), st.data())
def test_above_and_below_are_one_relation(known: Directory, data: st.DataObject) -> None:
    keys = st.integers(1, len(known.parents) + 1)
    one, other = data.draw(keys), data.draw(keys)
    assert (one in known.upwards([other])) == (other in known.downwards([one]))
    assert one in known.upwards([one]) & known.downwards([one])


@given(directories())
def test_several_are_the_sum_of_each(known: Directory) -> None:
    keys = range(1, len(known.parents) + 2)
    assert known.upwards(keys) == frozenset().union(*(known.upwards([key]) for key in keys))
    assert known.downwards(keys) == frozenset().union(*(known.downwards([key]) for key in keys))


def test_a_circle_ends() -> None:
    known = Directory({1: 2, 2: 1}, {1: (2,), 2: (1,)}, {}, {})
    assert known.upwards([1]) == known.downwards([2]) == {1, 2}
