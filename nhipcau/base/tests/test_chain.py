"""The chain of an append-only table: whoever changes a row behind the triggers is found."""

from threading import Barrier, Thread
from uuid import UUID

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from nhipcau.base import audit
from nhipcau.base.append_only import breaks
from nhipcau.base.models import AuditEvent, JobProgress

from .rows import undone, unguarded

pytestmark = pytest.mark.django_db


def write_events(count: int) -> list[AuditEvent]:
    job = JobProgress.objects.create(label="Kiểm tra")
    with transaction.atomic():
        return [
            audit.record("base.tried", by=None, target=job, note=f"lần {number}")
            for number in range(1, count + 1)
        ]


def broken() -> list[int]:
    last = AuditEvent.objects.order_by("-position").values_list("position", flat=True).first()
    return breaks(AuditEvent, after=0, upto=last or 0)


def tamper(statement: str, *given: str | UUID) -> None:
    with unguarded("base_auditevent", "base_audittext"), connection.cursor() as cursor:
        cursor.execute(statement, given)


def test_a_saved_row_knows_its_place_and_the_row_before() -> None:
    first, second = write_events(2)
    assert (first.position, second.position) == (1, 2)
    assert first.previous_hash == ""
    assert second.previous_hash == first.row_hash
    assert len(second.row_hash) == 64


def test_an_untouched_table_holds() -> None:
    write_events(5)
    assert broken() == []


@pytest.mark.parametrize(
    "change",
    [
        "verb = 'base.other'",
        "actor = '00000000-0000-0000-0000-000000000001'",
        "recorded_at = recorded_at + interval '1 microsecond'",
        "target_kind = ''",
        "text_hash = repeat('0', 64)",
    ],
)
def test_a_changed_column_is_found_at_its_row(change: str) -> None:
    write_events(5)
    tamper(f"UPDATE base_auditevent SET {change} WHERE position = 3")
    assert broken() == [3]


def test_a_change_that_brings_its_own_hash_breaks_the_next_link() -> None:
    write_events(5)
    tamper(
        "UPDATE base_auditevent SET verb = 'base.other', row_hash = nhipcau_hash_row("
        'to_jsonb(base_auditevent) || \'{"verb": "base.other"}\', %s, previous_hash) '
        "WHERE position = 3",
        "{" + ",".join(AuditEvent.CHAINED) + "}",
    )
    assert broken() == [4]


def test_a_row_taken_out_of_the_middle_leaves_a_gap() -> None:
    write_events(5)
    tamper(
        "DELETE FROM base_audittext WHERE row_id = "
        "(SELECT uuid FROM base_auditevent WHERE position = 3)"
    )
    assert broken() == [3]
    tamper("DELETE FROM base_auditevent WHERE position = 3")
    assert broken() == [4]


def test_the_first_row_cannot_be_taken_away_either() -> None:
    first, *_ = write_events(3)
    tamper("DELETE FROM base_audittext WHERE row_id = %s", first.uuid)
    tamper("DELETE FROM base_auditevent WHERE position = 1")
    assert broken() == [2]


def test_two_rows_that_change_places_are_found() -> None:
    write_events(4)
    tamper("UPDATE base_auditevent SET position = -position WHERE position IN (2, 3)")
    tamper("UPDATE base_auditevent SET position = 5 + position WHERE position < 0")
    assert broken() == [2, 3, 4]


def test_changed_words_are_found_at_their_head() -> None:
    _, second, _ = write_events(3)
    tamper("UPDATE base_audittext SET text = text || ' ' WHERE row_id = %s", second.uuid)
    assert broken() == [2]


def test_words_emptied_without_a_redaction_are_found() -> None:
    _, second, _ = write_events(3)
    tamper("UPDATE base_audittext SET text = NULL, salt = NULL WHERE row_id = %s", second.uuid)
    assert broken() == [2]


def test_rows_are_asked_for_in_pieces() -> None:
    write_events(5)
    tamper("UPDATE base_auditevent SET verb = 'x' WHERE position IN (2, 4)")
    assert breaks(AuditEvent, after=0, upto=3) == [2]
    assert breaks(AuditEvent, after=3, upto=5) == [4]


def test_the_hash_does_not_depend_on_settings_of_the_session() -> None:
    write_events(2)
    with undone(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL timezone TO 'Asia/Tokyo'; SET LOCAL datestyle TO 'German'")
        assert broken() == []
        write_events(1)
        cursor.execute("SET LOCAL timezone TO 'UTC'; SET LOCAL datestyle TO 'ISO'")
        assert broken() == []


class NoValuePassesForAnother(TestCase):
    """Two different contents never give one text to hash, whatever stands in them."""

    @settings(max_examples=60)
    @given(st.lists(st.text("a=-,\x1f\"'[]\\", max_size=4) | st.none(), min_size=4, max_size=4))
    def test_moving_text_between_columns_changes_the_hash(self, values: list[str | None]) -> None:
        a, b, c, d = values
        if (a, b) == (c, d):
            return
        assert hash_of(a, b) != hash_of(c, d)


def hash_of(a: str | None, b: str | None) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nhipcau_hash_row(jsonb_build_object('a', %s::text, 'b', %s::text), "
            "'{a,b}', '')",
            [a, b],
        )
        return str(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_leave_no_gap_and_no_fork() -> None:
    job = JobProgress.objects.create(label="Kiểm tra")
    start, writers, each = Barrier(4), 4, 10

    def work() -> None:
        start.wait()
        for number in range(each):
            with transaction.atomic():
                audit.record("base.tried", by=None, target=job)
                if number % 3 == 0:
                    audit.record("base.tried_again", by=None, target=job)
                if number % 4 == 0:
                    transaction.set_rollback(True)
        connection.close()

    threads = [Thread(target=work) for _ in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    kept = sum(1 + (number % 3 == 0) for number in range(each) if number % 4)
    positions = list(AuditEvent.objects.order_by("position").values_list("position", flat=True))
    assert positions == list(range(1, writers * kept + 1))
    assert broken() == []
