"""Units of the example: communes' committees that exist, and a border post that does not."""

from datetime import date

from django.db import transaction

from nhipcau.agencies.loading import load_commune_committees
from nhipcau.agencies.models import Agency, AgencyName, Place
from nhipcau.base import audit
from nhipcau.shell.search.index import index

COMMUNES = ("00715", "00721", "06184", "06541")
POST = "vi-du-don-bien-phong"
SOURCE = "ví dụ minh họa, không phải đơn vị có thật"


@transaction.atomic
def open_units() -> None:
    """Open what is missing of them."""
    places = Place.objects.in_list("xa-tu-2025-07").filter(code__in=COMMUNES)
    load_commune_committees(places.with_names().select_related("parent"), by=None)
    if not Agency.objects.filter(code=POST).exists():
        _open_post(places.get(code=COMMUNES[0]))


def _open_post(place: Place) -> None:
    post = Agency.objects.create(
        code=POST,
        kind="border post",
        level="commune",
        first_day=date(2025, 7, 1),
        source=SOURCE,
        doubt=SOURCE,
    )
    post.places.add(place)
    for form in ("full", "short"):
        AgencyName.objects.create(
            agency=post, form=form, name="Đồn Biên phòng A (ví dụ)", first_day=post.first_day,
            source=SOURCE,
        )  # fmt: skip
    audit.record("agencies.loaded", by=None, target=post, note=SOURCE)
    index([post])
