"""The API of the ledger: programmes, their provisions, obligations and instruments; to read."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema
from ninja.pagination import paginate

from nhipcau.ledger.obligations.models import Obligation, Part
from nhipcau.ledger.programmes.models import Instrument, LegalBasis, Party, Programme, Provision
from nhipcau.shell.paging import Paged
from nhipcau.shell.problems import ANY, ONE

ShortText = Annotated[str, Field(max_length=60)]
router = Router(tags=["ledger"])


class PartyOut(Schema):
    """Bên ký kết: the name as signed, and the codes of the agency and of its focal point."""

    name_as_signed: str
    agency: str | None
    focal_point: str | None

    @staticmethod
    def resolve_agency(party: Party) -> str | None:
        return party.agency.code if party.agency else None

    @staticmethod
    def resolve_focal_point(party: Party) -> str | None:
        return party.focal_point.code if party.focal_point else None


class ProgrammeOut(Schema):
    """Chương trình phối hợp."""

    uuid: UUID
    slug: str
    kind: str
    number: str
    title: str
    signed_on: date | None
    first_year: int | None
    last_year: int | None
    circulation: str
    parties: list[PartyOut]


class ProvisionOut(Schema):
    """Điều khoản: `address` is the text's own place, `parent` that of the provision above."""

    uuid: UUID
    address: str
    parent: str | None
    marker: str
    kind: str
    text: str
    paragraphs: list[str]

    @staticmethod
    def resolve_parent(provision: Provision) -> str | None:
        return provision.parent.address if provision.parent else None


class BasisOut(Schema):
    """Căn cứ: the words of the preamble and the number of the instrument."""

    relation: str
    text: str
    instrument: str | None

    @staticmethod
    def resolve_instrument(basis: LegalBasis) -> str | None:
        return basis.instrument.number if basis.instrument else None


class PartOut(Schema):
    """Vai của một cơ quan: the name as written, and the agency's code where it means one."""

    role: str
    name_as_written: str
    agency: str | None

    @staticmethod
    def resolve_agency(part: Part) -> str | None:
        return part.agency.code if part.agency else None


class ObligationOut(Schema):
    """Nội dung phối hợp: the words, who has which part, how often, by when."""

    uuid: UUID
    address: str
    words: str
    state: str
    kind: str
    recurrence: str
    due: str
    deliverable: str
    implied_both: bool
    parts: list[PartOut]

    @staticmethod
    def resolve_address(obligation: Obligation) -> str:
        return obligation.provision.address


class InstrumentOut(Schema):
    """Văn bản được dẫn."""

    uuid: UUID
    kind: str
    number: str
    issued_on: date | None
    issuer: str


def _programme(request: HttpRequest, slug: str) -> Programme:
    return get_object_or_404(Programme.objects.visible_to(request.auth), slug=slug)  # type: ignore[attr-defined]


@router.get("/programmes", response={200: list[ProgrammeOut], **ANY}, summary="Chương trình")
@paginate(Paged)
def programmes(request: HttpRequest, **page: Any) -> QuerySet[Programme]:
    """The programmes that the caller may read, the latest first."""
    visible = Programme.objects.visible_to(request.auth)  # type: ignore[attr-defined]
    return visible.prefetch_related("parties__agency", "parties__focal_point")


@router.get("/programmes/{slug}", response={200: ProgrammeOut, **ONE}, summary="Một chương trình")
def programme(request: HttpRequest, slug: str) -> Programme:
    """One programme."""
    return _programme(request, slug)


@router.get(
    "/programmes/{slug}/provisions",
    response={200: list[ProvisionOut], **ONE},
    summary="Điều khoản",
)
@paginate(Paged)
def provisions(request: HttpRequest, slug: str, **page: Any) -> QuerySet[Provision]:
    """The signed text, provision by provision, in its order."""
    signed = Provision.objects.signed().filter(programme=_programme(request, slug))
    return signed.select_related("parent")


@router.get(
    "/programmes/{slug}/legal-bases", response={200: list[BasisOut], **ONE}, summary="Căn cứ"
)
@paginate(Paged)
def legal_bases(request: HttpRequest, slug: str, **page: Any) -> QuerySet[LegalBasis]:
    """What the programme rests on, in the order of its preamble."""
    return _programme(request, slug).legal_bases.select_related("instrument")


@router.get(
    "/programmes/{slug}/obligations",
    response={200: list[ObligationOut], **ONE},
    summary="Nội dung phối hợp",
)
@paginate(Paged)
def obligations(
    request: HttpRequest, slug: str, agency: ShortText = "", **page: Any
) -> QuerySet[Obligation]:
    """What a person confirmed of it, in the order of the text; of one agency by its code."""
    found = Obligation.objects.of(_programme(request, slug)).confirmed()
    return found.filter(parts__agency__code=agency).distinct() if agency else found


@router.get("/instruments", response={200: list[InstrumentOut], **ANY}, summary="Văn bản")
@paginate(Paged)
def instruments(request: HttpRequest, number: ShortText = "", **page: Any) -> QuerySet[Instrument]:
    """Instruments that programmes the caller may read rest on or name."""
    visible = Programme.objects.visible_to(request.auth)  # type: ignore[attr-defined]
    based = Instrument.objects.filter(bases__programme__in=visible)
    cited = Instrument.objects.filter(citations__provision__programme__in=visible)
    found = Instrument.objects.filter(pk__in=based.values("pk").union(cited.values("pk")))
    return found.filter(number__icontains=number) if number else found
