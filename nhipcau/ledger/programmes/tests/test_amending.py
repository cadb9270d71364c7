"""An amendment is a document of its own: typed in, recorded as issued, agreed by both sides."""

import datetime
import json
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency, Succession
from nhipcau.agencies.roles import Role
from nhipcau.base import clock
from nhipcau.base.models import AuditEvent
from nhipcau.ledger.programmes import agreeing, amending, standings
from nhipcau.ledger.programmes import amendment_policies as policies
from nhipcau.ledger.programmes.amending import Said
from nhipcau.ledger.programmes.amendment_policies import Refused, Stale
from nhipcau.ledger.programmes.consolidated import as_of, ended_places
from nhipcau.ledger.programmes.consolidation import Act
from nhipcau.ledger.programmes.models import (
    Amendment,
    AmendmentConsent,
    Citation,
    Party,
    PartyActor,
    Programme,
    Provision,
    Standing,
)
from nhipcau.ledger.programmes.sides import sides_of
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


PARTIES = [Party(pk=1, name_as_signed="Bên A"), Party(pk=2, name_as_signed="Bên B")]
ME, OTHER = uuid4(), uuid4()


@pytest.mark.parametrize(
    ("state", "sides", "given", "allowed"),
    [
        ("draft", [2], {}, False),
        ("draft", [2], {1: OTHER}, False),
        ("recorded", [], {1: OTHER}, False),
        ("recorded", [1], {1: OTHER}, False),
        ("recorded", [2], {1: OTHER}, True),
        ("recorded", [1, 2], {1: OTHER}, True),
        ("recorded", [2], {1: ME}, False),
        ("recorded", [1, 2], {1: ME}, False),
        ("agreed", [2], {1: OTHER}, False),
        ("agreed", [1, 2], {1: OTHER, 2: ME}, False),
    ],
)
def test_who_may_agree(
    state: str, sides: list[int], given: dict[int, UUID | None], allowed: bool
) -> None:
    amendment = Amendment(state=state)
    mine = [party for party in PARTIES if party.pk in sides]
    assert policies.can_agree(amendment, sides=mine, by=ME, given=given) is allowed
    if allowed:
        policies.check_can_agree(amendment, sides=mine, by=ME, given=given)
    else:
        with pytest.raises(Refused):
            policies.check_can_agree(amendment, sides=mine, by=ME, given=given)


@pytest.mark.parametrize(
    ("state", "sides", "reason", "allowed"),
    [
        ("recorded", [1], "Sai vị trí", True),
        ("recorded", [2], "Sai vị trí", True),
        ("recorded", [1], "  ", False),
        ("recorded", [], "Sai vị trí", False),
        ("draft", [1], "Sai vị trí", False),
        ("agreed", [1], "Sai vị trí", False),
    ],
)
def test_who_may_send_back(state: str, sides: list[int], reason: str, allowed: bool) -> None:
    amendment = Amendment(state=state)
    mine = [party for party in PARTIES if party.pk in sides]
    if allowed:
        policies.check_can_send_back(amendment, sides=mine, reason=reason)
    else:
        with pytest.raises(Refused):
            policies.check_can_send_back(amendment, sides=mine, reason=reason)


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


def test_whoever_took_over_speaks_for_the_party(programme: Programme) -> None:
    old, heir = Agency.objects.get(code="mic"), AgencyFactory.create(code="mcst")
    unit = AgencyFactory.create(code="mcst-ttdn", parent=heir)
    person = MembershipFactory.create(agency=unit, role=Role.FOCAL_POINT).user
    assert sides_of(person, programme, on=clock.today()) == []
    Succession.objects.create(
        kind="merge", old=old, new=heir, day=datetime.date(2025, 3, 1), source="ví dụ"
    )
    assert [side.agency for side in sides_of(person, programme, on=clock.today())] == [old]
    assert sides_of(person, programme, on=datetime.date(2025, 2, 28)) == []


def test_once_a_document_names_who_agrees_only_the_named_speak(programme: Programme) -> None:
    signatory = focal_point_of("mic")
    AgencyFactory.create(code="mcst")
    named = focal_point_of("mcst")
    party = programme.parties.get(agency__code="mic")
    PartyActor.objects.create(
        party=party,
        act=PartyActor.Act.CONSENT,
        agency=Agency.objects.get(code="mcst"),
        document="Công văn 01/VIDU ngày 05/01/2026 (ví dụ)",
        first_day=datetime.date(2026, 1, 5),
    )
    before, after = datetime.date(2026, 1, 4), datetime.date(2026, 1, 5)
    assert (sides_of(signatory, programme, on=before), sides_of(named, programme, on=before)) == (
        [party],
        [],
    )
    assert (sides_of(signatory, programme, on=after), sides_of(named, programme, on=after)) == (
        [],
        [party],
    )


def test_a_replacement_is_an_act_of_its_own(programme: Programme) -> None:
    newer = Programme.objects.create(slug="moi", number="02/VIDU", title="Chương trình mới (ví dụ)")
    day = datetime.date(2027, 1, 1)
    standings.stand(
        programme=programme,
        state=Standing.State.REPLACED,
        first_day=day,
        replaced_by=newer,
        ground="Chương trình số 02/VIDU (ví dụ)",
        by=None,
    )
    with time_machine.travel(day - datetime.timedelta(days=1)):
        assert programme.standing_today is None
    with time_machine.travel(day):
        assert str(programme.standing_today) == "Được thay thế bởi 02/VIDU"
    assert as_of(programme, day).amendments == ()


@pytest.mark.parametrize(
    ("state", "named", "allowed"),
    [
        (Standing.State.REPLACED, True, True),
        (Standing.State.REPLACED, False, False),
        (Standing.State.CONCLUDED, True, False),
        (Standing.State.CONCLUDED, False, True),
        (Standing.State.UNDER_REVIEW, False, True),
    ],
)
def test_only_a_replaced_programme_names_its_successor(
    programme: Programme, state: Standing.State, named: bool, allowed: bool
) -> None:
    newer = Programme.objects.create(slug="moi", number="02/VIDU", title="Chương trình mới (ví dụ)")

    def stand() -> Standing:
        return standings.stand(
            programme=programme,
            state=state,
            first_day=datetime.date(2027, 1, 1),
            replaced_by=newer if named else None,
            ground="Ví dụ",
            by=None,
        )

    if allowed:
        assert stand().state == state
        with pytest.raises(Refused, match="đã ghi một tình trạng khác"):
            stand()
    else:
        with pytest.raises(Refused, match="chương trình thay thế"):
            stand()
