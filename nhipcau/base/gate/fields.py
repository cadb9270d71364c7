"""Form fields behind the gate; a form that takes words or files from people uses these."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from .concerns import REMINDER, Concern
from .files import READERS, examine_file
from .text import examine_text


class GatedCharField(forms.CharField):
    """Words that the gate lets in; what it only warns of stands in `warnings` after cleaning."""

    # For the template, beside the input.
    reminder = REMINDER

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.warnings: list[str] = []

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        self.warnings = admitted(examine_text(text or ""))
        return text


class GatedFileField(forms.FileField):
    """A file that the gate lets in; what it only warns of stands in `warnings` after cleaning."""

    reminder = REMINDER

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.warnings: list[str] = []

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "accept": ",".join(READERS)}

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        is_new = isinstance(file, UploadedFile)
        self.warnings = admitted(examine_file(file)) if is_new else []
        return file


def admitted(concerns: list[Concern]) -> list[str]:
    """The sentences of what only warns; raises ValidationError for what refuses."""
    refused = [each for each in concerns if each.refuses]
    if refused:
        raise ValidationError([ValidationError(each.sentence, each.kind.value) for each in refused])
    return [each.sentence for each in concerns]
