"""Invented identity-card numbers: the right shape, no person's."""

from hypothesis import strategies as st


@st.composite
def cards(draw: st.DrawFn) -> str:
    """Twelve digits as a căn cước has them."""
    province = draw(st.integers(1, 96))
    century, sex = draw(st.integers(0, 1)), draw(st.integers(0, 1))
    year = draw(st.integers(0, 99 if century == 0 else 20))
    rest = draw(st.integers(0, 999_999))
    return f"{province:03}{century * 2 + sex}{year:02}{rest:06}"


@st.composite
def written_cards(draw: st.DrawFn) -> str:
    """A number as people write it: whole, or in groups parted by blanks or dots."""
    number = draw(cards())
    sizes = draw(st.sampled_from([(12,), (3, 3, 3, 3), (4, 4, 4), (3, 3, 6), (6, 6), (3, 9)]))
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return draw(st.sampled_from([" ", ".", "\u00a0"])).join(parts)
