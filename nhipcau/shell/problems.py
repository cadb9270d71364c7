"""What the API answers when it cannot: one shape, and the codes that every operation may give."""

from typing import Any

from ninja import Schema


class Problem(Schema):
    """One sentence that says what is wrong."""

    detail: str


class Unreadable(Schema):
    """Parameters that do not fit; one entry for each, with its place."""

    detail: list[dict[str, Any]]


# For the `response` of an operation, beside its own 200.
ANY: dict[int, type[Schema]] = {400: Problem, 401: Problem, 422: Unreadable}
ONE: dict[int, type[Schema]] = {**ANY, 404: Problem}
