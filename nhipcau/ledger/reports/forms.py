"""The shape of what people say about a report."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from nhipcau.base.gate.fields import GatedCharField, GatedFileField

_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")


class NumberField(GatedCharField):
    """A number as officials write it: «1.250», «12,5»."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        if not _NUMBER.fullmatch(text.strip()):
            raise ValidationError(
                _(
                    "Đề nghị ghi số dạng 1.250 hoặc 12,5: dấu chấm giữa hàng nghìn, dấu phẩy thập phân."
                )
            )
        return Decimal(text.strip().replace(".", "").replace(",", "."))


class StepForm(forms.Form):
    """Which state of the report the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class LineForm(StepForm):
    """Words in the place of a sentence; empty leaves it out."""

    words = GatedCharField(
        label=_("Lời văn"), required=False, max_length=20_000, widget=forms.Textarea({"rows": 3})
    )


class OwnLineForm(forms.Form):
    """A paragraph of one's own."""

    words = GatedCharField(
        label=_("Bổ sung một đoạn"), max_length=20_000, widget=forms.Textarea({"rows": 3})
    )


class NumberForm(forms.Form):
    """Another number than the platform's, with the reason."""

    key = GatedCharField(max_length=120, widget=forms.HiddenInput)
    theirs = NumberField(label=_("Số đơn vị báo cáo"), max_length=30)
    reason = GatedCharField(label=_("Lý do"), max_length=300)


class ReturnForm(StepForm):
    """Why a report goes back, and which sections are meant; none means the whole."""

    reason = GatedCharField(
        label=_("Lý do, nội dung đề nghị bổ sung, hoàn thiện"), max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    sections = forms.MultipleChoiceField(
        label=_("Các mục cần hoàn thiện"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Không chọn mục nào là trả lại cả báo cáo."),
    )  # fmt: skip

    def __init__(self, *args: Any, sections: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["sections"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = sections


class ReplaceForm(StepForm):
    """Why a report that is out needs another in its place."""

    reason = GatedCharField(
        label=_("Nội dung sai cần thay thế"), max_length=2000, widget=forms.Textarea({"rows": 2})
    )


class DocxForm(forms.Form):
    """The document that came back from Word."""

    file = GatedFileField(label=_("Tệp DOCX đã sửa"))
