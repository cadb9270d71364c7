"""The API of agencies: who exists on a day, and under which name; to read."""

import re
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from pydantic import BeforeValidator

from nhipcau.shell.paging import Paged
from nhipcau.shell.problems import ANY, ONE

from .models import Agency


def _written_as_a_day(given: object) -> object:
    """«2025-03-01» and nothing else: a number of seconds is no day."""
    if not isinstance(given, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", given, re.ASCII):
        raise ValueError("a day is written YYYY-MM-DD")
    return given


Day = Annotated[date, BeforeValidator(_written_as_a_day)]
router = Router(tags=["agencies"])


class NameOut(Schema):
    """Tên gọi: a name for a time, in a language."""

    form: str
    language: str
    name: str
    first_day: date | None
    last_day: date | None


class AgencyOut(Schema):
    """Cơ quan, đơn vị; `doubt` says what is not certain about it."""

    uuid: UUID
    code: str
    name: str
    kind: str
    level: str
    parent: str | None
    first_day: date | None
    last_day: date | None
    source: str
    doubt: str
    names: list[NameOut]

    @staticmethod
    def resolve_name(agency: Agency) -> str:
        return agency.full_name

    @staticmethod
    def resolve_parent(agency: Agency) -> str | None:
        return agency.parent.code if agency.parent else None


@router.get("/agencies", response={200: list[AgencyOut], **ANY}, summary="Cơ quan, đơn vị")
@paginate(Paged)
def agencies(
    request: HttpRequest,
    on: Day | None = None,
    name: Annotated[str, Field(max_length=200)] = "",
    **page: Any,
) -> QuerySet[Agency]:
    """Agencies in the order of their codes; on a day, and of a name, where asked."""
    found = Agency.objects.select_related("parent").prefetch_related("names")
    if on:
        found = found.existing(on=on)
    return found.filter(names__name=name).distinct() if name else found


@router.get("/agencies/{code}", response={200: AgencyOut, **ONE}, summary="Một cơ quan")
def agency(request: HttpRequest, code: str) -> Agency:
    """One agency by its code."""
    return get_object_or_404(Agency, code=code)
