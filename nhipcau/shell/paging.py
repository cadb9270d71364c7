"""Paging of the API: every list has a limit."""

from typing import Any

from django.db.models import QuerySet
from ninja import Field, Schema
from ninja.pagination import PaginationBase

MOST = 200


class Paged(PaginationBase):
    """`limit` and `offset` in, `items` and `count` out."""

    class Input(Schema):
        limit: int = Field(50, ge=1, le=MOST)
        offset: int = Field(0, ge=0, le=1_000_000)

    class Output(Schema):
        items: list[Any]
        count: int = Field(ge=0)

    def paginate_queryset(  # type: ignore[override]  # the library types its own Input only
        self, queryset: QuerySet[Any], pagination: Input, **params: Any
    ) -> dict[str, Any]:
        last = pagination.offset + pagination.limit
        return {
            "items": list(queryset[pagination.offset : last]),
            "count": self._items_count(queryset),
        }
