"""28 February and 1 March 2025, 30 June and 1 July 2025: who it was, and who it is.

Every party and function of programme 922, every province, and 50 communes drawn at random.
"""

import csv
import random
import tomllib
from datetime import date

import pytest

from nhipcau.agencies import questions
from nhipcau.agencies.loading import Loaded
from nhipcau.agencies.models import Agency, Place
from nhipcau.agencies.questions import Lineage, Standing

from .conftest import DATA

pytestmark = [
    pytest.mark.machine,
    pytest.mark.django_db,
    pytest.mark.usefixtures("country"),
]

REVIEW = DATA / "programmes" / "922-ctph-btttt-ubdt" / "review.toml"
BEFORE_MINISTRIES, AFTER_MINISTRIES = date(2025, 2, 28), date(2025, 3, 1)
BEFORE_PROVINCES, AFTER_PROVINCES = date(2025, 6, 30), date(2025, 7, 1)

# Function of a party as programme 922 touches it → who answers since 1 March 2025.
FUNCTIONS = [
    ("mic", "báo chí", "mcst"),
    ("mic", "xuất bản", "mcst"),
    ("mic", "thông tin cơ sở", "mcst"),
    ("mic", "thông tin đối ngoại", "mcst"),
    ("mic", "TTĐN", "mcst"),
    ("mic", "phát thanh và truyền hình", "mcst"),
    ("mic", "phát thanh truyền hình", "mcst"),
    ("mic", "chuyển đổi số", "most"),
    ("mic", "ứng dụng CNTT", "most"),
    ("mic", "viễn thông", "most"),
    ("mic", "an toàn thông tin mạng", "mps"),
    ("mic", "an toàn thông tin", "mps"),
    ("cema", "công tác dân tộc", "mera"),
    ("mic-ttdn", "thông tin đối ngoại", "mcst-ttcs-ttdn"),
    ("mic-ttdn", "", "mcst-ttcs-ttdn"),
    ("cema-cds", "", "mera-cds"),
    ("mic-attt", "an toàn thông tin mạng", "mps-a05"),
    ("so-tttt", "thông tin đối ngoại", "so-vhttdl"),
    ("so-tttt", "chuyển đổi số", "so-khcn"),
    ("so-tttt", "an toàn thông tin mạng", "congan-tinh"),
    ("ban-dt", "công tác dân tộc", "so-dttg"),
]


@pytest.fixture(scope="module")
def lineage(country: Loaded) -> Lineage:
    return Lineage.load()


@pytest.mark.parametrize(("code", "function", "successor"), FUNCTIONS)
def test_a_function_of_922_passes_on_1_march(
    lineage: Lineage, code: str, function: str, successor: str
) -> None:
    agency = Agency.objects.get(code=code)
    before = lineage.answering(agency, function, on=BEFORE_MINISTRIES)
    assert (before.standing, before.agencies) == (Standing.ITSELF, (agency,))
    after = lineage.answering(agency, function, on=AFTER_MINISTRIES)
    assert after.standing is Standing.FOLLOWED
    assert [each.code for each in after.agencies] == [successor]
    assert after.holders[0].since == AFTER_MINISTRIES


def test_every_function_that_the_review_of_922_names_has_its_one_ministry(
    lineage: Lineage,
) -> None:
    review = tomllib.loads(REVIEW.read_text(encoding="utf-8"))
    named = {each for row in review["obligation"] for each in row.get("functions", ())}
    told = {function: successor for code, function, successor in FUNCTIONS if code == "mic"}
    assert named
    for function in named:
        answer = lineage.answering(Agency.objects.get(code="mic"), function, on=AFTER_MINISTRIES)
        assert [each.code for each in answer.agencies] == [told[function]]


def test_a_whole_party_is_followed_by_all_that_took_a_part(lineage: Lineage) -> None:
    after = lineage.answering(Agency.objects.get(code="mic"), on=AFTER_MINISTRIES)
    assert after.standing is Standing.SHARED
    assert {each.code for each in after.agencies} == {"most", "mcst", "mps"}
    assert all(
        "Nghị quyết 176/2025/QH15" in holder.instruments[0]
        for holder in after.holders
        if holder.agency.code != "mps"
    )


def test_a_function_that_no_instrument_names_is_asked_for_not_guessed(lineage: Lineage) -> None:
    answer = lineage.answering(Agency.objects.get(code="mic"), "thông tấn", on=AFTER_MINISTRIES)
    assert answer.standing is Standing.UNKNOWN
    assert answer.agencies == ()
    assert {each.agency.code for each in answer.candidates} == {"most", "mcst", "mps"}


def test_a_unit_without_a_known_successor_says_so(lineage: Lineage) -> None:
    answer = lineage.answering(Agency.objects.get(code="cema-tt"), on=AFTER_MINISTRIES)
    assert (answer.standing, answer.candidates) == (Standing.UNKNOWN, ())


def test_the_names_of_the_parties_mean_other_bodies_from_day_to_day() -> None:
    for name, code in [("Bộ TTTT", "mic"), ("Ủy ban Dân tộc", "cema")]:
        assert [each.code for each in questions.called(name, on=BEFORE_MINISTRIES)] == [code]
        assert questions.called(name, on=AFTER_MINISTRIES) == ()
    assert [each.code for each in questions.called("BDTTG", on=AFTER_MINISTRIES)] == ["mera"]


def test_every_province_has_its_committee_on_both_days(lineage: Lineage) -> None:
    """Checked against the file, not against the rows that were made from it."""
    with (DATA / "places" / "provinces.csv").open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    names = {line["code"]: line["full_name_vi"] for line in lines if line["set"] == "34"}
    for line in (line for line in lines if line["set"] == "63"):
        place = questions.by_code(line["code"], "tinh-63")
        old = questions.committee(place, on=BEFORE_PROVINCES)
        assert old is not None
        assert old.name_on(BEFORE_PROVINCES) == _committee(line["full_name_vi"])
        new = lineage.answering(old, on=AFTER_PROVINCES)
        assert [each.full_name for each in new.agencies] == [
            _committee(names[line["merged_into_code"]])
        ]
        assert (new.standing is Standing.ITSELF) == (not line["valid_to"])


def _committee(name: str) -> str:
    return f"Ủy ban nhân dân {name[0].lower()}{name[1:]}"


def test_63_provinces_are_carried_by_34() -> None:
    carried = questions.carried()
    assert len(carried) == 34
    assert sum(len(each.old) for each in carried) == 63
    tuyen_quang = next(each for each in carried if each.new.code == "08")
    assert [each.name for each in tuyen_quang.old] == ["Tỉnh Hà Giang", "Tỉnh Tuyên Quang"]
    assert Place.objects.provinces().existing(on=BEFORE_PROVINCES).count() == 63
    assert Place.objects.provinces().existing(on=AFTER_PROVINCES).count() == 34


def test_50_communes_drawn_at_random_become_what_the_mapping_says() -> None:
    with (DATA / "places" / "commune_mapping_2025.csv").open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    drawn = random.Random(922).sample(sorted({line["old_code"] for line in lines}), 50)  # noqa: S311
    for code in drawn:
        targets = [line for line in lines if line["old_code"] == code]
        place = questions.by_code(code, "xa-truoc-2025-07")
        assert place.name == targets[0]["old_name"]
        assert Place.objects.existing(on=BEFORE_PROVINCES).filter(pk=place.pk).exists()
        assert not Place.objects.existing(on=AFTER_PROVINCES).filter(pk=place.pk).exists()
        changes = questions.became(place)
        assert {change.new.code for change in changes} == {line["new_code"] for line in targets}
        default = next(line for line in targets if line["default_target"] == "yes")
        assert changes[0].new.code == default["new_code"]
        assert questions.committee_name(changes[0].new, on=AFTER_PROVINCES) == _committee(
            default["new_name"]
        )


def test_a_divided_commune_keeps_all_its_targets() -> None:
    with (DATA / "places" / "commune_mapping_2025.csv").open(encoding="utf-8") as file:
        divided = {line["old_code"] for line in csv.DictReader(file) if line["split"] == "yes"}
    places = Place.objects.in_list("xa-truoc-2025-07").filter(became__kind="divided").distinct()
    assert {place.code for place in places} == divided
    assert all(place.became.count() > 1 for place in places.prefetch_related("became"))


def test_every_commune_of_today_says_what_it_is_made_of() -> None:
    assert not Place.objects.in_list("xa-tu-2025-07").filter(made_of=None).exists()


def test_one_code_means_another_province_since() -> None:
    assert questions.by_code("80", "tinh-63").name == "Tỉnh Long An"
    assert questions.by_code("80", "tinh-34").name == "Tỉnh Tây Ninh"


@pytest.mark.parametrize(
    ("code", "in_list", "sentence"),
    [
        ("72", "tinh-34", "Mã 72 thuộc danh mục 63 tỉnh, thành phố trực thuộc trung ương"),
        ("00001", "xa-tu-2025-07", "Đề nghị dùng mã 00097 (Phường Hồng Hà)."),
        ("99999", "xa-tu-2025-07", "Đề nghị kiểm tra lại mã, giữ cả các số 0 ở đầu."),
    ],
)
def test_a_code_of_another_list_is_refused_with_what_to_use(
    code: str, in_list: str, sentence: str
) -> None:
    with pytest.raises(questions.ForeignCode) as refusal:
        questions.by_code(code, in_list)
    assert sentence in str(refusal.value)


def test_a_province_whose_bodies_nobody_told_is_asked() -> None:
    bodies = questions.bodies(questions.by_code("08", "tinh-34"), on=AFTER_PROVINCES)
    told = {body.kind.code: body.agency for body in bodies}
    committee = told.pop("ubnd-tinh")
    assert committee is not None
    assert committee.full_name == "Ủy ban nhân dân tỉnh Tuyên Quang"
    assert told
    assert not any(told.values())


def test_a_province_that_told_its_own_name_is_called_by_it() -> None:
    bodies = questions.bodies(questions.by_code("01", "tinh-34"), on=AFTER_PROVINCES)
    told = {body.kind.code: body.agency for body in bodies if body.agency}
    assert str(told["so-vhttdl"]) == "Sở Văn hóa và Thể thao"


@pytest.mark.parametrize(
    "words", ["Tuyên Quang", "tuyen quang", "TUYEN  QUANG", "ubnd tinh tuyen quang"]
)
def test_search_finds_by_any_name_with_and_without_marks(words: str) -> None:
    found = questions.search(words, on=AFTER_PROVINCES)
    assert found.agencies[0].bearer.name_on(AFTER_PROVINCES).endswith("tỉnh Tuyên Quang")
    assert found.agencies[0].then


def test_search_finds_what_has_ended_by_its_abbreviation() -> None:
    found = questions.search("BTTTT", on=AFTER_PROVINCES)
    assert [each.bearer for each in found.agencies] == [Agency.objects.get(code="mic")]
    assert not found.agencies[0].then
