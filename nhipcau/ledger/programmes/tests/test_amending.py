"""An amendment is a document of its own: typed in, recorded as issued, agreed by both sides."""

import datetime
import json

import pytest
from django.db import IntegrityError, connection, transaction

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency
from nhipcau.agencies.roles import Role
from nhipcau.base.models import AuditEvent
from nhipcau.base.refusal import Refused
from nhipcau.ledger.programmes import agreeing, amending
from nhipcau.ledger.programmes.amending import Said
from nhipcau.ledger.programmes.amendment_policies import Stale
from nhipcau.ledger.programmes.consolidated import as_of, ended_places
from nhipcau.ledger.programmes.consolidation import Act
from nhipcau.ledger.programmes.models import (
    Amendment,
    AmendmentConsent,
    Citation,
    Programme,
    Provision,
)
from nhipcau.shell.search.models import SearchEntry

from .signed_922 import (
    EFFECTIVE_ON,
    agreed,
    focal_point_of,
    issue,
    signed_922,
    small_amendment,
)

pytestmark = pytest.mark.django_db

BEFORE = EFFECTIVE_ON - datetime.timedelta(days=1)


@pytest.fixture
def programme() -> Programme:
    return signed_922()


@pytest.fixture
def amendment(programme: Programme) -> Amendment:
    return small_amendment(programme)


def test_the_signed_text_stays_word_for_word(programme: Programme, amendment: Amendment) -> None:
    before = list(Provision.objects.signed().values_list("address", "order", "text", "paragraphs"))
    agreed(amendment)
    assert before == list(
        Provision.objects.signed().values_list("address", "order", "text", "paragraphs")
    )
    assert as_of(programme, BEFORE).amendments == ()
    assert [each.address for each in as_of(programme, BEFORE).places] == [row[0] for row in before]


def test_from_its_effect_day_the_consolidated_text_is_another(
    programme: Programme, amendment: Amendment
) -> None:
    agreed(amendment)
    text = as_of(programme, EFFECTIVE_ON)
    told = {each.address: (each.place.paragraphs, each.is_repealed) for each in text.places}
    assert told["IV.1.c"] == (("Xây dựng dữ liệu truyền thông, TTĐN về 54 dân tộc.",), False)
    assert told["IV.1.đ"][1]
    assert [each.number for each in text.amendments] == ["01/VIDU-BTTTT"]
    addresses = [each.address for each in text.places]
    assert addresses.index("IV.2.g") == addresses.index("IV.2.f") + 1


def test_an_inserted_provision_has_a_row_of_its_own(
    programme: Programme, amendment: Amendment
) -> None:
    assert not programme.provisions.filter(address="IV.2.g").exists()
    agreed(amendment)
    row = programme.provisions.get(address="IV.2.g")
    assert row.amendment == amendment
    assert row.parent == programme.provisions.get(address="IV.2")
    page = Programme.objects.with_text().get(pk=programme.pk)
    assert row not in page.provisions.all()


def test_what_an_inserted_provision_cites_is_found_from_the_instrument(
    programme: Programme,
) -> None:
    amendment = small_amendment(programme)
    said = Said(
        Act.INSERT,
        paragraphs=("Phối hợp thực hiện Quyết định số 1087/QĐ-TTg ngày 02/10/2024.",),
        address="IV.2.h", marker="h)", kind="point", parent="IV.2", after="IV.2.g",
    )  # fmt: skip
    amending.change(amendment=amendment, version=amendment.version, said=said, by=None)
    amendment.refresh_from_db()
    agreed(amendment)
    cited = Citation.objects.get(instrument__number="1087/QĐ-TTg")
    assert cited.provision.address == "IV.2.h"
    assert SearchEntry.objects.filter(address__endswith="/dieu-khoan/IV.2.h/").exists()


def test_one_side_alone_changes_nothing(programme: Programme, amendment: Amendment) -> None:
    recorded = agreeing.record(
        amendment=amendment, version=amendment.version, issue=issue(), by=focal_point_of("mic")
    )
    assert recorded.state == Amendment.State.RECORDED
    assert as_of(programme, EFFECTIVE_ON).amendments == ()
    assert ended_places(programme, EFFECTIVE_ON) == {}


def test_one_person_does_not_agree_for_both_sides(amendment: Amendment) -> None:
    person = focal_point_of("mic")
    MembershipFactory.create(
        user=person, agency=Agency.objects.get(code="cema"), role=Role.FOCAL_POINT
    )
    recorded = agreeing.record(
        amendment=amendment, version=amendment.version, issue=issue(), by=person
    )
    with pytest.raises(Refused, match="Đề nghị một người khác"):
        agreeing.agree(amendment=recorded, version=recorded.version, by=person)


def test_a_colleague_of_the_same_side_does_not_agree_for_the_other(amendment: Amendment) -> None:
    recorded = agreeing.record(
        amendment=amendment, version=amendment.version, issue=issue(), by=focal_point_of("mic")
    )
    with pytest.raises(Refused, match="đã thống nhất bản này"):
        agreeing.agree(amendment=recorded, version=recorded.version, by=focal_point_of("mic"))


def test_somebody_of_neither_side_records_nothing(amendment: Amendment) -> None:
    AgencyFactory.create(code="ngoai-cuoc")
    with pytest.raises(Refused, match="không thuộc cơ quan nào"):
        agreeing.record(
            amendment=amendment,
            version=amendment.version,
            issue=issue(),
            by=focal_point_of("ngoai-cuoc"),
        )
    amendment.refresh_from_db()
    assert amendment.number == ""


def test_an_edition_sent_back_has_to_be_agreed_anew(amendment: Amendment) -> None:
    recorded = agreeing.record(
        amendment=amendment, version=amendment.version, issue=issue(), by=focal_point_of("mic")
    )
    reviewer = focal_point_of("cema")
    agreeing.send_back(
        amendment=recorded, version=recorded.version, reason="Sai lời văn IV.1.c", by=reviewer
    )
    recorded.refresh_from_db()
    assert (recorded.is_draft, recorded.edition) == (True, 2)
    assert agreeing.consents(recorded) == {}
    assert AmendmentConsent.objects.count() == 2


def test_what_was_agreed_to_is_kept(amendment: Amendment) -> None:
    done = agreed(amendment)
    kept = [json.loads(each.words.text or "") for each in done.consents.all()]
    assert kept[0] == kept[1]
    assert kept[0]["document"][2] == "01/VIDU-BTTTT"
    assert ["repeal", "IV.1.đ", "", ""] in kept[0]["changes"]


def test_every_step_is_noted_in_the_audit(amendment: Amendment) -> None:
    agreed(amendment)
    verbs = set(AuditEvent.objects.filter(target=amendment.uuid).values_list("verb", flat=True))
    assert verbs >= {
        "ledger.amendment_drafted",
        "ledger.amendment_written",
        "ledger.amendment_recorded",
        "ledger.amendment_consented",
        "ledger.amendment_agreed",
    }


def test_the_second_of_two_people_is_told(amendment: Amendment) -> None:
    said = Said(Act.REPEAL, provision=amendment.programme.provisions.get(address="III.3"))
    seen = amendment.version
    amending.change(amendment=amendment, version=seen, said=said, by=None)
    with pytest.raises(Stale, match="vừa được người khác cập nhật"):
        amending.change(amendment=amendment, version=seen, said=said, by=None)


def test_what_was_recorded_is_not_typed_over(amendment: Amendment) -> None:
    done = agreed(amendment)
    said = Said(Act.REPEAL, provision=amendment.programme.provisions.get(address="III.3"))
    done.refresh_from_db()
    with pytest.raises(Refused, match="đã được ghi nhận"):
        amending.change(amendment=done, version=done.version, said=said, by=None)


def test_what_was_recorded_is_not_changed_by_sql(amendment: Amendment) -> None:
    agreed(amendment)
    for statement in (
        "UPDATE programmes_change SET text = 'khác'",
        "DELETE FROM programmes_change",
        "UPDATE programmes_amendmentconsent SET given = false",
    ):
        with (
            pytest.raises(IntegrityError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_nothing_is_recorded_without_changes(programme: Programme) -> None:
    empty = amending.draft(
        programme=programme,
        kind=Amendment.Kind.AMENDING,
        title="Rỗng (ví dụ)",
        is_example=True,
        by=None,
    )
    with pytest.raises(Refused, match="chưa có nội dung sửa đổi nào"):
        agreeing.record(
            amendment=empty, version=empty.version, issue=issue(), by=focal_point_of("mic")
        )


def test_a_place_that_is_gone_by_the_effect_day_is_named(
    programme: Programme, amendment: Amendment
) -> None:
    second = small_amendment(programme)
    agreed(amendment)
    with pytest.raises(Refused, match=r"IV\.1\.đ, IV\.2\.g"):
        agreeing.record(
            amendment=second,
            version=second.version,
            issue=issue("02/VIDU-BTTTT"),
            by=focal_point_of("mic"),
        )


def test_a_number_is_recorded_once(programme: Programme, amendment: Amendment) -> None:
    second = small_amendment(programme)
    agreed(amendment)
    with pytest.raises(Refused, match="cùng ngày đã có"):
        agreeing.record(
            amendment=second, version=second.version, issue=issue(), by=focal_point_of("mic")
        )


def test_a_programme_under_review_is_not_amended(programme: Programme) -> None:
    Programme.objects.filter(pk=programme.pk).update(state=Programme.State.DRAFT)
    programme.refresh_from_db()
    with pytest.raises(Refused, match="còn đang rà soát"):
        small_amendment(programme)
