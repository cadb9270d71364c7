"""The shape of what a person says about delegates, focal units and files of work."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Place
from nhipcau.agencies.name_field import AgencyNameField
from nhipcau.base.gate.fields import GatedCharField
from nhipcau.ledger.programmes.fields import DayField

from .actions.case_files import Filing
from .actions.delegates import Sending
from .forms import YearField
from .models import CaseFile, Delegate


class DelegateForm(forms.Form):
    """Who was sent where, by which document, for how long."""

    agency = AgencyNameField(label=_("Cơ quan, đơn vị cử"))
    person_name = GatedCharField(label=_("Họ và tên"), max_length=120)
    post = GatedCharField(label=_("Chức vụ"), max_length=160)
    body = forms.ChoiceField(label=_("Ban, tổ"), choices=Delegate.Body)
    body_name = GatedCharField(
        label=_("Tên ban, tổ"),
        max_length=300,
        help_text=_("Như “Ban soạn thảo Nghị định về hoạt động thông tin cơ sở”."),
    )
    mandate = GatedCharField(
        label=_("Theo văn bản cử"), max_length=300, help_text=_("Số, ký hiệu, ngày của văn bản.")
    )
    first_day = DayField(label=_("Từ ngày"))
    last_day = DayField(label=_("Đến hết ngày"), required=False)

    def sending(self) -> Sending:
        said = {key: value for key, value in self.cleaned_data.items() if key != "agency"}
        return Sending(**said)


class EndForm(forms.Form):
    """The last day of a term, and why it ended."""

    last_day = DayField(label=_("Đến hết ngày"))
    reason = GatedCharField(label=_("Lý do"), max_length=300)


class ProvinceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A province as people read it."""

    def label_from_instance(self, obj: Place) -> str:
        return obj.name


class FocalUnitForm(forms.Form):
    """The focal unit of a province, by the document that named it."""

    place = ProvinceField(label=_("Tỉnh, thành phố"), queryset=Place.objects.none())
    unit = GatedCharField(
        label=_("Đơn vị đầu mối"),
        max_length=200,
        help_text=_("Như “Phòng Thông tin, Báo chí, Xuất bản, Sở Văn hóa, Thể thao và Du lịch”."),
    )
    document = GatedCharField(
        label=_("Theo văn bản"), max_length=400, help_text=_("Số, ký hiệu, ngày của văn bản.")
    )
    first_day = DayField(label=_("Từ ngày"))
    last_day = DayField(label=_("Đến hết ngày"), required=False)

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = places  # type: ignore[attr-defined]


class FilingForm(forms.Form):
    """A file of work, as far as a person says it; its contents are listed by the platform."""

    year = YearField(label=_("Năm hình thành hồ sơ"))
    title = GatedCharField(
        label=_("Tiêu đề hồ sơ"), max_length=500, widget=forms.Textarea({"rows": 2})
    )
    notation = GatedCharField(label=_("Số và ký hiệu hồ sơ"), max_length=20, required=False)
    organ_id = GatedCharField(
        label=_("Mã định danh của cơ quan lập danh mục hồ sơ"), max_length=13, required=False
    )
    retention = GatedCharField(
        label=_("Thời hạn bảo quản"),
        max_length=30,
        help_text=_("Theo danh mục hồ sơ của đơn vị, như “10 năm” hoặc “Vĩnh viễn”."),
    )
    rights = GatedCharField(label=_("Chế độ sử dụng"), max_length=30, initial="Hạn chế")
    creator = GatedCharField(label=_("Người lập hồ sơ"), max_length=30)
    language = GatedCharField(label=_("Ngôn ngữ"), max_length=50, initial="Tiếng Việt")
    opened_on = DayField(label=_("Thời gian bắt đầu"))
    closed_on = DayField(label=_("Thời gian kết thúc"), required=False)
    handed_over_on = DayField(
        label=_("Ngày giao nộp vào lưu trữ cơ quan"),
        required=False,
        help_text=_("Trong thời hạn 01 năm, kể từ ngày công việc kết thúc."),
    )
    handed_over_by = GatedCharField(label=_("Biên bản giao nhận"), max_length=200, required=False)
    note = GatedCharField(label=_("Ghi chú"), max_length=500, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @staticmethod
    def showing(row: CaseFile) -> dict[str, Any]:
        """What is held, as the form begins with it."""
        return {name: getattr(row, name) for name in (*_FILED, "year", "version")}

    def filing(self) -> Filing:
        return Filing(**{name: self.cleaned_data[name] for name in _FILED})


_FILED = tuple(Filing.__dataclass_fields__)
