"""A merge that a person records through the pages leaves the same rows as a loaded one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from nhipcau.agencies import loading, questions
from nhipcau.agencies.factories import person_with
from nhipcau.agencies.models import Agency, AgencyName, Succession
from nhipcau.agencies.roles import Role

pytestmark = pytest.mark.django_db

DATA = Path(__file__).resolve().parents[3] / "data"
OLD, NEW = ["ubnd-ha-giang", "ubnd-tuyen-quang"], "ubnd-tuyen-quang-2025"

Rows = dict[str, Any]


def test_a_merge_made_in_the_interface_yields_the_rows_of_the_loaded_one(
    tmp_path: Path, client: Client
) -> None:
    loaded = _undone(lambda: _load(_two_provinces(tmp_path)))
    merged = _undone(lambda: _merge_by_hand(_two_provinces(tmp_path), loaded, client))
    assert loaded["successions"] == merged["successions"] != []
    assert loaded == merged


def _undone(act: Callable[[], object]) -> Rows:
    """The rows that an act leaves, and no trace of it after."""
    with transaction.atomic():
        act()
        rows = _rows()
        transaction.set_rollback(True)
    return rows


def _two_provinces(folder: Path) -> Path:
    """The project's data, cut down to Hà Giang and Tuyên Quang."""
    (folder / "places").mkdir(exist_ok=True)
    for path in DATA.joinpath("places").glob("*.csv"):
        head, *lines = path.read_text(encoding="utf-8").splitlines()
        kept = lines if path.name == "lists.csv" else [line for line in lines if _concerns(line)]
        kept = kept if path.name in {"lists.csv", "provinces.csv"} else []
        (folder / "places" / path.name).write_text("\n".join([head, *kept]), encoding="utf-8")
    (folder / "provincial_bodies.csv").write_text(
        (DATA / "provincial_bodies.csv").read_text(encoding="utf-8").splitlines()[0]
    )
    (folder / "agencies.json").write_bytes((DATA / "agencies.json").read_bytes())
    return folder


def _concerns(line: str) -> bool:
    return line.startswith(("63,02,", "63,08,", "34,08,"))


def _load(folder: Path) -> None:
    loading.load_all(folder, by=None)


def _merge_by_hand(folder: Path, loaded: Rows, client: Client) -> None:
    """Both committees as they were until the merger, then the page of mergers."""
    loading.load(folder / "agencies.json", by=None)
    loading.load_places(folder / "places", by=None)
    for code in OLD:
        _as_before(loaded["agencies"][code])
    client.force_login(person_with(Role.ADMINISTRATOR))
    new = loaded["agencies"][NEW]
    sent = {
        "old_1": f"Ủy ban nhân dân tỉnh Hà Giang ({OLD[0]})",
        "old_2": OLD[1],
        "full_name": "Ủy ban nhân dân tỉnh Tuyên Quang",
        "short_name": "UBND tỉnh Tuyên Quang",
        "code": NEW,
        "kind": new["kind"],
        "level": new["level"],
        "instance_of": "ubnd-tinh",
        "place_list": "tinh-34",
        "place_code": "08",
        "day": "2025-07-01",
        "instrument": "Nghị quyết 202/2025/QH15 (12/06/2025)",
        "source": new["source"],
    }
    response = client.post(reverse("agencies:reorganise-as", args=["hop-nhat"]), sent)
    assert response.status_code == 302, response.content.decode()
    assert response.headers["Location"] == reverse("agencies:agency", args=[NEW])


def _as_before(row: Rows) -> None:
    plain = ("code", "kind", "level", "first_day", "established_by", "source", "doubt")
    agency = Agency.objects.create(
        instance_of=Agency.objects.get(code=row["instance_of"]), **{key: row[key] for key in plain}
    )
    (list_code, code) = row["places"][0]
    agency.places.add(questions.by_code(code, list_code))
    for name in row["names"]:
        AgencyName.objects.create(agency=agency, **{**name, "last_day": None})


def _rows() -> Rows:
    """Everything about the three committees that the database keeps, but for its own keys."""
    agencies = Agency.objects.filter(code__in=[*OLD, NEW])
    return {
        "agencies": {each.code: _agency_row(each) for each in agencies},
        "successions": list(
            Succession.objects.filter(old__in=agencies)
            .order_by("old__code")
            .values_list(
                "kind",
                "old__code",
                "new__code",
                "day",
                "function",
                "functions",
                "is_whole",
                "instrument",
                "source",
                "doubt",
                "withdrawn_at",
            )
        ),
    }


def _agency_row(agency: Agency) -> Rows:
    plain = [
        "code",
        "kind",
        "level",
        "first_day",
        "last_day",
        "established_by",
        "ended_by",
        "source",
        "doubt",
        "functions",
        "is_type",
    ]
    names = agency.names.order_by("form")
    fields = ("form", "language", "name", "first_day", "last_day", "instrument", "source")
    return {
        **{name: getattr(agency, name) for name in plain},
        "instance_of": agency.instance_of and agency.instance_of.code,
        "parent": agency.parent,
        "places": sorted(agency.places.values_list("list__code", "code")),
        "names": list(names.values(*fields)),
    }


def test_the_loaded_merger_begins_on_1_july(tmp_path: Path) -> None:
    """The comparison above is of something: two ended, one began."""
    rows = _undone(lambda: _load(_two_provinces(tmp_path)))
    assert [rows["agencies"][code]["last_day"] for code in OLD] == [date(2025, 6, 30)] * 2
    assert rows["agencies"][NEW]["first_day"] == date(2025, 7, 1)
