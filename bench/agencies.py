"""Figures of the 63 provinces as figures of the 34, among the whole country."""

from functools import cache

from bench import measure


@measure("agencies.rollup", "ms", most=20)
def time_of_a_roll_up() -> None:
    from nhipcau.agencies import questions

    totals = questions.by_new_provinces(_figures())
    assert len(totals) == 34


@measure("agencies.communes", "ms")
def time_of_all_communes() -> None:
    from nhipcau.agencies import questions

    questions.roll_up(_commune_figures(), of_list="xa-truoc-2025-07")


@measure("agencies.answering", "ms")
def time_of_an_answer() -> None:
    """One question, the successions held since the last write, as on every page."""
    from datetime import date

    from nhipcau.agencies import questions
    from nhipcau.agencies.models import Agency

    questions.answering(Agency.objects.get(code="mic"), "xuất bản", on=date(2026, 11, 21))


@cache
def _figures() -> list[tuple[str, int]]:
    """Thirty years of one figure for each province."""
    from nhipcau.agencies.models import Place

    codes = Place.objects.in_list("tinh-63").values_list("code", flat=True)
    return [(code, year * 1_000 + int(code)) for code in codes for year in range(30)]


@cache
def _commune_figures() -> list[tuple[str, int]]:
    from nhipcau.agencies.models import Place

    codes = Place.objects.in_list("xa-truoc-2025-07").values_list("code", flat=True)
    return [(code, int(code)) for code in codes]
