"""The shape of what a person says about evidence."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.name_field import AgencyNameField
from nhipcau.base.gate.fields import GatedCharField, GatedFileField
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.fields import DayField
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import Task

from .fields import NumberField, PhotoField
from .kinds import BY_HAND
from .models import Indicator
from .policies import Given
from .values import Attached

NUMBERS = 4


class LodgeForm(forms.Form):
    """What was done: by whom, on which day, with which numbers and files."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Loại"), choices=[(each.code, each.label) for each in BY_HAND])
    agency = AgencyNameField(label=_("Cơ quan, đơn vị thực hiện"))
    day = DayField(label=_("Ngày thực hiện"))
    summary = GatedCharField(
        label=_("Việc đã làm"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Làm gì, ở đâu, cho ai. Không ghi tên, số giấy tờ, dân tộc của từng người."),
    )
    # The task from whose page the person came; its code alone may stand in several plans.
    of_task = forms.UUIDField(widget=forms.HiddenInput, required=False)
    task = GatedCharField(label=_("Mã nhiệm vụ"), max_length=40, required=False)
    # Words of the signed text, whatever language the page is read in.
    obligation = forms.ChoiceField(
        label=_("Nội dung phối hợp"), required=False, widget=forms.Select({"lang": "vi"})
    )
    number = GatedCharField(label=_("Số, ký hiệu văn bản"), max_length=100, required=False)
    link = GatedCharField(
        label=_("Đường dẫn"),
        max_length=500,
        required=False,
        validators=[URLValidator(["https", "http"])],
    )
    remark = GatedCharField(label=_("Ghi chú"), max_length=500, required=False)
    file = GatedFileField(
        label=_("Tệp kèm theo"),
        required=False,
        help_text=_("DOCX, XLSX, PDF, CSV, TXT hoặc HTML; không quá 50 MB."),
    )
    photo = PhotoField(
        label=_("Ảnh"),
        required=False,
        help_text=_(
            "JPEG hoặc PNG. Nơi chụp, giờ chụp, máy chụp ghi trong ảnh được xóa trước khi lưu. "
            "Không chọn ảnh rõ mặt trẻ em; chọn ảnh khác hoặc che mặt trước."
        ),
    )
    is_open = forms.BooleanField(
        label=_("Cho phép mọi người trong các cơ quan tham gia chương trình mở tệp"), required=False
    )
    kept_until = DayField(label=_("Giữ tệp đến hết ngày"), required=False)
    late = forms.BooleanField(
        label=_("Nếu kỳ của ngày này đã chốt số liệu, tính vào kỳ đang mở tiếp theo"),
        required=False,
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programme = programme
        self.fields["once"].initial = uuid4
        held = Obligation.objects.of(programme).standing()
        self.obligations = {str(each.uuid): each for each in held}
        named = [
            (key, f"{each.provision.address}: {each.words[:70]}")
            for key, each in self.obligations.items()
        ]
        self.fields["obligation"].choices = [("", "—"), *named]  # type: ignore[attr-defined]
        self.indicators = list(programme.indicators.order_by("code"))
        for turn in range(min(NUMBERS, len(self.indicators))):
            self._add_number(turn)

    def _add_number(self, turn: int) -> None:
        """One of the lines «chỉ tiêu – số»."""
        named = [(each.code, f"{each.name} ({each.unit})") for each in self.indicators]
        self.fields[f"indicator_{turn}"] = forms.ChoiceField(
            label=_("Chỉ tiêu"), choices=[("", "—"), *named], required=False
        )
        self.fields[f"value_{turn}"] = NumberField(label=_("Số"), required=False, of_unit="%")
        self.fields[f"part_{turn}"] = GatedCharField(
            label=_("Phân tổ"), max_length=120, required=False,
            help_text=_("Chỉ khi chỉ tiêu có phân tổ; nhiều cách thì cách nhau bằng dấu chấm phẩy."),
        )  # fmt: skip

    @property
    def number_rows(self) -> list[list[Any]]:
        """The lines of numbers, for the page."""
        turns = range(min(NUMBERS, len(self.indicators)))
        return [
            [self[f"{name}_{turn}"] for name in ("indicator", "value", "part")] for turn in turns
        ]

    def clean_task(self) -> Task | None:
        """The task of this code in the programme."""
        code = self.cleaned_data["task"].strip()
        if not code:
            return None
        named = self.programme.tasks.filter(code__iexact=code)
        found: list[Task] = list(named.filter(uuid=self.cleaned_data["of_task"]) or named[:2])
        if len(found) != 1:
            sentence = (
                _("Chương trình này không có nhiệm vụ mã “%(code)s”. Đề nghị kiểm tra lại mã.")
                if not found
                else _(
                    "Có nhiều nhiệm vụ mã “%(code)s”. Đề nghị mở trang của nhiệm vụ rồi ghi nhận từ đó."
                )
            )
            raise forms.ValidationError(sentence % {"code": code})
        return found[0]

    def clean_obligation(self) -> Obligation | None:
        return self.obligations.get(self.cleaned_data["obligation"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for turn in range(min(NUMBERS, len(self.indicators))):
            if bool(said.get(f"indicator_{turn}")) != bool(said.get(f"value_{turn}")) and (
                f"value_{turn}" not in self.errors
            ):
                self.add_error(
                    f"value_{turn}", _("Đề nghị chọn chỉ tiêu và ghi số, hoặc bỏ trống cả hai.")
                )
        return said

    def measures(self) -> list[Given]:
        """The numbers that were given."""
        by_code: dict[str, Indicator] = {each.code: each for each in self.indicators}
        found = []
        for turn in range(min(NUMBERS, len(self.indicators))):
            said = self.cleaned_data
            if said[f"indicator_{turn}"] and said[f"value_{turn}"]:
                parts = [each.strip() for each in said[f"part_{turn}"].split(";") if each.strip()]
                indicator = by_code[said[f"indicator_{turn}"]]
                found.append(Given(indicator, said[f"value_{turn}"].value, tuple(parts)))
        return found

    def attached(self) -> list[Attached]:
        """What was attached, closed unless the person opened it."""
        said = self.cleaned_data
        kept = [each for each in (said["file"], said["photo"]) if each]
        return [Attached(each, each.name, not said["is_open"], said["kept_until"]) for each in kept]


class ReasonForm(forms.Form):
    """Why something is taken back or opened again."""

    reason = GatedCharField(label=_("Lý do"), max_length=500, widget=forms.Textarea({"rows": 2}))
