"""Filters of the work's pages."""

from collections.abc import Iterable
from decimal import Decimal

from django import template
from django.utils.functional import Promise

from nhipcau.ledger.work import sums

register = template.Library()


@register.filter
def dong(amount: Decimal | int | None) -> str:
    """A number with the points of officials; nothing where nothing is known."""
    return "" if amount is None else sums.dong(Decimal(amount))


@register.filter
def under(
    amounts: Iterable[sums.Amount], heads: Iterable[str | Promise]
) -> list[tuple[object, ...]]:
    """Each sum with the head of its column, which a phone shows beside it."""
    return list(zip(heads, amounts, strict=True))


@register.filter
def amount(held: sums.Amount) -> str:
    """A sum in đồng, or «chưa có số liệu»."""
    return sums.said(held)
