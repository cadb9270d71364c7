"""The shape of what a person says of indicators, figures, effects and rules."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.name_field import AgencyNameField
from nhipcau.base.gate.fields import GatedCharField
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Programme

from .actions import Definition
from .fields import NumberField
from .models import EffectValue, Figure, Indicator, Period
from .numbers import Written

BETWEEN = ";"
ADDS_HELP = _(
    "Cộng dồn: tổng các số. Lấy số cuối kỳ: số ghi sau cùng. Lấy số lớn nhất. Bình quân: của mọi "
    "lần ghi, không lấy bình quân của bình quân. Không cộng: chỉ nêu riêng từng số."
)


class IndicatorForm(forms.Form):
    """What a number means, and how it adds up."""

    code = forms.SlugField(
        label=_("Mã"),
        max_length=40,
        help_text=_("Chữ thường không dấu, nối bằng gạch ngang: “so-buoi-tap-huan”."),
    )
    name = GatedCharField(label=_("Chỉ tiêu"), max_length=300)
    definition = GatedCharField(
        label=_("Định nghĩa, cách tính"), widget=forms.Textarea({"rows": 3}), max_length=2000
    )
    unit = GatedCharField(label=_("Đơn vị tính"), max_length=60, help_text=_("lượt, buổi, xã, %"))
    provision = forms.CharField(
        label=_("Điều khoản"), max_length=60, required=False, help_text=_("Ví dụ: IV.1.d.")
    )
    over_time = forms.ChoiceField(label=_("Cộng theo thời gian"), choices=Indicator.Adds.choices)
    over_places = forms.ChoiceField(
        label=_("Cộng theo đơn vị, địa bàn"), choices=Indicator.Adds.choices, help_text=ADDS_HELP
    )
    disaggregated_by = GatedCharField(
        label=_("Phân tổ theo"),
        max_length=200,
        required=False,
        help_text=_("Ví dụ: giới tính; ngôn ngữ. Không phân tổ người theo dân tộc, tôn giáo."),
    )
    is_effect = forms.BooleanField(
        label=_("Chỉ tiêu hiệu quả, dùng để đánh giá (nhiều nhất 15)"), required=False
    )
    source = GatedCharField(label=_("Nguồn"), max_length=500)
    doubt = GatedCharField(label=_("Nội dung cần xác minh"), max_length=500, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programme = programme

    @classmethod
    def showing(cls, indicator: Indicator, sent: Any = None) -> "IndicatorForm":
        """The form as the indicator stands; its code is settled."""
        names = ("name", "definition", "unit", "over_time", "over_places", "is_effect", "source")
        initial = {name: getattr(indicator, name) for name in (*names, "doubt", "version", "code")}
        initial["provision"] = indicator.provision.address if indicator.provision else ""
        initial["disaggregated_by"] = f"{BETWEEN} ".join(indicator.disaggregated_by)
        form = cls(sent, programme=indicator.programme, initial=initial)
        form.fields["code"].disabled = True
        return form

    def clean_provision(self) -> Any:
        address = self.cleaned_data["provision"].strip()
        if not address:
            return None
        found = self.programme.provisions.filter(address=address).first()
        if found is None:
            sentence = _("Chương trình này không có điều khoản “%(address)s”.")
            raise forms.ValidationError(sentence, params={"address": address})
        return found

    def said(self) -> Definition:
        """What was said, as a value."""
        given = self.cleaned_data
        ways = [each.strip() for each in given["disaggregated_by"].split(BETWEEN)]
        names = ("name", "definition", "unit", "over_time", "over_places", "source", "provision")
        return Definition(
            **{name: given[name] for name in names},
            disaggregated_by=tuple(each for each in ways if each),
            is_effect=given["is_effect"],
            doubt=given["doubt"],
        )


class FigureForm(forms.Form):
    """One unit's number for one indicator: planned, expected, or its own count of what was done."""

    kind = forms.ChoiceField(label=_("Loại số"), choices=Figure.Kind.choices)
    period = forms.ChoiceField(label=_("Kỳ"))
    agency = AgencyNameField(label=_("Cơ quan, đơn vị"))
    written = NumberField(
        label=_("Số"),
        marks=True,
        required=False,
        help_text=_(
            "Ghi 1.250 hoặc 12,5. Chưa có số liệu ghi …, không phát sinh ghi –, không áp dụng "
            "ghi x. Bỏ trống để bỏ số đã ghi."
        ),
    )
    reason = GatedCharField(
        label=_("Lý do"),
        max_length=300,
        required=False,
        help_text=_("Bắt buộc khi số đã thực hiện của đơn vị khác số nền tảng đang có."),
    )

    def __init__(self, *args: Any, indicator: Indicator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Period.objects.filter(programme=indicator.programme_id).order_by("-closing_day")
        self.periods = {str(each.uuid): each for each in rows}
        self.fields["period"].choices = [  # type: ignore[attr-defined]
            (key, each.label) for key, each in self.periods.items()
        ]
        self.fields["written"].of_unit = indicator.unit  # type: ignore[attr-defined]


class EffectForm(forms.Form):
    """What an effect indicator was, or is to be, at one point in time."""

    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)
    value = NumberField(label=_("Giá trị"), required=False)
    target = NumberField(label=_("Mục tiêu"), required=False)
    source = GatedCharField(
        label=_("Nguồn, cách đo"), max_length=400, help_text=_("Ai đo, đo thế nào, ở đâu.")
    )
    doubt = GatedCharField(label=_("Nội dung cần xác minh"), max_length=400, required=False)
    # What was held when the page was shown: 0 where nothing was.
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @classmethod
    def showing(
        cls, indicator: Indicator, held: EffectValue | None, year: int, sent: Any = None
    ) -> "EffectForm":
        """The form as the value stands."""
        names = ("year", "value", "target", "source", "doubt", "version")
        initial: dict[str, Any] = {"year": year, "version": 0}
        if held:
            initial = {name: getattr(held, name) for name in names}
        form = cls(sent, initial=initial)
        for name in ("value", "target"):
            form.fields[name].of_unit = indicator.unit  # type: ignore[attr-defined]
        return form

    def number(self, name: str) -> Decimal | None:
        """The number of one field; None for an empty one."""
        written: Written | None = self.cleaned_data[name]
        return written.value if written else None


class RuleForm(forms.Form):
    """A kind of evidence, and the obligation for which it counts."""

    kind = forms.ChoiceField(label=_("Loại minh chứng"))
    obligation = forms.ChoiceField(
        label=_("Nội dung phối hợp"), widget=forms.Select({"lang": "vi"})
    )
    ground = GatedCharField(label=_("Theo"), max_length=300, required=False)

    def __init__(self, *args: Any, programme: Programme, kinds: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = Obligation.objects.of(programme).standing()
        self.obligations = {str(each.uuid): each for each in held}
        self.fields["kind"].choices = [(each.code, each.label) for each in kinds]  # type: ignore[attr-defined]
        self.fields["obligation"].choices = [  # type: ignore[attr-defined]
            (key, f"{each.provision.address}: {each.words[:70]}")
            for key, each in self.obligations.items()
        ]
