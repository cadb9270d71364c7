"""Days as ranges: what lets the database refuse two periods that overlap."""

from datetime import date

from django.db.models import F, Func, Q, Value


def days(first: str = "first_day", last: str = "last_day") -> Func:
    """The days from first to last, both counted; an unknown day is open."""
    return Func(F(first), F(last), Value("[]"), function="daterange")


def same(field: str) -> Func:
    """A number as a range of one: equality for GiST without an extension."""
    return Func(F(field), F(field), Value("[]"), function="int8range")


def same_text(field: str) -> Func:
    """A text as a range of one number, its hash: equality for GiST without an extension."""
    number = Func(F(field), Value(0), function="hashtextextended")
    return Func(number, number, Value("[]"), function="int8range")


def ends_after_it_begins() -> Q:
    """A last day is no earlier than the first, where both are known."""
    return Q(last_day=None) | Q(first_day=None) | Q(last_day__gte=F("first_day"))


def on_day(on: date, prefix: str = "") -> Q:
    """Rows whose days hold a day; an unknown first day counts as long ago."""
    return (Q(**{f"{prefix}first_day": None}) | Q(**{f"{prefix}first_day__lte": on})) & (
        Q(**{f"{prefix}last_day": None}) | Q(**{f"{prefix}last_day__gte": on})
    )
