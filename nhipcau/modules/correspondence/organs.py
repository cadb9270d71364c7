"""Which agency a message means, by its identifier in either form, or by the name on that day."""

import re
from datetime import date

from nhipcau.agencies.models import Agency, AgencyIdentifier
from nhipcau.standards import edxml

# QCVN 102:2016 writes level4.level3.level2.level1 («000.00.18.G12»), Quyết định 20/2020/QĐ-TTg the
# other way round and without the empty levels («G12.18»).
PADS = ("000", "00", "00")
CODE = re.compile(r"(?:\d{2,3}\.){0,3}[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{1,3}){0,3}")


def agency_of(organ: edxml.Organ, *, on: date) -> Agency | None:
    """The one agency that a message means; None where none, or more than one, may be meant."""
    return by_code(organ.code, on=on) or _by_name(organ.name, on=on)


def by_code(code: str, *, on: date) -> Agency | None:
    """The agency with this identifier on a day."""
    held = AgencyIdentifier.objects.filter(value__in=forms_of(code)).select_related("agency")
    found = {
        each.agency
        for each in held.prefetch_related("agency__names")
        if (each.first_day or on) <= on <= (each.last_day or on)
    }
    return found.pop() if len(found) == 1 else None


def code_of(agency: Agency, *, on: date) -> str:
    """The identifier of an agency on a day, as messages write it; "" where none is known."""
    for each in agency.identifiers.all():
        in_force = (each.first_day or on) <= on <= (each.last_day or on)
        if in_force and CODE.fullmatch(each.value):
            return long_form(each.value)
    return ""


def forms_of(code: str) -> set[str]:
    """All ways to write one identifier."""
    written = code.strip().upper()
    return {written, long_form(written), short_form(written)} - {""}


def long_form(code: str) -> str:
    """«G12.18» as «000.00.18.G12»; what has no known form stays as it is."""
    if not CODE.fullmatch(code):
        return code
    levels = [part for part in short_form(code).split(".") if part]
    upwards = [*reversed(levels[1:])]
    return ".".join([*PADS[: 3 - len(upwards)], *upwards, levels[0]])


def short_form(code: str) -> str:
    """«000.00.18.G12» as «G12.18»."""
    if not CODE.fullmatch(code) or code[0].isalpha():
        return code
    first, *rest = reversed(code.split("."))
    return ".".join([first, *(part for part in rest if part.strip("0"))])


def _by_name(name: str, *, on: date) -> Agency | None:
    written = " ".join(name.split())
    if not written:
        return None
    then = list(Agency.objects.called(written, on=on).prefetch_related("names")[:2])
    ever = Agency.objects.filter(names__name=written).prefetch_related("names").distinct()
    found = then or list(ever[:2])
    return found[0] if len(found) == 1 else None
