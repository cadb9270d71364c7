"""Every night the reports that are owed are made, so that they are there before anyone opens them."""

from procrastinate.contrib.django import app

from nhipcau.base import clock

from .opening import open_due


@app.periodic(cron="30 1 * * *")
@app.task(name="reports.open_due", queueing_lock="reports.open_due", pass_context=False)
def open_due_reports(timestamp: int) -> None:
    """Make what is owed today."""
    open_due(on=clock.today())
