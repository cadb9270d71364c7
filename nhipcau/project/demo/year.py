"""A worked year of programme 922, lived by its own days through the actions that people use.

Who does what, numbers, amounts and results are invented and marked as examples; agencies, places,
the programme and its points are not.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

import time_machine
from django.db import transaction
from django.utils import timezone

from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.work.models import Plan

from . import autumn, doing, last_year, planning, provinces, side_tracks
from .cast import Cast

NUMBER = "922/CTPH-BTTTT-UBDT"
YEAR = 2026
# In this order; each says its own days.
CHAPTERS: tuple[Callable[[Cast], None], ...] = (
    planning.name_who_acts,
    last_year.go_on_after_the_change,
    provinces.before_the_merger,
    provinces.after_the_merger,
    last_year.report_and_review,
    planning.take_in_a_directive,
    planning.plan_the_year,
    planning.guide_the_provinces,
    provinces.say_how_each_acts,
    doing.carry_out,
    side_tracks.launch_an_emulation,
    side_tracks.inspect_a_unit,
    side_tracks.write_letters,
    autumn.send_the_quarter,
    autumn.report_nine_months,
    autumn.estimate_the_year,
    autumn.draft_the_annual_reports,
    autumn.plan_the_next_year,
)


@transaction.atomic
def live() -> None:
    """Live the year, all of it or nothing; a year that was lived is left as it is."""
    programme = Programme.objects.get(number=NUMBER)
    if Plan.objects.filter(programme=programme, year=YEAR, is_example=True).exists():
        return
    cast = Cast(programme, YEAR, on)
    for chapter in CHAPTERS:
        chapter(cast)


@contextmanager
def on(day: date) -> Iterator[date]:
    """At nine in the morning of a day, as far as the platform can tell."""
    moment = datetime.combine(day, time(9), tzinfo=timezone.get_current_timezone())
    with time_machine.travel(moment, tick=True):
        yield day
