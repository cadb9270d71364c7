"""A write and the event that tells of it are one transaction."""

import json
from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from nhipcau.base import audit
from nhipcau.base.models import AuditEvent, AuditText, JobProgress

from .people import Person


@pytest.mark.django_db
def test_an_event_says_who_did_what_to_which_object_from_what_to_what() -> None:
    officer, unit = Person(), Person()
    with transaction.atomic():
        job = JobProgress.objects.create(label="Kiểm tra")
        event = audit.record(
            "base.tried",
            by=officer,
            acting_for=unit,
            target=job,
            changes={"label": (None, "Kiểm tra")},
            note="lần đầu",
        )
    assert (event.actor, event.acting_for) == (officer.uuid, unit.uuid)
    assert (event.target_kind, event.target) == ("base.jobprogress", job.uuid)
    words = json.loads(str(AuditText.objects.get(row=event).text))
    assert words == {"changes": {"label": [None, "Kiểm tra"]}, "note": "lần đầu"}


@pytest.mark.django_db
def test_what_the_platform_does_by_itself_has_no_person() -> None:
    with transaction.atomic():
        job = JobProgress.objects.create(label="Kiểm tra")
        assert audit.record("base.tried", by=None, target=job).actor is None


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_an_error() -> None:
    job = JobProgress.objects.create(label="Kiểm tra")
    with pytest.raises(RuntimeError, match="in the transaction of what it records"):
        audit.record("base.tried", by=None, target=job)
    assert not AuditEvent.objects.exists()


@transaction.atomic
def create_noted_job(then: Callable[[JobProgress], object]) -> None:
    """An action as every module writes one, and what befalls it before it ends."""
    job = JobProgress.objects.create(label="Kiểm tra")
    audit.record("base.tried", by=None, target=job)
    then(job)


@pytest.mark.django_db(transaction=True)
def test_a_write_whose_event_fails_did_not_happen() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE base_auditevent ADD CONSTRAINT no_more CHECK (verb <> 'base.tried')"
        )
        with pytest.raises(IntegrityError, match="no_more"):
            create_noted_job(lambda job: None)
        cursor.execute("ALTER TABLE base_auditevent DROP CONSTRAINT no_more")
    assert not JobProgress.objects.exists()
    assert not AuditEvent.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_event_whose_write_fails_was_never_noted() -> None:
    with pytest.raises(IntegrityError, match="uuid"):
        create_noted_job(lambda job: JobProgress.objects.create(label="Lần hai", uuid=job.uuid))
    assert not AuditEvent.objects.exists()
    assert not AuditText.objects.exists()
