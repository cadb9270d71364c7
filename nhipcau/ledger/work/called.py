"""Names of agencies as people write them in forms and sheets, and back to the one agency."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, AgencyName
from nhipcau.ledger.obligations.policies import Refused


class Called:
    """Looks many names up at once; a name of several existing agencies means none of them."""

    def __init__(self, written: Iterable[str], *, on: date) -> None:
        asked = {name for name in written if name}
        self._found: dict[str, dict[int, Agency]] = defaultdict(dict)
        existing = Agency.objects.existing(on=on)
        rows = AgencyName.objects.filter(name__in=asked, agency__in=existing)
        for row in rows.select_related("agency"):
            self._found[row.name][row.agency_id] = row.agency
        for agency in existing.filter(code__in=asked):
            self._found[agency.code] = {agency.pk: agency}

    def agency(self, name: str) -> Agency:
        """The one agency of a name or code. Raises Refused with a sentence."""
        found = list(self._found.get(name, {}).values())
        if len(found) == 1:
            return found[0]
        if not found:
            raise Refused(_("không có cơ quan nào đang hoạt động tên “%(name)s”") % {"name": name})
        codes = ", ".join(sorted(agency.code for agency in found)[:5])
        raise Refused(
            _("có %(count)s cơ quan tên “%(name)s”, đề nghị ghi mã của một cơ quan (%(codes)s)")
            % {"count": len(found), "name": name, "codes": codes}
        )


def labels(agencies: Iterable[int], *, on: date) -> dict[int, str]:
    """How each agency is written so that it is found again: short name, full name, else code."""
    keys = set(agencies)
    rows = AgencyName.objects.filter(agency__in=keys, language="vi")
    borne: dict[int, list[tuple[bool, str]]] = defaultdict(list)
    for agency, form, name in rows.values_list("agency", "form", "name"):
        borne[agency].append((form != AgencyName.Form.SHORT, name))
    names = {name for some in borne.values() for _order, name in some}
    existing = Agency.objects.existing(on=on)
    holders: dict[str, set[int]] = defaultdict(set)
    for name, agency in AgencyName.objects.filter(name__in=names, agency__in=existing).values_list(
        "name", "agency"
    ):
        holders[name].add(agency)
    codes = dict(Agency.objects.filter(pk__in=keys).values_list("pk", "code"))
    return {
        pk: next((n for _o, n in sorted(borne[pk]) if holders[n] == {pk}), codes[pk])
        for pk in codes
    }


def label(agency: Agency, *, on: date) -> str:
    """The same for one."""
    return labels({agency.pk}, on=on)[agency.pk]
