"""The shape of what a person says a task is to reach."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nhipcau.base.gate.fields import GatedCharField
from nhipcau.ledger.work.models import Task

from .fields import NumberField
from .models import Indicator
from .numbers import Written


class TargetForm(forms.Form):
    """One indicator, the number to reach, and why it moves; an empty number takes the target away."""

    indicator = forms.ChoiceField(
        label=_("Chỉ tiêu (đơn vị tính)"), widget=forms.Select({"lang": "vi"})
    )
    target = NumberField(
        label=_("Kế hoạch"),
        required=False,
        help_text=_("Ghi 1.250 hoặc 12,5. Bỏ trống để bỏ chỉ tiêu đã đặt."),
    )
    reason = GatedCharField(
        label=_("Lý do"),
        max_length=300,
        required=False,
        help_text=_("Bắt buộc khi sửa hoặc bỏ chỉ tiêu đã đặt; số cũ và lý do được giữ lại."),
    )
    # What was held when the page was shown.
    shown = forms.DecimalField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, task: Task, chosen: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = dict(task.targets.values_list("indicator", "target"))
        rows = Indicator.objects.filter(programme=task.programme_id, is_effect=False)
        self.indicators = {str(each.uuid): each for each in rows}
        named = self.indicators.get(chosen)
        offered = [each for each in rows if each.pk not in held]
        if self.is_bound or named is not None:
            offered = [named] if named is not None else list(rows)
        self.fields["indicator"].choices = [  # type: ignore[attr-defined]
            (str(each.uuid), f"{each.name} ({each.unit})") for each in offered
        ]
        if named is not None and named.pk in held:
            self.initial.update(target=held[named.pk], shown=held[named.pk])

    @property
    def number(self) -> Decimal | None:
        """The number that was said; None for an empty field."""
        written: Written | None = self.cleaned_data["target"]
        return written.value if written else None
