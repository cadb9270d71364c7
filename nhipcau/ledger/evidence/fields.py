"""Fields of this room's forms: a number as officials write it, a photograph, an agency."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from nhipcau.base.gate.fields import GatedCharField, GatedFileField, admitted
from nhipcau.base.gate.text import examine_text

from . import numbers, photos
from .numbers import BadNumber, Written


class NumberField(GatedCharField):
    """1.250 or 12,5; with `marks` also …, – and x. Cleans to `Written`, or None."""

    def __init__(self, *, of_unit: str = "", marks: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        super().__init__(**kwargs)
        self.of_unit, self.marks = of_unit, marks
        self.widget.attrs.setdefault("inputmode", "decimal")
        self.widget.attrs.setdefault("autocomplete", "off")

    def clean(self, value: Any) -> Any:
        written = super().clean(value)
        try:
            found = numbers.read(written or "", unit=self.of_unit)
        except BadNumber as bad:
            raise ValidationError(str(bad)) from bad
        if found is not None and found.value is None and not self.marks:
            raise ValidationError(_("Ở đây cần một con số, như 1.250 hoặc 12,5."))
        return found

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Written):
            return numbers.sign(value.mark, value.value)
        return numbers.say(value) if isinstance(value, Decimal) else value


class PhotoField(GatedFileField):
    """A photograph, JPEG or PNG; where and by whom it was made is taken off before it is kept."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "accept": "image/jpeg,image/png"}

    def clean(self, data: Any, initial: Any = None) -> Any:
        # The gate reads documents; of a picture it can judge the name only.
        file = forms.FileField.clean(self, data, initial)
        if not isinstance(file, UploadedFile):
            return file
        self.warnings = admitted(examine_text(file.name or ""))
        if (file.size or 0) > photos.MOST_BYTES:
            raise ValidationError(_("Ảnh lớn hơn 15 MB. Đề nghị giảm cỡ ảnh rồi gửi."))
        content = file.read()
        file.seek(0)
        if not photos.is_photo(content):
            raise ValidationError(_("Tệp này không phải ảnh JPEG hoặc PNG. Đề nghị chọn ảnh khác."))
        try:
            photos.cleaned(content)
        except photos.BadPhoto as bad:
            raise ValidationError(str(bad)) from bad
        return file
