"""The shape of what a person says about an instrument."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nhipcau.base.gate.fields import GatedCharField

from .fields import DayField
from .models import Instrument, InstrumentEvent


class InstrumentForm(forms.Form):
    """A numbered document that is to be held."""

    kind = GatedCharField(label=_("Loại văn bản"), max_length=60)
    number = GatedCharField(
        label=_("Số, ký hiệu"), max_length=60, help_text=_("Ví dụ: 1719/QĐ-TTg.")
    )
    issuer = GatedCharField(label=_("Cơ quan ban hành"), max_length=120)
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    title = GatedCharField(label=_("Trích yếu"), widget=forms.Textarea({"rows": 3}))
    source = GatedCharField(
        label=_("Nguồn"), max_length=500, help_text=_("Nơi đã đọc được văn bản này.")
    )


class EventForm(forms.Form):
    """What became of an instrument, and how one knows."""

    kind = forms.ChoiceField(label=_("Việc"), choices=InstrumentEvent.Kind.choices)
    day = DayField(label=_("Từ ngày"), required=False, help_text=_("Bỏ trống nếu chưa rõ ngày."))
    other = forms.CharField(
        label=_("Theo văn bản số"),
        max_length=60,
        required=False,
        help_text=_(
            "Số, ký hiệu của văn bản thay thế, sửa đổi hoặc bãi bỏ; văn bản đó phải có trước."
        ),
    )
    source = GatedCharField(label=_("Nguồn"), max_length=500)
    doubt = GatedCharField(label=_("Nội dung cần xác minh"), max_length=500, required=False)

    def clean_other(self) -> Instrument | None:
        """The instrument of this number, where one is named."""
        number = self.cleaned_data["other"].strip()
        if not number:
            return None
        found = Instrument.objects.filter(number__iexact=number).first()
        if found is None:
            raise forms.ValidationError(
                _("Chưa có văn bản số “%(number)s”. Đề nghị thêm văn bản đó trước."),
                params={"number": number},
            )
        return found

    def said(self) -> dict[str, Any]:
        """What the action is called with."""
        return {**self.cleaned_data, "kind": InstrumentEvent.Kind(self.cleaned_data["kind"])}
