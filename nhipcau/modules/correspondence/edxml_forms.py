"""The shape of what a person says of a message of edXML."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.name_field import AgencyNameField
from nhipcau.base.gate.fields import GatedCharField

from .admitting import MessageField
from .forms import MatterForm
from .intake import Act, Understood
from .models import Dispatch
from .organs import CODE
from .taking_in import Said


class HandInForm(forms.Form):
    """A message as another system saved it."""

    file = MessageField(
        label=_("Thông điệp edXML"),
        help_text=_("Tệp .edxml hoặc .xml do hệ thống quản lý văn bản xuất ra."),
    )


class TakeInForm(MatterForm):
    """What a message leaves open: whom it means, what it is for, where it belongs."""

    purpose = forms.ChoiceField(label=_("Văn bản gửi để"), choices=Dispatch.Purpose.choices)

    def __init__(self, *args: Any, user: User, meant: Understood, **kwargs: Any) -> None:
        super().__init__(*args, user=user, initial=_guessed(meant), **kwargs)
        self.fields["matter"].required = False
        if meant.sender is None:
            self.fields["sender"] = AgencyNameField(label=_("Cơ quan gửi là"))
        for number, organ in enumerate(meant.unknown):
            name = organ.name or organ.code or "?"
            self.fields[f"receiver_{number}"] = AgencyNameField(
                label=_("Nơi nhận “%(name)s” là") % {"name": name},
                required=False,
                help_text=_("Để trống thì chỉ giữ tên như trong thông điệp."),
            )
        self._unknown = len(meant.unknown)

    def said(self) -> Said:
        """What was said, as a value."""
        given = self.cleaned_data
        return Said(
            sender=given.get("sender"),
            receivers=tuple(given[f"receiver_{n}"] for n in range(self._unknown)),
            purpose=given["purpose"],
            into=self.into(),
        )


class RefusalForm(forms.Form):
    """Why a recall is not agreed to."""

    reason = GatedCharField(
        label=_("Lý do chưa đồng ý thu hồi"), max_length=300, widget=forms.Textarea({"rows": 2})
    )


class CodesForm(forms.Form):
    """The identifiers of the agencies in a message, as far as they are not known."""

    def __init__(
        self, *args: Any, agencies: list[Agency], codes: dict[int, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._agencies = agencies
        for agency in agencies:
            self.fields[f"code_{agency.pk}"] = forms.RegexField(
                CODE,
                label=_("Mã định danh của %(agency)s") % {"agency": agency},
                initial=codes.get(agency.pk, ""),
                max_length=35,
                help_text=_("Ví dụ 000.00.00.G14 hoặc H41.12."),
                error_messages={"invalid": _("Mã định danh không đúng dạng.")},
            )

    def codes(self) -> dict[int, str]:
        """The identifiers by agency."""
        return {each.pk: self.cleaned_data[f"code_{each.pk}"] for each in self._agencies}


def _guessed(meant: Understood) -> dict[str, Any]:
    """What the message makes likely; the person decides."""
    if meant.answered is not None:
        matter = meant.answered.matter_id
        return {"purpose": Dispatch.Purpose.ANSWER, "matter": matter}
    earlier = meant.about[0].matter_id if meant.act is Act.REPLACE and meant.about else None
    due = getattr(meant.envelope, "due_on", None)
    purpose = Dispatch.Purpose.REQUEST if due else Dispatch.Purpose.NOTICE
    return {"purpose": purpose, "matter": earlier}
