"""A day as people give it in a form: picked, or written as officials write it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class DayField(forms.DateField):
    """A day; the browser shows its own calendar, and «05/01/2026» is understood as well."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d/%m/%Y"])
        kwargs.setdefault(
            "error_messages",
            {"invalid": _("Đề nghị ghi ngày theo dạng ngày/tháng/năm, ví dụ 05/01/2026.")},
        )
        super().__init__(**kwargs)
