"""What the work does by itself: the summary of each working morning."""

from procrastinate.contrib.django import app

from . import digests


@app.periodic(cron="0 0 * * 1-5")  # 07:00 in Việt Nam
@app.task(name="work.send_digests", queueing_lock="work.send_digests")
def send_digests(timestamp: int) -> None:
    """Send the summaries that people asked for."""
    digests.today()
