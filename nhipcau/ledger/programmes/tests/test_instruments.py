"""Instruments: their lives, who leads to them, and what of a programme leads to what has ended."""

import datetime
from pathlib import Path

import pytest
from django.test import Client

from nhipcau.agencies.factories import person_with
from nhipcau.agencies.roles import Role
from nhipcau.base import clock
from nhipcau.ledger.programmes import instruments
from nhipcau.ledger.programmes.ended import ended_uses
from nhipcau.ledger.programmes.models import Instrument, InstrumentEvent, Life, Programme

from .signed_922 import signed_922
from .test_amendment_pages import plain

pytestmark = pytest.mark.django_db

FACTS = Path(__file__).parents[4] / "data/instruments.json"
Kind = InstrumentEvent.Kind


def day(written: str) -> datetime.date:
    return datetime.date.fromisoformat(written)


@pytest.fixture
def held() -> Programme:
    """922, and the facts on what it rests on."""
    programme = signed_922()
    instruments.load(FACTS, by=None)
    return programme


def test_facts_are_loaded_once_and_mended_ones_are_left_alone(held: Programme) -> None:
    Instrument.objects.filter(number="1079/QĐ-TTg").update(doubt="Đã đối chiếu.")
    assert instruments.load(FACTS, by=None) == 0
    assert Instrument.objects.get(number="1079/QĐ-TTg").doubt == "Đã đối chiếu."


def test_every_fact_has_its_source(held: Programme) -> None:
    assert not InstrumentEvent.objects.filter(source="").exists()
    named = Instrument.objects.filter(bases__programme=held)
    assert [each.number for each in named.filter(source="")] == []


def test_instruments_without_a_programme_can_be_held() -> None:
    instruments.load(FACTS, by=None)
    numbers = {"47/NQ-CP", "1657/QĐ-TTg", "1191/QĐ-TTg", "1079/QĐ-TTg"}
    assert Instrument.objects.filter(number__in=numbers, bases=None).count() == len(numbers)


@pytest.mark.parametrize(
    ("on", "life"),
    [
        ("2022-09-30", Life.NOT_YET),
        ("2022-10-01", Life.IN_FORCE),
        ("2025-02-28", Life.IN_FORCE),
        ("2025-03-01", Life.ENDED),
    ],
)
def test_the_life_of_a_legal_basis(held: Programme, on: str, life: Life) -> None:
    decree = Instrument.objects.get(number="66/2022/NĐ-CP")
    assert decree.life_on(day(on)) == life
    end = decree.end_by(day("2025-03-01"))
    assert end is not None
    assert str(end.other) == "Nghị định số 41/2025/NĐ-CP"


def test_what_nobody_told_is_not_known(held: Programme) -> None:
    assert Instrument.objects.get(number="1079/QĐ-TTg").life_on(clock.today()) == Life.UNKNOWN


def test_bases_and_citations_that_have_ended_are_listed(held: Programme) -> None:
    uses = ended_uses(Programme.objects.all(), on=day("2026-02-01"))
    assert [(use.address, use.instrument.number) for use in uses] == [
        ("", "48/2022/NĐ-CP"),
        ("", "66/2022/NĐ-CP"),
        ("", "1719/QĐ-TTg"),
        ("IV.1.a", "752/QĐ-TTg"),
        ("IV.3", "1719/QĐ-TTg"),
    ]
    assert ended_uses(Programme.objects.none(), on=day("2026-02-01")) == []


def test_one_number_of_two_issuers_has_two_addresses() -> None:
    slugs = [
        Instrument.objects.create(kind="Quyết định", number="12/QĐ-UBND", issuer=issuer).slug
        for issuer in ("UBND tỉnh Điện Biên", "UBND tỉnh Đắk Lắk", "")
    ]
    assert slugs == ["12-qd-ubnd", "12-qd-ubnd-ubnd-tinh-dak-lak", "12-qd-ubnd-2"]


def test_an_instrument_says_who_rests_on_it_and_who_cites_it(held: Programme) -> None:
    client = Client()
    client.force_login(person_with(Role.OFFICER))
    shown = client.get("/van-ban/47-nq-cp/").content.decode()
    assert 'href="/chuong-trinh/922-ctph-btttt-ubdt/#can-cu"' in shown
    assert 'href="/chuong-trinh/922-ctph-btttt-ubdt/dieu-khoan/IV.1.b/"' in shown
    assert "không còn hiệu lực từ ngày 01/3/2025" in plain(
        client.get("/van-ban/48-2022-nd-cp/").content.decode()
    )


def test_the_public_reads_the_facts_but_not_who_uses_them(held: Programme) -> None:
    Instrument.objects.create(kind="Kế hoạch", number="7/KH-X")
    shown = Client().get("/van-ban/").content.decode()
    assert "1719/QĐ-TTg" in shown
    assert "7/KH-X" not in shown
    assert "922-ctph" not in Client().get("/van-ban/47-nq-cp/").content.decode()
    assert Client().get("/van-ban/7-kh-x/").status_code == 404


def test_the_list_is_filtered_by_links(held: Programme) -> None:
    shown = Client().get("/van-ban/", {"trang-thai": "het-hieu-luc"}).content.decode()
    assert "66/2022/NĐ-CP" in shown
    assert "1079/QĐ-TTg" not in shown


def test_an_empty_list_says_what_to_do() -> None:
    assert "Chưa có văn bản nào" in Client().get("/van-ban/").content.decode()
    assert "Không có chỗ nào" in Client().get("/van-ban/het-hieu-luc/").content.decode()


def test_a_focal_point_holds_an_instrument_and_tells_its_end(held: Programme) -> None:
    client = Client()
    client.force_login(person_with(Role.FOCAL_POINT))
    new = {
        "kind": "Nghị định",
        "number": "99/2026/NĐ-CP",
        "issuer": "Chính phủ",
        "title": "Thay thế (ví dụ)",
        "source": "Ví dụ",
    }
    assert client.post("/van-ban/them/", new).headers["Location"] == "/van-ban/99-2026-nd-cp/"
    assert "đã có" in client.post("/van-ban/them/", new).content.decode()
    told = {
        "kind": "replaced",
        "day": "2026-05-01",
        "other": "99/2026/nđ-cp",
        "source": "Ví dụ",
    }
    client.post("/van-ban/72-2015-nd-cp/hieu-luc/", told)
    decree = Instrument.objects.get(number="72/2015/NĐ-CP")
    assert decree.life_on(day("2026-04-30")) == Life.IN_FORCE
    assert decree.life_on(day("2026-05-01")) == Life.ENDED
    again = client.post("/van-ban/72-2015-nd-cp/hieu-luc/", told)
    assert again.status_code == 422


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"other": "1/KHONG-CO"}, "Chưa có văn bản số"),
        ({"other": "72/2015/NĐ-CP"}, "không tự thay thế chính nó"),
        ({"day": "31/02/2026"}, "ngày/tháng/năm"),
        ({"source": ""}, "bắt buộc"),
    ],
)
def test_a_bad_fact_comes_back_with_its_sentence(
    held: Programme, said: dict[str, str], sentence: str
) -> None:
    client = Client()
    client.force_login(person_with(Role.FOCAL_POINT))
    given = {"kind": "replaced", "day": "2026-05-01", "source": "Ví dụ"} | said
    sent = client.post("/van-ban/72-2015-nd-cp/hieu-luc/", given)
    assert sentence in plain(sent.content.decode())
    assert not InstrumentEvent.objects.filter(instrument__slug="72-2015-nd-cp", kind="replaced")
