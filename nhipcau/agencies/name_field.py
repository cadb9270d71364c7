"""An agency as people write it in a form: by its name, with a list to choose from."""

import re
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from nhipcau.base import clock
from nhipcau.base.gate.fields import GatedCharField

from .directory import Directory
from .models import Agency

# The list of suggestions that a page with such a field carries.
LIST = "danh-sach-co-quan"
MOST = 400
# What a code may look like: names have spaces or marks, so nobody asks for them by code.
CODE = re.compile(r"[-a-zA-Z0-9_]+")


class AgencyNameField(GatedCharField):
    """One agency by name, abbreviation or code, or by «name (code)» as the list suggests it.

    Among several of one name those of today go before those that ended; with `ever` they are alike,
    for what is written of former days.
    """

    def __init__(self, *, ever: bool = False, **options: Any) -> None:
        widget = forms.TextInput({"list": LIST, "autocomplete": "off"})
        super().__init__(**{"widget": widget, "max_length": 300, **options})
        self._ever = ever
        self._standing: tuple[Agency, Directory] | None = None

    def stands(self, agency: Agency | None, known: Directory) -> None:
        """Who stands in the field so far: its code, and a name that is its alone, are not looked up."""
        self._standing = (agency, known) if agency else None

    def clean(self, value: Any) -> Agency | None:
        """The agency, or None where nothing was written. Raises ValidationError with a sentence."""
        written = super().clean(value)
        if not written:
            return None
        if self._standing:
            agency, known = self._standing
            if written == agency.code or known.means_only(written, agency.pk):
                return agency
        return _by_code(written) or _by_name(written, ever=self._ever)


def _by_code(written: str) -> Agency | None:
    code = written.rpartition("(")[2].removesuffix(")") if written.endswith(")") else written
    return Agency.objects.filter(code=code).first() if CODE.fullmatch(code) else None


def _by_name(written: str, *, ever: bool) -> Agency:
    found = _bearers(written)
    today = clock.today()
    existing = [each for each in found if each.exists_on(today)]
    found = found if ever else existing or found
    if len(found) == 1:
        return found[0]
    if not found:
        sentence = _("Chưa có cơ quan nào mang tên “%(name)s”. Đề nghị chọn trong danh sách.")
        raise forms.ValidationError(sentence % {"name": written})
    codes = ", ".join(f"{each} ({each.code})" for each in found[:5])
    sentence = _("Tên “%(name)s” có nhiều cơ quan mang: %(codes)s. Đề nghị ghi thêm mã.")
    raise forms.ValidationError(sentence % {"name": written, "codes": codes})


def _bearers(written: str) -> list[Agency]:
    """Whoever bears or bore the name, letter for letter; else whatever its capitals are."""
    agencies = Agency.objects.order_by("last_day", "code").distinct()
    return list(agencies.filter(names__name=written)) or list(
        agencies.filter(names__name__iexact=written)
    )


def known_names() -> list[str]:
    """Names of today's agencies to choose from, without the kinds that stand for many."""
    rows = Agency.objects.existing(on=clock.today()).filter(is_type=False)
    names = rows.filter(names__form="full", names__language="vi", names__last_day=None)
    return list(names.values_list("names__name", flat=True).distinct()[:MOST])


def suggestions(on: date) -> list[str]:
    """Names with their codes, of every agency there ever was: «Sở Nội vụ (snv-08)»."""
    agencies = Agency.objects.prefetch_related("names").order_by("code")
    return [f"{each.name_on(on)} ({each.code})" for each in agencies]
