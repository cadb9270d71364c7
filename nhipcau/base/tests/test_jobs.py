"""Jobs run by a real worker on the real queue, with the progress that a person sees."""

import logging
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.tasks import Task

from nhipcau.base import audit, clock, jobs
from nhipcau.base.models import JobProgress

from .people import Person
from .rows import unguarded

pytestmark = pytest.mark.django_db(transaction=True)

QUEUE_TABLES = (
    "procrastinate_events, procrastinate_periodic_defers, procrastinate_jobs, procrastinate_workers"
)


@pytest.fixture(autouse=True)
def queue_of_its_own(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Django does not flush tables that it does not manage; threads end with their worker."""
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", 0)
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {QUEUE_TABLES}")


@pytest.fixture
def fails() -> Iterator["Task[..., None, ...]"]:
    """A task that never ends well, known to the queue for one test."""

    @app.task(name="base.tests.fails")
    def fail(progress: str) -> None:
        with jobs.reporting(progress) as report:
            report.step(1, 4)
            raise ZeroDivisionError("a secret of the inside")

    yield fail
    del app.tasks["base.tests.fails"]


def work() -> None:
    """One worker, until the queue is empty."""
    assert isinstance(app.connector, DjangoConnector)
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)


def write_events(count: int) -> None:
    job = JobProgress.objects.create(label="Kiểm tra")
    with transaction.atomic():
        for _ in range(count):
            audit.record("base.tried", by=None, target=job)


def status_in_queue() -> str:
    by_the_clock = {each.task.name for each in app.periodic_registry.periodic_tasks.values()}
    return str(ProcrastinateJob.objects.exclude(task_name__in=by_the_clock).get().status)


def verify() -> JobProgress:
    progress = jobs.start(jobs.verify_chains, label="Kiểm tra tính toàn vẹn", by=None)
    work()
    progress.refresh_from_db()
    return progress


def test_a_job_waits_with_the_name_of_who_asked_for_it() -> None:
    officer = Person()
    progress = jobs.start(jobs.verify_chains, label="Kiểm tra", by=officer)
    assert (progress.state, progress.started_by) == (JobProgress.State.WAITING, officer.uuid)
    assert (progress.percent, progress.is_finished) == (None, False)
    assert status_in_queue() == "todo"


def test_a_job_that_is_taken_back_was_never_queued() -> None:
    with transaction.atomic():
        jobs.start(jobs.verify_chains, label="Kiểm tra", by=None)
        transaction.set_rollback(True)
    assert not ProcrastinateJob.objects.exists()
    assert not JobProgress.objects.exists()


def test_a_worker_goes_through_the_chains_and_says_that_they_hold() -> None:
    write_events(3)
    progress = verify()
    assert (progress.state, progress.percent) == (JobProgress.State.DONE, 100)
    assert progress.note == "3 dòng, chuỗi nguyên vẹn."
    assert progress.finished_at is not None
    assert status_in_queue() == "succeeded"


def test_an_empty_platform_holds_too() -> None:
    progress = verify()
    assert progress.state == JobProgress.State.DONE
    assert progress.note == "0 dòng, chuỗi nguyên vẹn."


def test_a_worker_names_the_place_that_was_tampered_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "BATCH", 2)
    write_events(5)
    with unguarded("base_auditevent"):
        connection.cursor().execute("UPDATE base_auditevent SET verb = 'x' WHERE position = 4")
    progress = verify()
    assert progress.state == JobProgress.State.DONE
    assert progress.note == "5 dòng, 1 chỗ không khớp: nhật ký 4."


def test_a_failed_job_ends_with_a_sentence_and_no_insides(
    fails: "Task[..., None, ...]", caplog: pytest.LogCaptureFixture
) -> None:
    progress = jobs.start(fails, label="Kiểm tra", by=None)
    with caplog.at_level(logging.CRITICAL, "procrastinate"):
        work()
    progress.refresh_from_db()
    assert progress.state == JobProgress.State.FAILED
    assert progress.is_finished
    assert progress.percent == 25
    assert progress.note == (
        "Việc này chưa hoàn thành do lỗi hệ thống. Đề nghị báo quản trị hệ thống."
    )
    assert status_in_queue() == "failed"


def test_the_job_of_a_worker_that_died_is_done_by_another() -> None:
    progress = jobs.start(jobs.verify_chains, label="Kiểm tra", by=None)
    die_holding_a_job()
    assert status_in_queue() == "doing"
    work()
    assert status_in_queue() == "doing", "the worker may still be alive: it is left alone"

    silent_for(jobs.STALLED_AFTER + 1)
    with suppress(AlreadyEnqueued):  # by the worker above, which looks once a minute
        app.configure_task("base.retry_stalled").defer(timestamp=0)
    work()
    progress.refresh_from_db()
    assert status_in_queue() == "succeeded"
    assert progress.state == JobProgress.State.DONE


def die_holding_a_job() -> None:
    """What a worker leaves behind that registered, took a job, and was killed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT worker_id FROM procrastinate_register_worker_v1()")
        (worker,) = cursor.fetchone()
        cursor.execute("SELECT id FROM procrastinate_fetch_job_v2(NULL, %s)", [worker])


def silent_for(seconds: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_workers SET last_heartbeat = %s",
            [clock.now() - timedelta(seconds=seconds)],
        )
