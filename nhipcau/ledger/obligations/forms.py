"""The shape of what a person says in a review."""

from typing import Any

from django import forms
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _

from nhipcau.base.gate.fields import GatedCharField, GatedFileField

from .actions import Change
from .models import NameMeaning, Obligation, Part


class DecisionForm(forms.Form):
    """A remark, and which state of the row the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    note = GatedCharField(
        label=_("Ghi chú, lý do"),
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = GatedCharField(label=_("Lý do"), max_length=500, required=False)


class UploadForm(forms.Form):
    """The file of a signed programme or a plan."""

    file = GatedFileField(
        label=_("Tệp văn bản"),
        help_text=_("DOCX, PDF có chữ, HTML hoặc TXT; không quá 50 MB."),
        validators=[FileExtensionValidator(["docx", "pdf", "html", "htm", "txt"])],
    )


class SheetForm(forms.Form):
    """A changed spreadsheet, and whether its differences have been seen."""

    file = GatedFileField(label=_("Bảng tính đã sửa"), help_text=_("Tệp XLSX tải về từ trang này."))
    sure = forms.BooleanField(label=_("Tôi đã xem các thay đổi, ghi lại"), required=False)


class PartForm(forms.Form):
    """One agency's part, by the name that the text gives it."""

    role = forms.ChoiceField(label=_("Vai"), choices=Part.Role.choices)
    name = GatedCharField(label=_("Tên trong văn bản"), max_length=300, required=False)


PartFormSet = forms.formset_factory(PartForm, extra=2, max_num=30, absolute_max=30)


class ReadingForm(DecisionForm):
    """What a person reads in one sentence: who, how often, by when, with which outcome."""

    WHO = (("both", _("Các bên ký kết cùng thực hiện")), ("named", _("Những cơ quan nêu dưới đây")))

    who = forms.ChoiceField(
        label=_("Cơ quan thực hiện"), choices=WHO, widget=forms.RadioSelect, required=False
    )
    kind = forms.ChoiceField(label=_("Tính chất"), choices=Obligation.Kind.choices)
    recurrence = GatedCharField(label=_("Định kỳ"), max_length=40, required=False)
    due = GatedCharField(label=_("Thời hạn"), max_length=40, required=False)
    deliverable = GatedCharField(label=_("Sản phẩm"), max_length=300, required=False)
    functions = GatedCharField(
        label=_("Lĩnh vực, chức năng"),
        max_length=300,
        required=False,
        help_text=_("Cách nhau bằng dấu chấm phẩy; nhờ đó biết cơ quan nào nay tiếp nhận."),
    )
    first = GatedCharField(
        label=_("Phần chữ thứ nhất"), required=False, widget=forms.Textarea({"rows": 2})
    )
    second = GatedCharField(
        label=_("Phần chữ thứ hai"), required=False, widget=forms.Textarea({"rows": 2})
    )

    @classmethod
    def showing(cls, obligation: Obligation) -> "ReadingForm":
        """The form as the proposal stands; whom a sentence without a subject means is asked."""
        return cls(
            initial={
                "version": obligation.version,
                "who": "" if obligation.implied_both else "named",
                "kind": obligation.kind,
                "recurrence": obligation.recurrence,
                "due": obligation.due,
                "deliverable": obligation.deliverable,
                "functions": "; ".join(obligation.functions),
                "first": obligation.words,
            }
        )

    @property
    def more(self) -> bool:
        """Whether the folded fields say anything, and should stand open."""
        return any(
            self[name].value() for name in ("recurrence", "due", "deliverable", "functions", "note")
        )

    def change(self, parts: Any) -> Change:
        """What was said, as a value; `parts` is a valid PartFormSet."""
        said = self.cleaned_data
        return Change(
            parts=tuple(
                (Part.Role(row["role"]), row["name"].strip())
                for row in parts.cleaned_data
                if row.get("name", "").strip()
            ),
            implied_both=said["who"] == "both",
            kind=Obligation.Kind(said["kind"]),
            recurrence=said["recurrence"],
            due=said["due"],
            deliverable=said["deliverable"],
            functions=tuple(each.strip() for each in said["functions"].split(";") if each.strip()),
        )


def parts_showing(obligation: Obligation) -> Any:
    """The part forms as the proposal stands."""
    return PartFormSet(
        prefix="parts",
        initial=[
            {"role": part.role, "name": part.name_as_written} for part in obligation.parts.all()
        ],
    )


class NameForm(forms.Form):
    """Whom a name of the text means."""

    name = forms.CharField(max_length=300, widget=forms.HiddenInput)
    meaning = forms.ChoiceField(label=_("Có nghĩa là"), choices=NameMeaning.Meaning.choices)
    agency = forms.CharField(
        label=_("Tên cơ quan"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"list": "co-quan", "placeholder": _("Tên cơ quan, nếu là một")}),
    )


NameFormSet = forms.formset_factory(NameForm, extra=0, max_num=500, absolute_max=500)


def names_asked(names: tuple[str, ...]) -> Any:
    """One row for each name, with the meaning that it most likely has."""
    rows = [{"name": name, "meaning": suggested_meaning(name)} for name in names]
    return NameFormSet(prefix="names", initial=rows)


def suggested_meaning(name: str) -> NameMeaning.Meaning:
    """«các sở», «UBND các xã» is a kind of agency; anything else is taken for one agency."""
    words = name.lower().split()
    several = {"các", "những", "mọi"} & set(words)
    return NameMeaning.Meaning.KIND if several else NameMeaning.Meaning.AGENCY


class PartyForm(forms.Form):
    """Which agency signed under a name, and which unit runs the programme for it."""

    party = forms.IntegerField(widget=forms.HiddenInput)
    agency = forms.CharField(label=_("Cơ quan"), max_length=200)
    focal_point = forms.CharField(label=_("Đơn vị đầu mối"), max_length=200, required=False)
