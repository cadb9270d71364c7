"""Background work of the shell: the index of search, written anew."""

from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from nhipcau.base.jobs import reporting

from .search.index import rebuild


@app.task(name="shell.reindex", pass_context=False)
def reindex(progress: str) -> None:
    """Write the index anew, and say how many objects it holds."""
    with reporting(progress) as report:
        total = rebuild(report.step)
        report.result = _("Đã lập lại chỉ mục tìm kiếm cho %(total)s mục.") % {"total": total}
