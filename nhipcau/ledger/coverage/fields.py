"""Money as officials write it."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nhipcau.base.gate.fields import GatedCharField

GROUPED = re.compile(r"\d{1,3}(?:[.\s]\d{3})+|\d+")
MOST = 15


class AmountField(GatedCharField):
    """An amount in đồng: «1.250.000.000» or «1250000000»; empty is None, which is not 0."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput({"inputmode": "numeric"})
        super().__init__(**{"max_length": 30, "required": False, "widget": widget, **kwargs})

    def clean(self, value: Any) -> Decimal | None:
        """Raises ValidationError with a sentence for a comma, a word, or too many figures."""
        written = super().clean(value).strip()
        if not written:
            return None
        figures = re.sub(r"[.\s]", "", written)
        if not GROUPED.fullmatch(written) or len(figures) > MOST:
            raise forms.ValidationError(
                _("“%(written)s” không phải là số đồng. Đề nghị ghi như 1.250.000.000."),
                params={"written": written},
            )
        return Decimal(figures)

    def prepare_value(self, value: Any) -> Any:
        """«1.250.000.000» for what is held."""
        return f"{value:,.0f}".replace(",", ".") if isinstance(value, Decimal) else value
