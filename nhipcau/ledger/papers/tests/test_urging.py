"""How agencies stand to each other, which step is whose right, and in which tone."""

import pytest

from nhipcau.agencies.factories import AgencyFactory
from nhipcau.agencies.models import Agency
from nhipcau.base import clock
from nhipcau.base.refusal import Refused
from nhipcau.ledger.papers import actions, loading, urging
from nhipcau.ledger.papers.models import Relation, Rung
from nhipcau.ledger.papers.values import Recipient, Side
from nhipcau.ledger.testing import ProgrammeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def bodies() -> dict[str, Agency]:
    """Two ministries with a unit each, a people's committee with two departments, a commune's."""
    loading.load()

    def made(name: str, kind: str, level: str, **said: object) -> Agency:
        agency: Agency = AgencyFactory.create(name=name, kind=kind, level=level, **said)
        return agency

    culture = made("Bộ Văn hóa, Thể thao và Du lịch", "ministry", "central", functions=["tt"])
    ethnic = made("Bộ Dân tộc và Tôn giáo", "ministry", "central", functions=["dt"])
    province = made("Ủy ban nhân dân tỉnh Lạng Sơn", urging.COMMITTEE, "provincial")
    return {
        "bo": culture,
        "bo-khac": ethnic,
        "cuc": made("Cục Thông tin đối ngoại", "unit", "central", parent=culture),
        "trung-tam": made("Trung tâm Chuyển đổi số", "unit", "central", parent=ethnic),
        "ubnd-tinh": province,
        "so": made("Sở Văn hóa", "provincial department", "provincial", parent=province, functions=["tt"]),
        "so-khac": made("Sở Dân tộc", "provincial department", "provincial", parent=province, functions=["dt"]),
        "ubnd-xa": made("Ủy ban nhân dân xã Đồng Đăng", urging.COMMITTEE, "commune"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("asker", "asked", "relation", "kinds"),
    [
        ("bo", "cuc", "subordinate", ["", "urging-letter", "submission-note"]),
        ("ubnd-tinh", "so", "subordinate", ["", "urging-letter", "submission-note"]),
        ("bo", "bo-khac", "equal", ["", "cooperation-letter", ""]),
        ("cuc", "trung-tam", "equal", ["", "cooperation-letter", ""]),
        ("so", "so-khac", "equal", ["", "cooperation-letter", ""]),
        ("cuc", "so", "sector", ["", "urging-letter", "submission-note"]),
        ("bo", "ubnd-tinh", "other", ["", "urging-letter", ""]),
        ("cuc", "so-khac", "other", ["", "urging-letter", ""]),
        ("cuc", "bo", "upward", ["", "cooperation-letter"]),
        ("so", "bo", "upward", ["", "cooperation-letter"]),
        ("ubnd-xa", "so", "upward", ["", "cooperation-letter"]),
    ],
)
def test_the_ladder_goes_by_the_relation(
    bodies: dict[str, Agency], asker: str, asked: str, relation: str, kinds: list[str]
) -> None:
    steps = urging.ladder(bodies[asker], bodies[asked], on=clock.today())
    assert (steps.relation, [rung.kind for rung in steps.rungs]) == (relation, kinds)
    assert steps.next == steps.rungs[0]
    assert steps.rungs[0].message
    after = urging.ladder(bodies[asker], bodies[asked], on=clock.today(), taken={1})
    assert after.next == after.rungs[1]


def test_a_unit_of_a_ministry_does_not_urge_a_peoples_committee(bodies: dict[str, Agency]) -> None:
    sentence = (
        "Cục Thông tin đối ngoại không có thẩm quyền đôn đốc Ủy ban nhân dân tỉnh Lạng Sơn. "
        "Đề nghị trình lãnh đạo Bộ Văn hóa, Thể thao và Du lịch ký văn bản"
    )
    with pytest.raises(Refused, match=sentence):
        urging.ladder(bodies["cuc"], bodies["ubnd-tinh"], on=clock.today())


def test_equals_get_no_urging_letter(bodies: dict[str, Agency]) -> None:
    with pytest.raises(Refused, match="Đề nghị dùng công văn đề nghị phối hợp"):
        _letter(bodies["bo"], bodies["bo-khac"])


@pytest.mark.parametrize(
    ("asker", "asked", "tone"),
    [
        ("bo", "cuc", " yêu cầu đơn vị:"),
        ("bo", "ubnd-tinh", " đề nghị quý cơ quan quan tâm, chỉ đạo:"),
        ("cuc", "so", " đề nghị quý cơ quan:"),
    ],
)
def test_a_letter_speaks_in_the_tone_of_its_relation(
    bodies: dict[str, Agency], asker: str, asked: str, tone: str
) -> None:
    assert tone in _letter(bodies[asker], bodies[asked])


def test_a_unit_drafts_for_its_ministry_which_may_urge(bodies: dict[str, Agency]) -> None:
    words = _letter(bodies["cuc"], bodies["ubnd-tinh"], issuer=bodies["bo"])
    assert "quan tâm, chỉ đạo" in words


def test_every_relation_begins_with_words_to_copy(bodies: dict[str, Agency]) -> None:
    for relation in Relation:
        first = Rung.objects.of(relation, on=clock.today()).first()
        assert first is not None
        words = urging.message(
            first, asker=bodies["bo"], asked=bodies["so"], programme="922", matter="", due=""
        )
        assert words.startswith("Kính gửi anh/chị.")
        assert "{" not in words


def _letter(drafter: Agency, asked: Agency, *, issuer: Agency | None = None) -> str:
    paper = actions.begin(
        programme=ProgrammeFactory.create(), kind=urging.URGING, title="", drafted_by=drafter,
        sides=[Side(issuer or drafter, leads=True, numbers=True)],
        recipients=[Recipient(asked, is_addressee=True)], by=None,
    )  # fmt: skip
    return str(paper.sections.get(key="request").words)
