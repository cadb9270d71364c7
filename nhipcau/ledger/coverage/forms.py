"""The shape of what a person says about provinces."""

from dataclasses import fields
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Place, User
from nhipcau.base.gate.fields import GatedCharField, GatedFileField
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes.fields import DayField
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import BudgetLine, Plan

from .fields import AmountField
from .models import ProvinceAction
from .values import ActionChange

FIRST_YEAR, LAST_YEAR = 1990, 2100


class YearField(forms.IntegerField):
    """A year that a plan may be for."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=FIRST_YEAR, max_value=LAST_YEAR, **kwargs)


class ActionForm(forms.Form):
    """How a province carries the programme out, and the document that says so."""

    way = forms.ChoiceField(label=_("Hình thức triển khai"), choices=ProvinceAction.Way)
    title = GatedCharField(
        label=_("Tên văn bản"),
        max_length=400,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Văn bản của địa phương, hoặc văn bản có nội dung lồng ghép."),
    )
    number = GatedCharField(label=_("Số, ký hiệu"), max_length=60, required=False)
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    approved_on = DayField(label=_("Ngày Ủy ban nhân dân phê duyệt"), required=False)
    amount = AmountField(
        label=_("Kinh phí được giao (đồng)"),
        help_text=_("Để trống là chưa có số liệu; ghi 0 là không được giao kinh phí."),
    )
    amount_source = forms.ChoiceField(
        label=_("Nguồn kinh phí"),
        choices=[("", _("chưa rõ")), *BudgetLine.Source.choices],
        required=False,
    )
    amount_words = GatedCharField(label=_("Tên nguồn kinh phí"), max_length=200, required=False)
    reason = GatedCharField(
        label=_("Lý do"),
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Bắt buộc khi ghi “Không thuộc phạm vi”."),
    )
    first_year = YearField(
        label=_("Từ năm"), required=False, help_text=_("Để trống là cho toàn chương trình.")
    )
    last_year = YearField(label=_("Đến năm"), required=False)
    first_day = DayField(label=_("Tình trạng này có từ ngày"))
    last_day = DayField(label=_("Đến hết ngày"), required=False)
    source = GatedCharField(
        label=_("Nguồn thông tin"),
        max_length=400,
        help_text=_("Như “Báo cáo số 45/BC-SDTTG ngày 05/12/2025”, hoặc cổng thông tin của tỉnh."),
    )
    file = GatedFileField(label=_("Tệp văn bản"), required=False)
    own_programme = forms.ModelChoiceField(
        label=_("Chương trình của địa phương đã nạp"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("chưa nạp"),
    )
    own_plan = forms.ModelChoiceField(
        label=_("Kế hoạch của địa phương đã nạp"),
        queryset=Plan.objects.none(),
        required=False,
        empty_label=_("chưa nạp"),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, programme: Programme, place: Place, user: User, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        programmes = Programme.objects.visible_to(user).exclude(pk=programme.pk)
        self.fields["own_programme"].queryset = programmes  # type: ignore[attr-defined]
        near = Q(place=place) | Q(place__became__new=place) | Q(place__made_of__old=place)
        plans = Plan.objects.visible_to(user).filter(near, programme=programme).distinct()
        self.fields["own_plan"].queryset = plans  # type: ignore[attr-defined]

    @staticmethod
    def showing(action: ProvinceAction) -> dict[str, Any]:
        """What is held, as the form begins with it."""
        held = {each.name: getattr(action, each.name) for each in fields(ActionChange)}
        return {**held, "version": action.version}

    def change(self) -> ActionChange:
        """What was said, as a value."""
        said = {each.name: self.cleaned_data[each.name] for each in fields(ActionChange)}
        return ActionChange(**said | {"way": ProvinceAction.Way(said["way"])})


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = GatedCharField(label=_("Lý do"), max_length=500, required=False)


def reason_of(form: ReasonForm) -> str:
    """The words of the reason. Raises Refused with what the gate says of them."""
    if not form.is_valid():
        raise Refused(" ".join(str(each) for each in form.errors.get("reason", [])))
    return str(form.cleaned_data["reason"])


class ChoiceForm(forms.Form):
    """Which of the inherited programmes stands, by which document, since when."""

    action = forms.ModelChoiceField(
        label=_("Văn bản tiếp tục áp dụng"),
        queryset=ProvinceAction.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    document = GatedCharField(
        label=_("Theo văn bản"), max_length=400, help_text=_("Số, ký hiệu, ngày của văn bản.")
    )
    first_day = DayField(label=_("Từ ngày"))

    def __init__(self, *args: Any, actions: list[ProvinceAction], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["action"]
        keys = [each.pk for each in actions]
        field.queryset = ProvinceAction.objects.filter(pk__in=keys).with_all()  # type: ignore[attr-defined]
        field.label_from_instance = _named  # type: ignore[attr-defined]


def _named(action: ProvinceAction) -> str:
    return f"{action.place.name}: {action.document}"
