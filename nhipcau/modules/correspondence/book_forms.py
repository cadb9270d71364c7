"""Which book a person asks for, and which number."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nhipcau.base.gate.fields import GatedCharField
from nhipcau.ledger.public import Programme


class NumberForm(forms.Form):
    """A number as it was copied from somewhere."""

    so = GatedCharField(label=_("Số, ký hiệu văn bản"), max_length=300)


class ChosenBookForm(forms.Form):
    """Which programme's book, of which year."""

    programme = forms.ChoiceField(label=_("Chương trình"))
    year = forms.ChoiceField(label=_("Năm"))

    def choose(self, programmes: list[Programme], years: list[int]) -> None:
        """What there is to choose from."""
        for name, options in (
            ("programme", [(each.slug, each.number or each.title) for each in programmes]),
            ("year", [(str(year), str(year)) for year in years]),
        ):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = options
