"""The shape of what a person says of an amendment."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nhipcau.base.gate.fields import GatedCharField, GatedFileField

from .addresses import NoMarker, address_below, kind_of, marker_of
from .amending import Issue, Said
from .consolidation import Act, Consolidation
from .fields import DayField
from .models import Amendment, Programme, Provision


class HeadForm(forms.Form):
    """Which document, about what."""

    kind = forms.ChoiceField(label=_("Loại văn bản"), choices=Amendment.Kind.choices)
    title = GatedCharField(label=_("Trích yếu"), max_length=500, widget=forms.Textarea({"rows": 3}))
    is_example = forms.BooleanField(label=_("Đây là ví dụ minh họa"), required=False)


class VersionForm(forms.Form):
    """Which state of the document the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(VersionForm):
    """Why an edition goes back."""

    reason = GatedCharField(
        label=_("Lý do đề nghị nhập lại"), max_length=500, widget=forms.Textarea({"rows": 2})
    )


class IssueForm(VersionForm):
    """Number and days as they stand on the issued document, and its file."""

    number = GatedCharField(
        label=_("Số, ký hiệu"), max_length=60, help_text=_("Như trên văn bản đã ban hành.")
    )
    signed_on = DayField(label=_("Ngày ban hành"))
    effective_on = DayField(label=_("Có hiệu lực từ ngày"))
    file = GatedFileField(label=_("Tệp văn bản đã ban hành"), required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        signed_on, effective_on = said.get("signed_on"), said.get("effective_on")
        if signed_on and effective_on and effective_on < signed_on:
            self.add_error("effective_on", _("Ngày có hiệu lực không thể trước ngày ban hành."))
        return said

    def issue(self) -> Issue:
        """What was said, as a value."""
        said = self.cleaned_data
        return Issue(said["number"], said["signed_on"], said["effective_on"], said["file"])


class PlaceForm(forms.Form):
    """Which place is changed, and how; the words come on the next page."""

    act = forms.ChoiceField(label=_("Cách sửa"), choices=Act.choices)
    place = forms.ChoiceField(
        label=_("Điều khoản"),
        help_text=_("Khi bổ sung: điều khoản đứng ngay trước, hoặc điều khoản ở cấp trên."),
    )

    def __init__(self, *args: Any, text: Consolidation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                (each.address, f"{each.address}  {_shortened(each.place.paragraphs)}")
                for each in text.places
                if not each.is_repealed
            ]


class WordsForm(VersionForm):
    """The new words of a place; each line is a paragraph."""

    text = GatedCharField(
        label=_("Lời văn mới"),
        widget=forms.Textarea({"rows": 8}),
        help_text=_("Không ghi ký hiệu đầu dòng. Mỗi dòng là một đoạn."),
    )

    def paragraphs(self) -> tuple[str, ...]:
        """The words as paragraphs."""
        lines = (" ".join(line.split()) for line in self.cleaned_data["text"].splitlines())
        return tuple(line for line in lines if line)


class InsertionForm(WordsForm):
    """A new place: its own marker, beside or below the place that was chosen."""

    WHERE = (
        ("after", _("Cùng cấp, ngay sau điều khoản đã chọn")),
        ("below", _("Cấp dưới, đứng đầu trong điều khoản đã chọn")),
    )

    where = forms.ChoiceField(label=_("Đứng ở đâu"), choices=WHERE, widget=forms.RadioSelect)
    marker = GatedCharField(
        label=_("Ký hiệu"), max_length=20, help_text=_("Như trong văn bản, ví dụ: g) hoặc 5.")
    )

    field_order = ("version", "where", "marker", "text")

    def __init__(
        self, *args: Any, programme: Programme, text: Consolidation, place: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._programme, self._text, self._place = programme, text, place

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors:
            try:
                said["said"] = self._said(said)
            except NoMarker as fault:
                self.add_error("marker", str(fault))
        return said

    def _said(self, said: dict[str, Any]) -> Said:
        """The insertion with its address, which must be free."""
        marker = marker_of(said["marker"])
        chosen = self._text.at(self._place)
        is_after = said["where"] == "after"
        parent = (chosen.place.parent if chosen else "") if is_after else self._place
        row = Provision.objects.filter(programme=self._programme, address=parent).first()
        taken = {each.address for each in self._text.places}
        address = address_below(row, marker, taken) if row or not parent else ""
        address = address or f"{parent}.{marker.label}"
        if address in taken:
            raise NoMarker(_("Đã có điều khoản %(place)s.") % {"place": address})
        return Said(
            act=Act.INSERT,
            paragraphs=self.paragraphs(),
            address=address,
            marker=marker.written,
            kind=kind_of(marker),
            parent=parent,
            after=self._place if is_after else "",
        )


def _shortened(paragraphs: tuple[str, ...]) -> str:
    words = paragraphs[0] if paragraphs else ""
    return words if len(words) <= 60 else f"{words[:59]}…"
