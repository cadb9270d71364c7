"""An agency as people write it in a form: by its name, with a list to choose from."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nhipcau.base import clock
from nhipcau.base.gate.fields import GatedCharField

from .models import Agency

LIST = "co-quan-da-biet"
MOST = 400


class AgencyNameField(GatedCharField):
    """An agency that bears the name or abbreviation, one of today before one that ended."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"list": LIST, "autocomplete": "off"})
        super().__init__(max_length=200, widget=widget, **kwargs)

    def clean(self, value: Any) -> Agency | None:
        written = super().clean(value)
        if not written:
            return None
        found = Agency.objects.filter(names__name__iexact=written.strip()).distinct()
        agency = found.filter(last_day=None).first() or found.first()
        if agency is None:
            raise forms.ValidationError(
                _(
                    "Không có cơ quan nào tên “%(name)s”. "
                    "Đề nghị ghi đúng tên hoặc chọn trong danh sách."
                ),
                params={"name": written},
            )
        return agency


def known_names() -> list[str]:
    """Names of today's agencies to choose from, without the kinds that stand for many."""
    rows = Agency.objects.existing(on=clock.today()).filter(is_type=False)
    names = rows.filter(names__form="full", names__language="vi", names__last_day=None)
    return list(names.values_list("names__name", flat=True).distinct()[:MOST])
