"""The shape of what a person says of a dispatch; rules are in policies, rows in actions."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.name_field import AgencyNameField
from nhipcau.base import clock
from nhipcau.base.gate.fields import GatedCharField, GatedFileField
from nhipcau.ledger.public import DayField, Programme, Provision

from .finding import number_in
from .models import Dispatch, Matter, Receipt
from .values import Arrival, Enclosed, Facts, Topic, enclosed

MOST_FILES = 3


class LinesOfAgencies(GatedCharField):
    """Agencies, one a line, each by its name or its code."""

    widget = forms.Textarea({"rows": 2})

    def clean(self, value: Any) -> Any:
        """The agencies. Raises ValidationError that names the line at fault."""
        found: dict[int, Agency] = {}
        for number, line in enumerate(super().clean(value).splitlines(), start=1):
            if not line.strip():
                continue
            try:
                agency = AgencyNameField().clean(line.strip())
            except forms.ValidationError as fault:
                raise forms.ValidationError(
                    gettext("Dòng %(line)s: %(fault)s")
                    % {"line": number, "fault": fault.messages[0]}
                ) from None
            if agency is not None:
                found[agency.pk] = agency
        return list(found.values())


class MatterForm(forms.Form):
    """Where a dispatch belongs: a matter that is open, or a new one."""

    matter = forms.ModelChoiceField(
        Matter.objects.none(), label=_("Vụ việc"), required=False, empty_label=_("Mở vụ việc mới")
    )
    programme = forms.ModelChoiceField(
        Programme.objects.none(), label=_("Chương trình của vụ việc mới"), required=False
    )
    provision = GatedCharField(
        label=_("Điều khoản của chương trình"),
        max_length=60,
        required=False,
        help_text=_("Vị trí trong chương trình, ví dụ IV.1.d."),
    )
    matter_title = GatedCharField(
        label=_("Tên vụ việc mới"),
        max_length=300,
        required=False,
        help_text=_("Để trống thì lấy trích yếu của văn bản."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._user = user
        programmes = Programme.objects.visible_to(user)
        self._choose("matter", Matter.objects.visible_to(user).filter(is_closed=False))
        self._choose("programme", programmes)
        if len(only := list(programmes[:2])) == 1:
            self.initial.setdefault("programme", only[0].pk)

    def into(self) -> Matter | Topic:
        """Where it belongs, as a value; only after cleaning."""
        said = self.cleaned_data
        if said.get("matter"):
            held: Matter = said["matter"]
            return held
        return Topic(said["programme"], said.get("matter_title", ""), said.get("provision"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("matter") is None and "matter" in said:
            if said.get("programme") is None:
                self.add_error(
                    "programme", _("Đề nghị chọn chương trình, hoặc chọn vụ việc đã có.")
                )
            said["provision"] = self._provision(said)
        return said

    def _provision(self, said: dict[str, Any]) -> Provision | None:
        address, programme = said.get("provision"), said.get("programme")
        if not address or programme is None:
            return None
        found = Provision.objects.filter(programme=programme, address=address.strip()).first()
        if found is None:
            self.add_error("provision", _("Chương trình không có điều khoản ở vị trí này."))
        return found

    def _choose(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = rows


class RecordForm(MatterForm):
    """What stands on a document that was issued outside, and where it belongs."""

    number = GatedCharField(
        label=_("Số, ký hiệu"), max_length=60, help_text=_("Như trên văn bản đã ban hành.")
    )
    issued_on = DayField(label=_("Ngày văn bản"))
    kind = GatedCharField(label=_("Tên loại"), max_length=100, initial="Công văn")
    subject = GatedCharField(
        label=_("Trích yếu"), max_length=500, widget=forms.Textarea({"rows": 2})
    )
    sender = AgencyNameField(label=_("Cơ quan gửi"))
    receivers = LinesOfAgencies(
        label=_("Nơi nhận"), max_length=4000, help_text=_("Mỗi dòng một cơ quan: tên hoặc mã.")
    )
    purpose = forms.ChoiceField(label=_("Văn bản gửi để"), choices=Dispatch.Purpose.choices)
    answers = GatedCharField(
        label=_("Trả lời văn bản số"),
        max_length=200,
        required=False,
        help_text=_("Dán số, ký hiệu của văn bản đã ghi nhận ở đây."),
    )
    due = DayField(label=_("Hạn trả lời"), required=False)
    file_1 = GatedFileField(label=_("Tệp văn bản"), required=False)
    file_2 = GatedFileField(label=_("Tệp kèm theo thứ nhất"), required=False)
    file_3 = GatedFileField(label=_("Tệp kèm theo thứ hai"), required=False)
    signer_position = GatedCharField(label=_("Chức vụ người ký"), max_length=100, required=False)
    signer = GatedCharField(label=_("Người ký"), max_length=80, required=False)
    urgency = forms.ChoiceField(label=_("Độ khẩn"), choices=Dispatch.Urgency.choices)
    summary = GatedCharField(
        label=_("Tóm tắt nội dung"), required=False, widget=forms.Textarea({"rows": 3})
    )
    to_places = GatedCharField(
        label=_("Nơi nhận khác"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Nơi nhận không có trong danh mục cơ quan, mỗi dòng một nơi."),
    )
    kept_by = GatedCharField(label=_("Đơn vị, người nhận bản lưu"), max_length=200, required=False)
    copies = forms.IntegerField(
        label=_("Số lượng bản"), min_value=1, max_value=9999, required=False
    )
    sent_on = DayField(label=_("Ngày chuyển"), required=False)
    note = GatedCharField(label=_("Ghi chú"), max_length=300, required=False)
    is_example = forms.BooleanField(label=_("Đây là ví dụ minh họa"), required=False)

    DOCUMENT = (
        "number", "issued_on", "kind", "subject", "sender", "receivers", "purpose", "answers",
        "due", "file_1", "file_2", "file_3",
    )  # fmt: skip
    MATTER = ("matter", "programme", "provision", "matter_title")
    MORE = (
        "signer_position", "signer", "urgency", "summary", "to_places", "kept_by", "copies",
        "sent_on", "note", "is_example",
    )  # fmt: skip

    def document(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in self.DOCUMENT)

    def place(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in self.MATTER)

    def more(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in self.MORE)

    def clean_answers(self) -> Dispatch | None:
        """The dispatch of the pasted number, where one is named."""
        pasted = self.cleaned_data["answers"].strip()
        if not pasted:
            return None
        held = Dispatch.objects.visible_to(self._user).standing()
        found = list(held.filter(number__iexact=number_in(pasted))[:2])
        if len(found) != 1:
            raise forms.ValidationError(
                _("Ở đây có nhiều văn bản mang số này. Đề nghị mở văn bản đó và chọn “Trả lời”.")
                if found
                else _("Ở đây chưa có văn bản số này. Đề nghị ghi nhận văn bản đó trước.")
            )
        return found[0]

    def facts(self) -> Facts:
        """What was said, as a value."""
        said = self.cleaned_data
        given = {
            name: said[name]
            for name in (*self.DOCUMENT, *self.MORE)
            if name not in {"receivers", "file_1", "file_2", "file_3"}
        }
        day = said["issued_on"]
        names = tuple((each, each.name_on(day)) for each in said["receivers"])
        return Facts(receivers=names, **given)

    def enclosed(self) -> list[Enclosed]:
        """The files that the gate let in."""
        said = (self.cleaned_data[f"file_{n}"] for n in range(1, MOST_FILES + 1))
        return [enclosed(each) for each in said if each]


class VersionForm(forms.Form):
    """Which state of the dispatch the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Several stand on one page; their fields keep ids of their own.
        super().__init__(*args, **{"auto_id": f"{type(self).__name__.lower()}_%s", **kwargs})


class CorrectionForm(VersionForm):
    """What was written down of a document, to be mended; the sender and the receivers stay."""

    NAMES = (
        "number", "issued_on", "kind", "subject", "purpose", "due", "signer_position", "signer",
        "urgency", "summary", "kept_by", "copies", "sent_on", "note",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.NAMES:
            self.fields[name] = deepcopy(RecordForm.declared_fields[name])

    @classmethod
    def of(cls, dispatch: Dispatch) -> dict[str, Any]:
        """What stands now."""
        return {name: getattr(dispatch, name) for name in ("version", *cls.NAMES)}

    def said(self) -> dict[str, Any]:
        """What was said, by field."""
        return {name: self.cleaned_data[name] for name in self.NAMES}


class ArrivalForm(VersionForm):
    """Number and day of arrival, as the receiver's register has them."""

    arrived_on = DayField(label=_("Ngày đến"), initial=clock.today)
    arrival_number = GatedCharField(
        label=_("Số đến"),
        max_length=20,
        required=False,
        help_text=_("Theo sổ đăng ký văn bản đến của cơ quan."),
    )
    handler = GatedCharField(label=_("Đơn vị hoặc người nhận"), max_length=200, required=False)
    handed_on = DayField(label=_("Ngày chuyển"), required=False)
    signed_for = GatedCharField(label=_("Ký nhận"), max_length=100, required=False)
    note = GatedCharField(label=_("Ghi chú"), max_length=300, required=False)

    def arrival(self) -> Arrival:
        """What was said, as a value."""
        said = dict(self.cleaned_data)
        said.pop("version")
        return Arrival(**said)


class ProgressForm(VersionForm):
    """How far it has come at a receiver."""

    progress = forms.ChoiceField(
        label=_("Tình trạng"),
        choices=[each for each in Receipt.Progress.choices if each[0] != Receipt.Progress.SENT],
    )
    description = GatedCharField(label=_("Nội dung, lý do"), max_length=300, required=False)


class ReasonForm(VersionForm):
    """Why a dispatch is recalled."""

    reason = GatedCharField(
        label=_("Lý do thu hồi"), max_length=300, widget=forms.Textarea({"rows": 2})
    )
