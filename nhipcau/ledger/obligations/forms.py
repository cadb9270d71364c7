"""The shape of what a person says about an obligation."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DecisionForm(forms.Form):
    """A remark, and which state of the row the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("Ghi chú, lý do"),
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
