"""Which pages there are: asked of the registry and of the addresses, so that a new one is in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from nhipcau.agencies.models import Agency, User
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Programme
from nhipcau.registry.modules import registry

WIDTHS = (1280, 360)


@dataclass(frozen=True, slots=True)
class Place:
    """A page to open: under which name its picture is kept, where it is, how it answers."""

    name: str
    address: str
    status: int = 200


def public() -> Iterator[Place]:
    """What opens without signing in."""
    names = ["first-page", *(name for module in registry for name in module.public_pages)]
    for name in names:
        yield from (Place(file_name(name), address) for address in addresses(name, {}))
    for programme in Programme.objects.visible_to(AnonymousUser()):
        for address in addresses("ledger:programme", {"slug": programme.slug}):
            yield Place(f"programme-{programme.slug}", address)
    yield Place("loi-404", "/khong-co/", 404)


def everything() -> Iterator[Place]:
    """Every address that takes nothing, or the name of a row that we hold.

    What takes another row is left to the tests of its own module.
    """
    for name, wanted in sorted(_named(get_resolver().url_patterns)):
        for given in _rows(name):
            if wanted <= set(given):
                chosen = {key: given[key] for key in wanted}
                for address in addresses(name, chosen):
                    yield Place("-".join([file_name(name), *chosen.values()]), address)


def addresses(name: str, given: dict[str, str]) -> Iterator[str]:
    """The Vietnamese address, whatever language the last request of this thread left behind."""
    with override("vi"):
        try:
            address = reverse(name, kwargs=given)
        except NoReverseMatch:
            return
    yield address


def file_name(url_name: str) -> str:
    return re.sub(r"\W", "-", url_name)


def _rows(name: str) -> Iterator[dict[str, str]]:
    """What an address may name: each programme, one agency, and the row that its uuid means."""
    agency = Agency.objects.filter(memberships__isnull=False).first()
    person = User.objects.filter(memberships__agency=agency).first()
    for programme in Programme.objects.all():
        obligation = Obligation.objects.of(programme).first()
        row = {"slug": programme.slug, "code": agency.code if agency else ""}
        if name == "ledger:review-one" and obligation:
            row["uuid"] = str(obligation.uuid)
        if name == "people:person" and person:
            row["uuid"] = str(person.uuid)
        yield row
    if not Programme.objects.exists():
        yield {"code": agency.code} if agency else {}


def _named(
    patterns: Iterable[URLPattern | URLResolver], within: str = ""
) -> Iterator[tuple[str, frozenset[str]]]:
    """Names of all addresses and what they take."""
    for each in patterns:
        if isinstance(each, URLResolver):
            inner = f"{within}{each.namespace}:" if each.namespace else within
            taken = frozenset(each.pattern.regex.groupindex)
            for name, wanted in _named(each.url_patterns, inner):
                yield name, wanted | taken
        elif each.name:
            yield f"{within}{each.name}", frozenset(each.pattern.regex.groupindex)
