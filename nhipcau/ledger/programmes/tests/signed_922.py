"""Programme 922 from its signed text, with the two agencies that signed it and people of each."""

import datetime
from pathlib import Path

from django.core.files.base import ContentFile

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.roles import Role
from nhipcau.ledger.programmes import agreeing, amending
from nhipcau.ledger.programmes.actions import enter, name_party
from nhipcau.ledger.programmes.amending import Issue, Said
from nhipcau.ledger.programmes.consolidation import Act
from nhipcau.ledger.programmes.models import Amendment, Programme
from nhipcau.reader import read_text

TEXT = Path(__file__).parents[4] / "data/programmes/922-ctph-btttt-ubdt/text.txt"
SIGNED_ON = datetime.date(2026, 3, 2)
EFFECTIVE_ON = datetime.date(2026, 4, 1)


def signed_922() -> Programme:
    """922 in use, its two parties named."""
    words = TEXT.read_text(encoding="utf-8")
    programme = enter(read_text(words), text=words, file_name="922.txt", by=None)
    Programme.objects.filter(pk=programme.pk).update(state=Programme.State.PUBLISHED)
    for party, code in zip(programme.parties.all(), ("mic", "cema"), strict=True):
        agency = AgencyFactory.create(code=code, name=party.name_as_signed)
        name_party(party=party, agency=agency, focal_point=None, by=None)
    programme.refresh_from_db()
    return programme


def focal_point_of(code: str) -> User:
    """A person who runs programmes for an agency."""
    agency = Agency.objects.get(code=code)
    user: User = MembershipFactory.create(agency=agency, role=Role.FOCAL_POINT).user
    return user


def small_amendment(programme: Programme) -> Amendment:
    """An example: one point gets new words, one is repealed, one stands new after IV.2.f."""
    amendment = amending.draft(
        programme=programme,
        kind=Amendment.Kind.LETTER,
        title="Thống nhất điều chỉnh một số nội dung phối hợp (ví dụ minh họa)",
        is_example=True,
        by=None,
    )
    for said in (
        Said(
            Act.REPLACE,
            provision=programme.provisions.get(address="IV.1.c"),
            paragraphs=("Xây dựng dữ liệu truyền thông, TTĐN về 54 dân tộc.",),
        ),
        Said(Act.REPEAL, provision=programme.provisions.get(address="IV.1.đ")),
        Said(
            Act.INSERT,
            paragraphs=("Phối hợp phát thanh bằng tiếng dân tộc thiểu số.",),
            address="IV.2.g", marker="g)", kind="point", parent="IV.2", after="IV.2.f",
        ),
    ):  # fmt: skip
        amendment.refresh_from_db()
        amending.change(amendment=amendment, version=amendment.version, said=said, by=None)
    amendment.refresh_from_db()
    return amendment


def issue(number: str = "01/VIDU-BTTTT", effective_on: datetime.date = EFFECTIVE_ON) -> Issue:
    """Number and days as they would stand on an issued document."""
    return Issue(number, SIGNED_ON, effective_on, ContentFile(b"mau", name="cong-van.txt"))


def agreed(amendment: Amendment) -> Amendment:
    """The amendment recorded for one side and agreed for the other."""
    recorded = agreeing.record(
        amendment=amendment, version=amendment.version, issue=issue(), by=focal_point_of("mic")
    )
    return agreeing.agree(amendment=recorded, version=recorded.version, by=focal_point_of("cema"))
