"""Every night the files whose time has run out go."""

from procrastinate.contrib.django import app

from nhipcau.base import clock

from .actions import discard_expired


@app.periodic(cron="0 19 * * *")  # 02:00 in Việt Nam
@app.task(name="evidence.discard_expired", queueing_lock="evidence.discard_expired")
def discard_expired_files(timestamp: int) -> None:
    """Remove what was to be kept until yesterday or before."""
    discard_expired(on=clock.today(), by=None)
