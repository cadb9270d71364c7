"""Background work with progress that a person can watch."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models, transaction
from django.utils.translation import gettext as _
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.tasks import Task

from . import clock, doomed_files, held
from .append_only import AppendOnly, breaks
from .audit import Actor
from .models import JobProgress

STALLED_AFTER = 30  # seconds without a sign of life from its worker
BATCH = 1_000  # rows between two reports of progress


@transaction.atomic
def start(task: Task[Any, Any, Any], *, label: str, by: Actor | None, **given: Any) -> JobProgress:
    """Queue a task with a progress row that it finds as `progress`; all or nothing."""
    progress = JobProgress.objects.create(label=label, started_by=by.uuid if by else None)
    task.defer(progress=str(progress.uuid), **given)
    return progress


class Report:
    """What a running job says of itself: how far it is, and at the end its result."""

    def __init__(self, rows: models.QuerySet[JobProgress]) -> None:
        self._rows = rows
        self.result = ""

    def step(self, done: int, total: int) -> None:
        """Say how far the job has come; the person who waits sees it at once."""
        self._rows.update(done=done, total=total)

    def _started(self) -> None:
        # Also after a worker that died: what it had said counts no longer.
        self._rows.update(state=JobProgress.State.RUNNING, done=0, note="", finished_at=None)

    def _ended(self, state: JobProgress.State, note: str) -> None:
        self._rows.update(state=state, note=note, finished_at=clock.now())


@contextmanager
def reporting(progress: str) -> Iterator[Report]:
    """Mark a job running, hand out its report, and mark how it ended.

    A failure is kept as a sentence on the row and raised again, so that the queue knows it too.
    """
    report = Report(JobProgress.objects.filter(uuid=UUID(progress)))
    report._started()
    try:
        yield report
    except Exception:
        sentence = _("Việc này chưa hoàn thành do lỗi hệ thống. Đề nghị báo quản trị hệ thống.")
        report._ended(JobProgress.State.FAILED, sentence)
        raise
    report._ended(JobProgress.State.DONE, report.result)


@app.task(name="base.verify_chains", pass_context=False)
def verify_chains(progress: str) -> None:
    """Go through every append-only table and say where the chain does not hold."""
    with reporting(progress) as report:
        tables = [model for model in apps.get_models() if issubclass(model, AppendOnly)]
        upto = {model: _last_position(model) for model in tables}
        total, done, broken = sum(upto.values()), 0, []
        for model in tables:
            for low in range(0, upto[model], BATCH):
                high = min(low + BATCH, upto[model])
                found = breaks(model, after=low, upto=high)
                broken += [f"{model._meta.verbose_name} {position}" for position in found]
                done += high - low
                report.step(done, total)
        report.result = _verdict(total, broken)


def _last_position(model: type[AppendOnly]) -> int:
    return (
        model._default_manager.order_by("-position").values_list("position", flat=True).first() or 0
    )


def _verdict(total: int, broken: list[str]) -> str:
    if not broken:
        return _("%(total)s dòng, chuỗi nguyên vẹn.") % {"total": total}
    return _("%(total)s dòng, %(count)s chỗ không khớp: %(places)s.") % {
        "total": total,
        "count": len(broken),
        "places": ", ".join(broken[:10]),
    }


@app.periodic(cron="* * * * *")
@app.task(name="base.retry_stalled", queueing_lock="base.retry_stalled", pass_context=True)
async def retry_stalled(context: JobContext, timestamp: int) -> None:
    """Hand jobs of a worker that died to another one."""
    manager = app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER):
        await manager.retry_job(job)


@app.periodic(cron="* * * * *")
@app.task(name="base.unlink_doomed", queueing_lock="base.unlink_doomed", pass_context=False)
def unlink_doomed(timestamp: int) -> None:
    """Unlink files whose destruction is committed and that a crash or a full disk left behind."""
    doomed_files.sweep()


@app.periodic(cron="0 18 * * *")  # 01:00 in Việt Nam
@app.task(name="base.settle_changes", queueing_lock="base.settle_changes", pass_context=False)
def settle_changes(timestamp: int) -> None:
    """Keep few notes of changes: every page counts them."""
    held.settle()
