"""What the law orders destroyed can go, by one door, and leaves the chain whole."""

import pytest
from django.db import IntegrityError, connection, transaction

from nhipcau.base import audit
from nhipcau.base.append_only import breaks, hash_of, write
from nhipcau.base.models import AuditEvent, AuditText, JobProgress, Redaction, RedactionText
from nhipcau.base.redaction import redact

from .people import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def event() -> AuditEvent:
    job = JobProgress.objects.create(label="Kiểm tra")
    with transaction.atomic():
        return audit.record("base.tried", by=None, target=job, note="nội dung dán nhầm")


def redact_event(event: AuditEvent, by: Person | None = None) -> Redaction:
    return redact(
        event,
        AuditText,
        ground=Redaction.Ground.SECRET,
        reason="Dán nhầm, đã báo cáo riêng theo quy định.",
        by=by,
    )


def test_the_words_and_their_salt_are_gone(event: AuditEvent) -> None:
    redact_event(event)
    words = AuditText.objects.get(row=event)
    assert (words.text, words.salt) == (None, None)


def test_the_head_stays_as_it_was_and_the_chain_holds(event: AuditEvent) -> None:
    before = AuditEvent.objects.filter(pk=event.pk).values().get()
    redact_event(event)
    assert AuditEvent.objects.filter(pk=event.pk).values().get() == before
    assert breaks(AuditEvent, after=0, upto=2) == []
    assert breaks(Redaction, after=0, upto=1) == []


def test_who_did_it_and_on_what_ground_is_written_down(event: AuditEvent) -> None:
    clerk = Person()
    redaction = redact_event(event, by=clerk)
    assert (redaction.table_name, redaction.row) == ("base_auditevent", event.uuid)
    assert (redaction.ground, redaction.actor) == ("secret", clerk.uuid)
    noted = AuditEvent.objects.get(verb="base.redacted")
    assert (noted.target, noted.actor) == (event.uuid, clerk.uuid)


def test_a_second_redaction_of_one_row_is_refused(event: AuditEvent) -> None:
    redact_event(event)
    with pytest.raises(IntegrityError, match="row"), transaction.atomic():
        redact_event(event)
    assert Redaction.objects.count() == 1
    assert AuditEvent.objects.filter(verb="base.redacted").count() == 1


def test_words_are_not_emptied_without_a_redaction(event: AuditEvent) -> None:
    with pytest.raises(IntegrityError, match="UPDATE refused"), transaction.atomic():
        AuditText.objects.filter(row=event).update(text=None, salt=None)
    assert "dán nhầm" in str(AuditText.objects.get(row=event).text)


def test_a_redaction_of_one_row_does_not_open_another(event: AuditEvent) -> None:
    with transaction.atomic():
        other = audit.record("base.tried", by=None, target=event)
    redact_event(event)
    with pytest.raises(IntegrityError, match="UPDATE refused"), transaction.atomic():
        AuditText.objects.filter(row=other).update(text=None, salt=None)


@pytest.mark.parametrize(
    "change",
    [
        "text = 'khác'",
        "text = ''",
        "text = NULL",
        "salt = NULL",
        "text = NULL, salt = NULL, row_id = gen_random_uuid()",
    ],
)
def test_beside_a_redaction_words_can_be_emptied_and_nothing_else(
    event: AuditEvent, change: str
) -> None:
    """The redaction is there and the words still are: only both NULL may be written."""
    with transaction.atomic():
        redaction = Redaction(table_name="base_auditevent", row=event.uuid, ground="court")
        write(redaction, RedactionText, "Bản án")
    with pytest.raises(IntegrityError, match="UPDATE refused"), transaction.atomic():
        connection.cursor().execute(f"UPDATE base_audittext SET {change}")


def test_emptied_words_cannot_be_filled_again(event: AuditEvent) -> None:
    redact_event(event)
    with pytest.raises(IntegrityError, match="UPDATE refused"), transaction.atomic():
        AuditText.objects.filter(row=event).update(text="khác", salt="00")


def test_the_hash_of_the_head_is_that_of_the_salted_words(event: AuditEvent) -> None:
    words = AuditText.objects.get(row=event)
    assert words.text is not None
    assert words.salt is not None
    assert event.text_hash == hash_of(words.salt, words.text)
