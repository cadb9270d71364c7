"""What people find of agencies: every name they ever bore, and what the short ones stand for."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from nhipcau.registry.manifest import SearchIndex, SearchText
from nhipcau.shell.search.abbreviations import without_common_words

from .models import Agency, AgencyName


def _agencies() -> QuerySet[Agency]:
    return Agency.objects.select_related("parent").prefetch_related("names", "parent__names")


def _agency(agency: Agency) -> SearchText:
    names = list(agency.names.all())
    others = [each.name for each in names if each.name != agency.full_name]
    return SearchText(
        address=agency.get_absolute_url(),
        title=agency.full_name,
        body="; ".join(filter(None, [*dict.fromkeys(others), agency.established_by])),
        within=agency.parent.full_name if agency.parent else "",
        dated_on=agency.first_day,
        names=tuple(dict.fromkeys(others)),
        abbreviations=tuple(dict.fromkeys(_abbreviations(names))),
    )


def _abbreviations(names: list[AgencyName]) -> Iterator[tuple[str, str]]:
    vietnamese = [each for each in names if each.language == "vi"]
    full = [each.name for each in vietnamese if each.form == AgencyName.Form.FULL]
    for short in (each.name for each in vietnamese if each.form != AgencyName.Form.FULL):
        for words in full:
            yield short, words
            yield without_common_words(short, words)


SEARCH = (SearchIndex("agency", _("Cơ quan, đơn vị"), _agencies, _agency, abbreviates=True),)
