"""The shape of what an administrator records: who, by which instrument, since when."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nhipcau.base.gate.fields import GatedCharField

from . import questions
from .models import Agency, CodeList, Place
from .name_field import AgencyNameField
from .successions import Ground, NewAgency, Share

OLD, SHARES = 5, 4


class GroundForm(forms.Form):
    """What every reorganisation rests on."""

    day = forms.DateField(
        label=_("Ngày đầu tiên theo tổ chức mới"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Cơ quan cũ hoạt động đến hết ngày liền trước."),
    )
    instrument = forms.CharField(
        label=_("Theo văn bản"),
        max_length=400,
        help_text=_("Loại, số, ký hiệu và ngày, như “Nghị quyết 202/2025/QH15 (12/06/2025)”."),
    )
    source = forms.CharField(label=_("Nguồn: đã đọc văn bản ở đâu"), max_length=400)
    doubt = forms.CharField(label=_("Nội dung cần xác minh"), max_length=400, required=False)

    def ground(self) -> Ground:
        given = self.cleaned_data
        return Ground(given["day"], given["instrument"], given["source"], given["doubt"])


class NewAgencyForm(GroundForm):
    """An agency that the instrument establishes; with its area, where it has one."""

    full_name = forms.CharField(label=_("Tên đầy đủ của cơ quan mới"), max_length=200)
    short_name = forms.CharField(label=_("Tên viết gọn"), max_length=200, required=False)
    code = forms.SlugField(
        label=_("Mã"),
        max_length=60,
        help_text=_("Chữ thường không dấu, nối bằng gạch ngang: “so-dttg-tuyen-quang”."),
    )
    kind = forms.CharField(label=_("Loại"), max_length=60)
    level = forms.ChoiceField(
        label=_("Cấp"),
        choices=[("central", _("trung ương")), ("provincial", _("tỉnh")), ("commune", _("xã"))],
    )
    parent = AgencyNameField(ever=True, label=_("Trực thuộc"), required=False)
    instance_of = AgencyNameField(
        ever=True,
        label=_("Tên chung trong văn bản"),
        required=False,
        help_text=_("Ví dụ “Sở Dân tộc và Tôn giáo (so-dttg)”, nếu là cơ quan ấy của một tỉnh."),
    )
    place_list = forms.ModelChoiceField(
        label=_("Danh mục mã địa bàn"),
        queryset=CodeList.objects.all(),
        to_field_name="code",
        required=False,
    )
    place_code = forms.CharField(label=_("Mã địa bàn"), max_length=10, required=False)

    NEW: ClassVar[tuple[str, ...]] = ("full_name", "code", "kind")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        given["places"] = self._places(given)
        return given

    def new_agency(self) -> NewAgency:
        given = self.cleaned_data
        names = ("code", "full_name", "kind", "level", "short_name", "parent", "instance_of")
        return NewAgency(**{name: given[name] for name in names}, places=given["places"])

    def _places(self, given: dict[str, Any]) -> tuple[Place, ...]:
        code, code_list = given.get("place_code"), given.get("place_list")
        if not code:
            return ()
        if code_list is None:
            self.add_error(
                "place_list", gettext("Thiếu danh mục: một mã chỉ có nghĩa trong danh mục.")
            )
            return ()
        try:
            return (questions.by_code(code, code_list.code),)
        except questions.ForeignCode as refusal:
            self.add_error("place_code", str(refusal))
            return ()


class EstablishForm(NewAgencyForm):
    """A new agency that takes nothing over yet."""


class MergeForm(NewAgencyForm):
    """Several agencies, and the one that goes on: an existing one, or a new one."""

    into = AgencyNameField(ever=True, label=_("Nhập vào cơ quan đang có"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for turn in range(1, OLD + 1):
            self.fields[f"old_{turn}"] = AgencyNameField(
                ever=True,
                label=_("Cơ quan thứ %(turn)d kết thúc") % {"turn": turn},
                required=turn == 1,
            )
        for name in self.NEW:
            self.fields[name].required = False
        olds = [f"old_{turn}" for turn in range(1, OLD + 1)]
        self.order_fields([*olds, "day", "instrument", "source", "doubt", "into"])

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not given.get("into"):
            for name in self.NEW:
                if not given.get(name) and name not in self.errors:
                    sentence = gettext("Cần ghi, nếu không nhập vào một cơ quan đang có.")
                    self.add_error(name, sentence)
        return given

    def old(self) -> list[Agency]:
        written = (self.cleaned_data.get(f"old_{turn}") for turn in range(1, OLD + 1))
        return [agency for agency in written if agency is not None]

    def receiver(self) -> Agency | NewAgency:
        into = self.cleaned_data["into"]
        return into if isinstance(into, Agency) else self.new_agency()


class FunctionsField(GatedCharField):
    """Functions one a line, or with semicolons between."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea({"rows": 3})
        super().__init__(**{"widget": widget, "max_length": 2_000, "required": False, **options})

    def clean(self, value: Any) -> Any:
        lines = super().clean(value).replace(";", "\n").splitlines()
        return tuple(line.strip() for line in lines if line.strip())


class SplitForm(GroundForm):
    """One agency, and those among which its functions go."""

    old = AgencyNameField(ever=True, label=_("Cơ quan được chia, tách"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = ["old"]
        for turn in range(1, SHARES + 1):
            self.fields[f"to_{turn}"] = AgencyNameField(
                ever=True,
                label=_("Cơ quan tiếp nhận thứ %(turn)d") % {"turn": turn},
                required=turn <= 2,
            )
            self.fields[f"functions_{turn}"] = FunctionsField(
                label=_("Chức năng cơ quan thứ %(turn)d tiếp nhận") % {"turn": turn},
                help_text=_("Mỗi dòng một chức năng."),
            )
            names += [f"to_{turn}", f"functions_{turn}"]
        self.order_fields(names)

    def shares(self) -> list[Share]:
        return list(self._shares())

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for turn in range(1, SHARES + 1):
            if given.get(f"to_{turn}") and not given.get(f"functions_{turn}"):
                sentence = gettext("Cần ghi chức năng mà cơ quan này tiếp nhận.")
                self.add_error(f"functions_{turn}", sentence)
        return given

    def _shares(self) -> Iterator[Share]:
        for turn in range(1, SHARES + 1):
            to = self.cleaned_data[f"to_{turn}"]
            if to is not None:
                yield Share(to, self.cleaned_data[f"functions_{turn}"])


class TransferForm(GroundForm):
    """Functions that pass from one agency to another."""

    old = AgencyNameField(ever=True, label=_("Cơ quan chuyển giao"))
    to = AgencyNameField(ever=True, label=_("Cơ quan tiếp nhận"))
    functions = FunctionsField(
        label=_("Chức năng chuyển giao"),
        help_text=_("Mỗi dòng một chức năng. Để trống là toàn bộ; cơ quan cũ khi ấy kết thúc."),
    )
    field_order = ["old", "to", "functions"]

    def share(self) -> Share:
        return Share(self.cleaned_data["to"], self.cleaned_data["functions"])


class RenameForm(GroundForm):
    """A new name of the same agency."""

    agency = AgencyNameField(ever=True, label=_("Cơ quan đổi tên"))
    full_name = forms.CharField(label=_("Tên mới đầy đủ"), max_length=200)
    short_name = forms.CharField(label=_("Tên mới viết gọn"), max_length=200, required=False)
    field_order = ["agency", "full_name", "short_name"]


class DissolveForm(GroundForm):
    """An agency that ends with nobody to take over."""

    agency = AgencyNameField(ever=True, label=_("Cơ quan giải thể"))
    field_order = ["agency"]


class WithdrawForm(forms.Form):
    """Why what was recorded is taken back."""

    reason = GatedCharField(label=_("Lý do"), max_length=500, required=False)
