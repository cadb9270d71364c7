"""A pasted number brings what is held under it: dispatches, papers, instruments, programmes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.ledger.public import Instrument, Paper, Programme

from .models import Dispatch

# «Công văn số 1234/BTTTT-TTĐN ngày …» holds one; so does the number alone.
NUMBER = re.compile(r"\d{1,6}[a-zA-Z]?(?:/\d{4})?/[^\s,;.()“”\"]+")
MOST = 10


@dataclass(frozen=True, slots=True)
class Found:
    """What is held under a number."""

    source: str
    kind: str
    number: str
    title: str
    issuer: str
    issued_on: date | None
    address: str
    signer: str = ""
    issuer_code: str = ""
    is_dispatch: bool = False


def number_in(pasted: str) -> str:
    """The number in what was pasted: found in a sentence, or the whole of it."""
    found = NUMBER.search(pasted)
    return found[0] if found else " ".join(pasted.split())[:60]


def held_under(pasted: str, user: User) -> list[Found]:
    """What this person may see under a number, dispatches first; capitals do not count."""
    number = number_in(pasted)
    if not number:
        return []
    return [*_dispatches(number, user), *_papers(number, user), *_others(number, user)][:MOST]


def _dispatches(number: str, user: User) -> Iterator[Found]:
    held = Dispatch.objects.visible_to(user).filter(number__iexact=number)
    for each in held.select_related("sender").prefetch_related("sender__names")[:MOST]:
        yield Found(
            source=_("Văn bản trao đổi"),
            kind=each.kind,
            number=each.number,
            title=each.subject,
            issuer=each.sender_name,
            issued_on=each.issued_on,
            address=each.get_absolute_url(),
            signer=each.signer,
            issuer_code=each.sender.code,
            is_dispatch=True,
        )


def _papers(number: str, user: User) -> Iterator[Found]:
    held = Paper.objects.visible_to(user).filter(number__iexact=number)
    for each in held.select_related("drafted_by").prefetch_related("drafted_by__names")[:MOST]:
        yield Found(
            source=_("Văn bản của chương trình"),
            kind=each.kind,
            number=each.number,
            title=each.title,
            issuer=each.drafted_by.full_name,
            issued_on=each.issued_on,
            address=each.get_absolute_url(),
            issuer_code=each.drafted_by.code,
        )


def _others(number: str, user: User) -> Iterator[Found]:
    for instrument in Instrument.objects.visible_to(user).filter(number__iexact=number)[:MOST]:
        yield Found(
            source=_("Văn bản làm căn cứ"),
            kind=instrument.kind,
            number=instrument.number,
            title=instrument.title,
            issuer=instrument.issuer,
            issued_on=instrument.issued_on,
            address=instrument.get_absolute_url(),
        )
    for programme in Programme.objects.visible_to(user).filter(number__iexact=number)[:MOST]:
        yield Found(
            source=_("Chương trình phối hợp"),
            kind=programme.kind,
            number=programme.number,
            title=programme.title,
            issuer="",
            issued_on=programme.signed_on,
            address=programme.get_absolute_url(),
        )
