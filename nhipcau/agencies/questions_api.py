"""The API of questions over time: who answers, what became of it, what a place is made of."""

from datetime import date
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Schema

from nhipcau.base import clock
from nhipcau.shell.problems import ANY, ONE

from . import questions
from .api import Day, router
from .models import Agency, Place, PlaceChange, Succession

__all__ = ["router"]


class HolderOut(Schema):
    """Cơ quan đảm nhiệm: an agency that answers, since when and by which instruments."""

    code: str
    name: str
    since: date | None
    functions: list[str]
    instruments: list[str]
    doubts: list[str]


class AnswerOut(Schema):
    """Who answers for a function on a day. `standing`: itself, followed, shared, unknown, not_yet;
    where unknown, `candidates` took over other functions and may be asked."""

    asked: str
    function: str
    on: date
    standing: str
    holders: list[HolderOut]
    candidates: list[HolderOut]


class SuccessionOut(Schema):
    """Tiếp nhận chức năng: from one agency to another, or to nobody, by an instrument."""

    uuid: UUID
    kind: str
    old: str
    new: str | None
    day: date
    function: str
    functions: list[str]
    is_whole: bool
    instrument: str
    source: str
    doubt: str

    @staticmethod
    def resolve_old(step: Succession) -> str:
        return step.old.code

    @staticmethod
    def resolve_new(step: Succession) -> str | None:
        return step.new.code if step.new else None


class LineageOut(Schema):
    """Every succession before and after an agency, oldest first."""

    came_from: list[SuccessionOut]
    became: list[SuccessionOut]


class PlaceName(Schema):
    """A place by its code in a list."""

    of_list: str
    code: str
    name: str


class PlaceChangeOut(Schema):
    """An old place is wholly (`passes`), partly (`divided`) or unchanged (`continues`) in a new one."""

    place: PlaceName
    kind: str
    is_default: bool
    day: date
    instrument: str
    doubt: str


class PlaceOut(Schema):
    """Địa bàn: a place of one list with its days; what it became, what it is made of."""

    of_list: str
    code: str
    name: str
    unit_type: str
    parent: PlaceName | None
    first_day: date | None
    last_day: date | None
    latitude: float | None
    longitude: float | None
    source: str
    doubt: str
    became: list[PlaceChangeOut]
    made_of: list[PlaceChangeOut]


class CarriedOut(Schema):
    """A province of the 34, and those of the 63 that it carries."""

    new: PlaceName
    old: list[PlaceName]


@router.get(
    "/agencies/{code}/answering",
    response={200: AnswerOut, **ONE},
    summary="Ai đảm nhiệm một chức năng vào một ngày",
)
def answering(
    request: HttpRequest,
    code: str,
    function: Annotated[str, Field(max_length=200)] = "",
    on: Day | None = None,
) -> AnswerOut:
    """Who answers for what an agency did; today and for all of it, unless asked otherwise."""
    agency = get_object_or_404(Agency, code=code)
    answer = questions.answering(agency, function, on=on or clock.today())
    return AnswerOut(
        asked=agency.code,
        function=answer.function,
        on=answer.on,
        standing=answer.standing.value,
        holders=[_holder(each) for each in answer.holders],
        candidates=[_holder(each) for each in answer.candidates],
    )


@router.get(
    "/agencies/{code}/lineage",
    response={200: LineageOut, **ONE},
    summary="Cơ quan trước và sau",
)
def lineage(request: HttpRequest, code: str) -> dict[str, tuple[Succession, ...]]:
    """What an agency came from, and what became of it."""
    agency = get_object_or_404(Agency, code=code)
    known = questions.Lineage.current()
    return {"came_from": known.came_from(agency), "became": known.became(agency)}


@router.get("/provinces", response={200: list[CarriedOut], **ANY}, summary="34 tỉnh và 63 tỉnh")
def provinces(request: HttpRequest) -> list[CarriedOut]:
    """Which of the 34 provinces carry which of the 63."""
    return [
        CarriedOut(new=_place_name(each.new), old=[_place_name(old) for old in each.old])
        for each in questions.carried()
    ]


@router.get("/places/{of_list}/{code}", response={200: PlaceOut, **ONE}, summary="Một địa bàn")
def place(request: HttpRequest, of_list: str, code: str) -> PlaceOut:
    """One place by its code in a list; a code means nothing without its list."""
    found = get_object_or_404(Place.objects.in_list(of_list).with_names(), code=code)
    plain = ("code", "name", "unit_type", "first_day", "last_day", "latitude", "longitude")
    return PlaceOut(
        of_list=found.list.code,
        parent=_place_name(found.parent) if found.parent else None,
        source=found.source,
        doubt=found.doubt,
        became=[_change(each, each.new) for each in questions.became(found)],
        made_of=[_change(each, each.old) for each in questions.made_of(found)],
        **{name: getattr(found, name) for name in plain},
    )


def _holder(holder: questions.Holder) -> HolderOut:
    return HolderOut(
        code=holder.agency.code,
        name=holder.agency.full_name,
        since=holder.since,
        functions=[*holder.functions],
        instruments=[*holder.instruments],
        doubts=[*holder.doubts],
    )


def _change(change: PlaceChange, other: Place) -> PlaceChangeOut:
    return PlaceChangeOut(
        place=_place_name(other),
        kind=change.kind,
        is_default=change.is_default,
        day=change.day,
        instrument=change.instrument,
        doubt=change.doubt,
    )


def _place_name(place: Place) -> PlaceName:
    return PlaceName(of_list=place.list.code, code=place.code, name=place.name)
