"""The shape of what people say about emulation and awards."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.name_field import AgencyNameField
from nhipcau.base import clock
from nhipcau.base.gate.fields import GatedCharField
from nhipcau.ledger.public import DayField, Programme

from .actions import Proposed
from .models import Award, Nomination


class LaunchForm(forms.Form):
    """An emulation with its criteria."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"),
        queryset=Programme.objects.none(),
        empty_label=_("Chọn chương trình"),
    )
    title = GatedCharField(label=_("Tên phong trào thi đua"), max_length=300)
    criteria = GatedCharField(
        label=_("Tiêu chí, mỗi dòng một tiêu chí"), max_length=5000,
        widget=forms.Textarea({"rows": 6}),
    )  # fmt: skip
    first_day = DayField(label=_("Từ ngày"))
    last_day = DayField(label=_("Đến hết ngày"))

    def __init__(self, *args: Any, programmes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]


class RegisterForm(forms.Form):
    """What a unit registers."""

    words = GatedCharField(
        label=_("Nội dung đăng ký"), max_length=3000, widget=forms.Textarea({"rows": 4})
    )


class NominationForm(forms.Form):
    """A nomination; of a person no more than name and post."""

    is_collective = forms.TypedChoiceField(
        label=_("Đối tượng"), choices=[("1", _("Tập thể")), ("0", _("Cá nhân"))],
        coerce=lambda value: value == "1", initial="1", widget=forms.RadioSelect,
    )  # fmt: skip
    name = GatedCharField(label=_("Tên tập thể hoặc họ và tên"), max_length=200)
    post = GatedCharField(label=_("Chức vụ (nếu là cá nhân)"), max_length=160, required=False)
    award = forms.ModelChoiceField(label=_("Hình thức khen thưởng"), queryset=Award.objects.none())
    route = forms.ChoiceField(
        label=_("Tuyến"), choices=Nomination.Route.choices, initial=Nomination.Route.OWN,
        widget=forms.RadioSelect,
    )  # fmt: skip
    decided_at = AgencyNameField(label=_("Cơ quan xét"))
    managing = AgencyNameField(
        label=_("Cơ quan quản lý cần lấy ý kiến hiệp y"), required=False,
        help_text=_("Ghi khi tập thể, cá nhân thuộc bộ, tỉnh khác với cơ quan xét."),
    )  # fmt: skip
    achievement = GatedCharField(
        label=_("Báo cáo thành tích"), max_length=10000, widget=forms.Textarea({"rows": 10}),
        help_text=_("Không ghi dân tộc, ngày sinh, số định danh."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = clock.today()
        given = Award.objects.filter(first_day__lte=today)
        self.fields["award"].queryset = given.filter(  # type: ignore[attr-defined]
            Q(last_day=None) | Q(last_day__gte=today)
        )

    def clean(self) -> dict[str, Any]:
        """A person is named with the post. Adds an error otherwise."""
        said = super().clean() or {}
        if said.get("is_collective") is False and not said.get("post"):
            self.add_error("post", _("Đề nghị ghi chức vụ của cá nhân."))
        return said

    def proposed(self) -> Proposed:
        """What the action is called with."""
        return Proposed(**self.cleaned_data)


class VersionForm(forms.Form):
    """A step that needs no words."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(VersionForm):
    """A step that needs its reason."""

    reason = GatedCharField(label=_("Lý do"), max_length=500, widget=forms.Textarea({"rows": 3}))


class AttestForm(VersionForm):
    """Hiệp y: one answer."""

    agrees = forms.TypedChoiceField(
        label=_("Ý kiến của cơ quan quản lý"),
        choices=[
            ("1", _("Đồng ý; không thuộc trường hợp chưa xét khen thưởng theo quy định")),
            ("0", _("Chưa đồng ý")),
        ],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
    )


class VoteForm(VersionForm):
    """How the council voted."""

    votes_for = forms.IntegerField(label=_("Số phiếu đồng ý"), min_value=0, max_value=500)
    votes_all = forms.IntegerField(
        label=_("Tổng số thành viên hội đồng"), min_value=1, max_value=500,
        help_text=_("Gồm cả thành viên vắng mặt được lấy phiếu."),
    )  # fmt: skip


class ChosenForm(forms.Form):
    """Which nominations go into a paper."""

    chosen = forms.ModelMultipleChoiceField(
        label=_("Hồ sơ đã xét"), queryset=Nomination.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, nominations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].queryset = nominations  # type: ignore[attr-defined]
