"""Numbers as officials write them: «05 đơn vị», «1.250 lượt», «12,5%»."""

import re
from decimal import ROUND_HALF_UP, Decimal

# A number in running text: figures with points between thousands, perhaps a comma and decimals.
# What belongs to a symbol («25.IV1d.02», «05/12/2025», «922/CTPH») is none.
NUMBER = re.compile(
    r"(?<![\w.,/-])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?%?(?:/\d+(?=\s+nhiệm vụ))?(?![\w/-])(?![.,]\w)"
)


def count(number: int) -> str:
    """A count: «05», «12», «1.250»; «0» alone stays one figure."""
    return f"{number:02d}" if 0 < number < 10 else grouped(Decimal(number))


def grouped(value: Decimal) -> str:
    """A measure: points between thousands, a comma before decimals, no empty decimals."""
    rounded = value.quantize(Decimal("0.0001")).normalize()
    whole, _, rest = f"{rounded:f}".partition(".")
    sign, figures = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return sign + f"{int(figures):,}".replace(",", ".") + (f",{rest}" if rest else "")


def measure(value: Decimal) -> str:
    """A measure as it stands in a sentence: whole numbers below ten with their zero."""
    if value == value.to_integral_value():
        return count(int(value)) if value >= 0 else grouped(value)
    return grouped(value)


def percent(part: Decimal | int, whole: Decimal | int) -> str:
    """The share with one decimal, as «12,5%»; a whole of 0 has none and gives «»."""
    if not whole:
        return ""
    share = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{grouped(share)}%"


def millions(dong: Decimal) -> str:
    """Money in a sentence: «1.250 triệu đồng», «350,5 triệu đồng»."""
    value = (dong / 1_000_000).quantize(Decimal("0.001"), ROUND_HALF_UP)
    return f"{measure(value)} triệu đồng"


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers that a sentence says, in order; symbols, codes and days are none. Total."""
    return tuple(match[0] for match in NUMBER.finditer(text))
