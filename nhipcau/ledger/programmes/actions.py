"""Every write about the signed text."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import count
from pathlib import Path

from django.core.files import File
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency
from nhipcau.base import audit
from nhipcau.base.append_only import write
from nhipcau.base.audit import Actor
from nhipcau.language.fold import fold
from nhipcau.reader.tree import Document, LegalBasis
from nhipcau.shell.search.index import index

from .models import (
    Citation,
    Instrument,
    Party,
    Programme,
    Provision,
    SignedText,
    SignedTextWords,
)
from .models import LegalBasis as Basis
from .places import locate


class NotEntered(Exception):
    """A document that cannot become a programme; the message is the sentence for the person."""


@transaction.atomic
def enter(
    document: Document,
    *,
    text: str,
    file_name: str,
    by: Actor | None,
    file: "File[bytes] | None" = None,
    source: str = "",
    slug: str = "",
) -> Programme:
    """Make a draft of a document that was read: text, provisions, bases, citations.

    `text` is what was read, kept word for word, `file` the file as it was handed in, `source`
    where the text comes from when it is not the signed one: only then may its number be unknown.
    Raises NotEntered when the document has no number or no provision, or when it is held already.
    """
    _check_can_enter(document, source)
    programme = Programme.objects.create(
        slug=_free_slug(slug or document.number or document.title),
        source=source,
        kind=document.kind,
        number=document.number,
        title=document.title,
        place=document.place,
        signed_on=document.date,
        first_year=document.period[0] if document.period else None,
        last_year=document.period[1] if document.period else None,
    )
    _keep_text(programme, text, file_name, file)
    Party.objects.bulk_create(
        Party(programme=programme, order=order, name_as_signed=name)
        for order, name in enumerate(document.issuers, start=1)
    )
    _enter_bases(programme, document.legal_bases)
    _enter_provisions(programme, document)
    audit.record("ledger.programme_entered", by=by, target=programme)
    index([programme])
    return programme


@transaction.atomic
def name_party(
    *, party: Party, agency: Agency, focal_point: Agency | None, by: Actor | None
) -> None:
    """Say which agency signed under a name, and which unit runs the programme for it."""
    party.agency, party.focal_point = agency, focal_point
    party.save(update_fields=["agency", "focal_point"])
    changes = {party.name_as_signed: (None, agency.full_name)}
    audit.record("ledger.party_named", by=by, target=party.programme, changes=changes)


@transaction.atomic
def retitle(*, programme: Programme, title: str, by: Actor | None) -> None:
    """Give a title that the text sets in capitals its ordinary letters, as a person reads it."""
    changes = {"title": (programme.title, title)}
    programme.title = title
    programme.save(update_fields=["title"])
    audit.record("ledger.programme_retitled", by=by, target=programme, changes=changes)
    index([programme])


def _free_slug(words: str) -> str:
    """The address of a page from a number or a title; a second one of the same words is counted."""
    first = slugify(fold(words.replace("/", "-")))[:72].strip("-")
    taken = set(Programme.objects.filter(slug__startswith=first).values_list("slug", flat=True))
    free = (first if turn == 1 else f"{first}-{turn}" for turn in count(1))
    return next(slug for slug in free if slug not in taken)


def _check_can_enter(document: Document, source: str) -> None:
    if not (document.number or source) or not document.provisions:
        raise NotEntered(
            _(
                "Nhập tệp chưa thực hiện được: không tìm thấy số, ký hiệu hoặc điều khoản nào trong "
                "văn bản. Đề nghị kiểm tra lại tệp."
            )
        )
    held = Programme.objects.exclude(number="")
    if held.filter(number=document.number, signed_on=document.date).exists():
        raise NotEntered(
            _(
                "Nhập tệp chưa thực hiện được: chương trình số %(number)s đã có. "
                "Đề nghị mở chương trình đó."
            )
            % {"number": document.number}
        )


def _keep_text(programme: Programme, text: str, file_name: str, file: "File[bytes] | None") -> None:
    # A name that a person gave may tell what stands in the file, and a head cannot be emptied.
    suffix = Path(file_name).suffix
    head = SignedText(
        programme=programme,
        file_name=f"van-ban{suffix}",
        file_sha256=_digest(text.encode(), file),
    )
    if file is not None:
        head.file.save(f"{head.uuid}{suffix}", file, save=False)
    write(head, SignedTextWords, text)


def _digest(text: bytes, file: "File[bytes] | None") -> str:
    """SHA-256 of the file, or of the text where there is none."""
    digest = hashlib.sha256()
    for chunk in file.chunks() if file is not None else (text,):
        digest.update(chunk)
    return digest.hexdigest()


def _enter_provisions(programme: Programme, document: Document) -> None:
    """Rows in reading order, parents before their children; then what each one cites."""
    rows: dict[str, Provision] = {}
    for order, place in enumerate(document.provisions, start=1):
        rows[place.id] = Provision.objects.create(
            programme=programme,
            parent=rows.get(place.parent),
            order=order,
            address=place.id,
            marker=place.marker,
            kind=place.kind,
            is_heading=place.heading,
            text=place.text,
            paragraphs=list(place.paragraphs),
            first_line=place.first_line,
        )
    cite(document, rows)


def cite(document: Document, rows: Mapping[str, Provision]) -> None:
    """Write down which instruments the places of a document name; `rows` by the places' ids."""
    Citation.objects.bulk_create(_citations(document, rows))


def _citations(document: Document, rows: Mapping[str, Provision]) -> Iterable[Citation]:
    lines = {line.number: line.text for line in document.lines}
    for cited in document.citations:
        provision = rows.get(cited.provision)
        if provision is None or not cited.number:
            continue
        words = lines[cited.line][cited.start : cited.end]
        span = locate(provision.all_paragraphs, words, cited.start)
        if span is not None:
            yield Citation(
                provision=provision,
                instrument=_instrument(cited.kind, cited.number, cited.issuer, cited.date),
                paragraph=span.paragraph,
                start=span.start,
                end=span.end,
            )


def _enter_bases(programme: Programme, bases: Iterable[LegalBasis]) -> None:
    Basis.objects.bulk_create(
        Basis(
            programme=programme,
            order=order,
            relation=basis.relation,
            instrument=_instrument(basis.kind, basis.number, basis.issuer, basis.date)
            if basis.number
            else None,
            text=basis.text,
        )
        for order, basis in enumerate(bases, start=1)
    )


def _instrument(kind: str, number: str, issuer: str, issued_on: date | None) -> Instrument:
    """The instrument of this number; a citation that leaves the issuer out means the one held."""
    held = Instrument.objects.filter(number=number)
    same = held.filter(issuer=issuer) if issuer else held
    return same.first() or Instrument.objects.create(
        kind=kind, number=number, issuer=issuer, issued_on=issued_on
    )
