"""The shape of what a person types of a programme whose text is not at hand."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nhipcau.base.gate.fields import GatedCharField

from .fields import DayField
from .models import Transcript
from .transcribed import TypedLine
from .typing_in import Head


class TypedHeadForm(forms.Form):
    """What stands above the provisions; what the source does not say is left empty."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    kind = GatedCharField(
        label=_("Loại văn bản"), max_length=80, initial="Chương trình phối hợp công tác"
    )
    title = GatedCharField(
        label=_("Trích yếu"),
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Phần sau tên loại, ví dụ: giữa Sở A và Sở B về … giai đoạn 2025 - 2030."),
    )
    source = GatedCharField(
        label=_("Nguồn của văn bản"),
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Đọc được ở đâu; có phải văn bản đã ký không. Được ghi rõ trên trang."),
    )
    number = GatedCharField(
        label=_("Số, ký hiệu"), max_length=60, required=False, help_text=_("Bỏ trống nếu chưa rõ.")
    )
    signed_on = DayField(label=_("Ngày ký"), required=False, help_text=_("Bỏ trống nếu chưa rõ."))
    place = GatedCharField(label=_("Nơi ký"), max_length=80, required=False)
    first_year = forms.IntegerField(
        label=_("Từ năm"), required=False, min_value=1945, max_value=2100
    )
    last_year = forms.IntegerField(
        label=_("Đến năm"), required=False, min_value=1945, max_value=2100
    )
    bases = GatedCharField(
        label=_("Căn cứ"),
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Mỗi dòng một căn cứ, ghi như trong văn bản: Căn cứ Nghị định số …;"),
    )
    slug = forms.SlugField(
        label=_("Địa chỉ trang"),
        max_length=72,
        required=False,
        help_text=_("Chữ không dấu, nối bằng gạch ngang; bỏ trống thì lấy theo số hoặc trích yếu."),
    )

    @classmethod
    def showing(cls, transcript: Transcript) -> "TypedHeadForm":
        """The form as the head stands."""
        return cls(initial={name: getattr(transcript, name) for name in cls.base_fields})

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        first, last = said.get("first_year"), said.get("last_year")
        if first and last and last < first:
            self.add_error("last_year", _("Năm cuối không thể trước năm đầu."))
        return said

    def head(self) -> Head:
        """What was typed, as a value."""
        said = {key: value for key, value in self.cleaned_data.items() if key != "version"}
        return Head(**said)


class TypedLineForm(forms.Form):
    """One provision: marker and words; each line of the words is a paragraph."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    marker = GatedCharField(
        label=_("Ký hiệu"),
        max_length=20,
        help_text=_("Như trong văn bản, ví dụ: IV. hoặc 3. hoặc đ) hoặc -"),
    )
    text = GatedCharField(
        label=_("Nội dung"),
        widget=forms.Textarea({"rows": 6}),
        help_text=_("Không ghi lại ký hiệu. Mỗi dòng là một đoạn."),
    )

    def line(self) -> TypedLine:
        """What was typed, as a value."""
        rows = (" ".join(row.split()) for row in self.cleaned_data["text"].splitlines())
        return TypedLine(self.cleaned_data["marker"].strip(), tuple(row for row in rows if row))


class TypedPartyForm(forms.Form):
    """A party by the name that the source gives it, and the agency that was found for it."""

    name = GatedCharField(label=_("Tên bên ký kết"), max_length=200)
    agency = forms.IntegerField(widget=forms.HiddenInput, required=False)
