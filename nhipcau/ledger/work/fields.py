"""What people type about tasks and money, read into values, or refused with a sentence."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nhipcau.base import clock
from nhipcau.base.gate.fields import GatedCharField
from nhipcau.base.refusal import Refused

from .actions.changes import Partner
from .called import Called

GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,15}")
LARGEST = Decimal(10) ** 15


class PartnersField(GatedCharField):
    """Partners, one a line: «Sở Dân tộc: cung cấp số liệu»."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_length=4_000,
            required=False,
            widget=forms.Textarea({"rows": 2}),
            help_text=gettext_lazy("Mỗi dòng một cơ quan; phần việc ghi sau dấu hai chấm."),
            **kwargs,
        )

    def clean(self, value: Any) -> tuple[Partner, ...]:
        written = split_partners(super().clean(value) or "")
        called = Called((name for name, _words in written), on=clock.today())
        try:
            return tuple(Partner(called.agency(name), words) for name, words in written)
        except Refused as refusal:
            raise ValidationError(sentence(str(refusal))) from refusal


class AmountField(GatedCharField):
    """Whole đồng, with points between thousands or without; empty is «chưa có số liệu»."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(max_length=30, **kwargs)

    def clean(self, value: Any) -> Decimal | None:
        try:
            return read_amount(super().clean(value) or "")
        except Refused as refusal:
            raise ValidationError(sentence(str(refusal))) from refusal


def read_amount(written: str) -> Decimal | None:
    """An amount as written; raises Refused for what could be read in two ways."""
    plain = written.strip().removesuffix("đồng").strip().replace("\u00a0", "").replace(" ", "")
    if not plain:
        return None
    if not GROUPED.fullmatch(plain):
        raise Refused(
            _(
                "ghi “%(written)s” không phải số tiền: đề nghị ghi số nguyên, đơn vị đồng, không có dấu phẩy, "
                "ví dụ 1250000 hoặc 1.250.000"
            )
            % {"written": written}
        )
    return Decimal(plain.replace(".", ""))


def split_partners(written: str) -> list[tuple[str, str]]:
    """Names with their parts, from lines or from one line with semicolons between."""
    found = []
    for line in re.split(r"[\n;]", written):
        name, _colon, words = line.partition(":")
        if name.strip():
            found.append((name.strip(), words.strip()[:300]))
    return found


def sentence(clause: str) -> str:
    """A clause of a refusal as a sentence of its own beside its field."""
    return f"{clause[:1].upper()}{clause[1:]}."
