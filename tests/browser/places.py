"""Which pages there are, and who opens them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import override

from nhipcau.agencies.roles import Role
from nhipcau.ledger.programmes.models import Programme

WIDTHS = (1280, 360)
PUBLIC = ("first-page", "ledger:programmes", "agencies:list", "shell:style-sheet", "account_login")


@dataclass(frozen=True, slots=True)
class Place:
    """A page to open: under which name its picture is kept, where it is, how it answers."""

    name: str
    address: str
    status: int = 200


def public() -> Iterator[Place]:
    """What opens without signing in."""
    for name in (*PUBLIC, "account_inactive"):
        yield Place(_file_name(name), address_of(name))
    for programme in Programme.objects.visible_to(AnonymousUser()):
        yield Place(f"programme-{programme.slug}", address_of("ledger:programme", programme.slug))
    yield Place("loi-404", "/khong-co/", 404)


def inside(role: Role) -> Iterator[Place]:
    """What a person of this role opens, or is refused with a sentence."""
    jobs = 200 if role in {Role.ADMINISTRATOR, Role.AUDITOR} else 403
    yield Place("first-page", address_of("first-page"))
    yield Place("account_logout", address_of("account_logout"))
    yield Place("shell-jobs", address_of("shell:jobs"), jobs)
    yield Place("ledger-programmes", address_of("ledger:programmes"))
    for programme in Programme.objects.all():
        yield Place(f"programme-{programme.slug}", address_of("ledger:programme", programme.slug))
        address = address_of("ledger:obligations", programme.slug)
        yield Place(f"obligations-{programme.slug}", address)


def address_of(name: str, *given: str) -> str:
    """The Vietnamese address, whatever language the last request of this thread left behind."""
    with override("vi"):
        return reverse(name, args=given)


def _file_name(url_name: str) -> str:
    return url_name.replace(":", "-")
