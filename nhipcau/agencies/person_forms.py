"""The shape of what an administrator says about people."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nhipcau.base import clock
from nhipcau.base.gate.fields import GatedCharField

from .document_types import DocumentType
from .models import Agency, SigningCapacity, User
from .roles import Role


class Day(forms.DateInput):
    """A day as the browser's own calendar gives it."""

    def __init__(self) -> None:
        super().__init__(attrs={"type": "date"}, format="%Y-%m-%d")


class PersonField(forms.CharField):
    """A person by the address of the account."""

    def clean(self, value: Any) -> Any:
        written = str(super().clean(value)).strip()
        user = User.objects.filter(email__iexact=written, is_active=True).first()
        if user is None:
            raise forms.ValidationError(
                _("Chưa có tài khoản nào mang địa chỉ này. Đề nghị mở tài khoản trước.")
            )
        return user


class AccountForm(forms.Form):
    """Who gets an account."""

    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    email = forms.EmailField(
        label=_("Thư điện tử công vụ"),
        help_text=_("Địa chỉ này dùng để đăng nhập và nhận liên kết đặt mật khẩu."),
    )

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(
                _("Địa chỉ này đã có tài khoản. Đề nghị giao vai trò cho tài khoản đó.")
            )
        return email


class AppointForm(forms.Form):
    """A role for a person, from a day, perhaps to a day."""

    user = PersonField(
        label=_("Thư điện tử của người được giao"),
        widget=forms.EmailInput,
        help_text=_("Địa chỉ của tài khoản đã mở."),
    )
    role = forms.TypedChoiceField(label=_("Vai trò"), choices=Role.choices, coerce=Role)
    first_day = forms.DateField(label=_("Từ ngày"), widget=Day, initial=clock.today)
    last_day = forms.DateField(
        label=_("Đến hết ngày"),
        widget=Day,
        required=False,
        help_text=_("Để trống nếu chưa biết ngày kết thúc."),
    )


class EndForm(forms.Form):
    """The last day of a role or of a signing capacity."""

    last_day = forms.DateField(label=_("Ngày cuối"), widget=Day, initial=clock.today)


class GrantForm(forms.Form):
    """Who may sign which kinds of documents, how, by which document, from when until when."""

    user = forms.ModelChoiceField(
        label=_("Người ký"),
        queryset=User.objects.none(),
        empty_label=_("Chọn người giữ vai trò Người ký"),
    )
    document_types = forms.TypedMultipleChoiceField(
        label=_("Loại văn bản"),
        choices=DocumentType.choices,
        coerce=DocumentType,
        widget=forms.CheckboxSelectMultiple,
    )
    capacity = forms.TypedChoiceField(
        label=_("Hình thức ký"),
        choices=SigningCapacity.Capacity.choices,
        coerce=SigningCapacity.Capacity,
    )
    title_lines = GatedCharField(
        label=_("Chức vụ ghi khi ký"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Mỗi dòng như in trên văn bản, ví dụ: KT. BỘ TRƯỞNG, xuống dòng, THỨ TRƯỞNG."),
    )
    mandate = GatedCharField(
        label=_("Văn bản giao ký"),
        max_length=200,
        required=False,
        help_text=_(
            "Số, ký hiệu, ngày. Ký thừa ủy quyền (TUQ.) phải có văn bản này và ngày hết hạn."
        ),
    )
    first_day = forms.DateField(label=_("Từ ngày"), widget=Day, initial=clock.today)
    last_day = forms.DateField(label=_("Đến hết ngày"), widget=Day, required=False)

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        signatories = User.objects.filter(
            memberships__agency=agency, memberships__role=Role.SIGNATORY, is_active=True
        )
        user = self.fields["user"]
        assert isinstance(user, forms.ModelChoiceField)  # noqa: S101  as declared above
        user.queryset = signatories.distinct().order_by("name")
