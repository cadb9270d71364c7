"""Amounts as a reader has them."""

from decimal import Decimal

from django import template
from django.utils.translation import get_language

register = template.Library()


@register.filter
def amount(value: Decimal | int | None) -> str:
    """«1.250.000.000»; in English «1,250,000,000». Nothing for what is not known."""
    if value is None:
        return ""
    grouped = f"{value:,.0f}"
    return grouped if get_language() == "en" else grouped.replace(",", ".")
