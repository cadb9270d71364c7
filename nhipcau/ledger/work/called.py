"""Names of agencies as people write them in forms and sheets, and back to the one agency."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, AgencyName
from nhipcau.agencies.name_field import CODE
from nhipcau.base.refusal import Refused


class Called:
    """Looks many names up at once; a name of several existing agencies means none of them.

    An agency that has ended is found where no existing one bears its name: work that it led is
    still written.
    """

    def __init__(self, written: Iterable[str], *, on: date) -> None:
        asked = {name for name in written if name}
        self._found: dict[str, dict[int, Agency]] = defaultdict(dict)
        if not asked:
            return
        ended: dict[str, dict[int, Agency]] = defaultdict(dict)
        for row in AgencyName.objects.filter(name__in=asked).select_related("agency"):
            found = self._found if row.agency.exists_on(on) else ended
            found[row.name][row.agency_id] = row.agency
        for name, agencies in ended.items():
            self._found.setdefault(name, agencies)
        codes = {each for each in asked if CODE.fullmatch(each)}
        for agency in Agency.objects.filter(code__in=codes) if codes else ():
            self._found[agency.code] = {agency.pk: agency}

    def means(self, name: str, agency: int) -> bool:
        """Whether a name means just this agency."""
        return set(self._found.get(name, ())) == {agency}

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
    called = Called(names, on=on)
    codes = dict(Agency.objects.filter(pk__in=keys).values_list("pk", "code"))
    return {
        pk: next((n for _o, n in sorted(borne[pk]) if called.means(n, pk)), codes[pk])
        for pk in codes
    }


def label(agency: Agency, *, on: date) -> str:
    """The same for one."""
    return labels({agency.pk}, on=on)[agency.pk]
