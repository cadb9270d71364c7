"""Numbers on pages, as officials write them, and the four ways of having none."""

from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from nhipcau.ledger.evidence import kinds, numbers
from nhipcau.ledger.evidence.models import Figure
from nhipcau.ledger.evidence.tally import Amount

register = template.Library()


@register.filter
def number(value: Decimal | None) -> str:
    """«1.250,5»; nothing for no value."""
    return "" if value is None else numbers.say(value)


@register.filter
def percent(value: Decimal | None) -> str:
    """«98,5%»; «…» where nothing can be said."""
    return "…" if value is None else numbers.say_percent(value)


@register.filter
def change(value: Decimal | None) -> str:
    """«tăng 12,5%», «giảm 3%»."""
    if value is None:
        return "…"
    if not value:
        return _("bằng cùng kỳ")
    word = _("tăng %s") if value > 0 else _("giảm %s")
    return word % numbers.say_percent(abs(value))


@register.filter
def amount(value: Amount) -> SafeString:
    """A number, or the sign of what is missing with its words for who hears the page."""
    words = _("không cộng được") if value.apart else Figure.Mark(value.mark).label
    if not value.is_number:
        return format_html(
            '<span class="number" title="{0}"><span aria-hidden="true">{1}</span>'
            '<span class="unseen">{0}</span></span>',
            words, value.sign,
        )  # fmt: skip
    if value.is_partial:
        missing = _("còn %(count)s đơn vị chưa có số liệu") % {"count": f"{value.missing:02d}"}
        return format_html(
            '<span class="number">{}</span> <span class="partial">({})</span>', value.sign, missing
        )
    return format_html('<span class="number">{}</span>', value.sign)


@register.filter
def kind(code: str) -> str:
    """What a kind of evidence is called."""
    return kinds.label(code)
