"""The shape of a commune's quarter."""

from typing import Any

from django import forms
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _

from nhipcau.base.gate.fields import GatedCharField, GatedFileField

from .actions import Quarter
from .fields import NumberField
from .models import CommuneQuarter, Figure, Indicator, Period
from .numbers import Mark, Written


class QuarterForm(forms.Form):
    """A few lines, numbers, difficulties, and a tick where nothing arose."""

    done = GatedCharField(
        label=_("Việc đã làm trong quý"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Vài dòng: làm gì, ở đâu, cho ai. Không ghi tên, dân tộc của từng người."),
    )
    difficulties = GatedCharField(
        label=_("Khó khăn, vướng mắc; đề xuất, kiến nghị"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 3}),
    )
    nothing_arose = forms.BooleanField(
        label=_("Trong quý không phát sinh việc nào"), required=False
    )
    # What was held when the page was shown: 0 for a page that was never sent.
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, indicators: list[Indicator], held: dict[Any, Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **{"initial": held, **kwargs})
        self.indicators = indicators
        for each in indicators:
            self.fields[f"so-{each.pk}"] = NumberField(
                label=each.name, required=False, marks=True, of_unit=each.unit
            )
            self.fields[f"khong-{each.pk}"] = forms.BooleanField(
                label=_("không phát sinh"), required=False
            )

    @property
    def number_rows(self) -> list[tuple[Indicator, Any, Any]]:
        """Each indicator with its field for the number and its tick."""
        return [(each, self[f"so-{each.pk}"], self[f"khong-{each.pk}"]) for each in self.indicators]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for each in self.indicators:
            written = said.get(f"so-{each.pk}")
            if said.get(f"khong-{each.pk}") and written and written.value is not None:
                self.add_error(
                    f"so-{each.pk}",
                    _("Vừa ghi số, vừa đánh dấu không phát sinh. Đề nghị chọn một."),
                )
        return said

    def said(self) -> Quarter:
        """What was said, as a value."""
        given = self.cleaned_data
        written = {}
        for each in self.indicators:
            found = given[f"so-{each.pk}"]
            if given[f"khong-{each.pk}"]:
                found = Written(Mark.NONE_AROSE)
            if found is not None:
                written[each] = found
        return Quarter(given["done"], given["difficulties"], given["nothing_arose"], written)


def held_by(page: CommuneQuarter | None, period: Period) -> dict[str, Any]:
    """What a unit said before, as the form shows it."""
    if page is None:
        return {"version": 0}
    found: dict[str, Any] = {
        "version": page.version,
        "difficulties": page.difficulties,
        "nothing_arose": page.nothing_arose,
    }
    if page.evidence is not None:
        found["done"] = page.evidence.said.summary
        for measure in page.evidence.measures.all():
            found[f"so-{measure.indicator_id}"] = measure.value
    figures = Figure.objects.filter(period=period, agency=page.agency, kind=Figure.Kind.DONE)
    for figure in figures:
        if figure.mark == Mark.NONE_AROSE:
            found[f"khong-{figure.indicator_id}"] = True
        elif figure.value is None:
            found[f"so-{figure.indicator_id}"] = Written(Mark(figure.mark))
    return found


class SheetForm(forms.Form):
    """The spreadsheet that came back."""

    file = GatedFileField(
        label=_("Bảng tính của quý"),
        help_text=_("Tệp XLSX tải về từ trang này; giữ nguyên dòng đầu và các cột mã."),
        validators=[FileExtensionValidator(["xlsx"])],
    )
