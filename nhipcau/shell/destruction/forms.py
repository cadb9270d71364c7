"""What a person says when proposing and confirming a destruction."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nhipcau.base.gate.fields import GatedCharField
from nhipcau.base.models import Redaction


class AddressForm(forms.Form):
    """Where the content stands."""

    dia_chi = GatedCharField(
        label=_("Địa chỉ trang có nội dung phải hủy"),
        max_length=500,
        help_text=_("Dán địa chỉ của trang, kể cả phần sau dấu # nếu có."),
    )


class ProposalForm(forms.Form):
    """On which ground, and why."""

    ground = forms.ChoiceField(
        label=_("Căn cứ"), choices=Redaction.Ground.choices, widget=forms.RadioSelect
    )
    reason = GatedCharField(
        label=_("Lý do"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Ghi văn bản, người yêu cầu, nơi đã báo cáo. Không nhắc lại nội dung phải hủy: lý do được "
            "giữ lâu dài."
        ),
    )


class ConfirmationForm(forms.Form):
    """That the second person has seen what goes."""

    seen = forms.BooleanField(
        label=_("Tôi đã xem những gì bị hủy và biết rằng không thể khôi phục.")
    )
