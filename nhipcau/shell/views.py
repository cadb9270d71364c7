"""Pages of the shell itself: the background jobs, and the sheet that shows every component."""

from typing import cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.base import jobs
from nhipcau.base.audit import Actor
from nhipcau.base.models import JobProgress

from .access import is_partial, requires


@requires("shell.jobs")
def job_list(request: HttpRequest) -> HttpResponse:
    """Background jobs, newest first; the same partial renews itself while one is running."""
    page = Paginator(JobProgress.objects.newest_first(), 25).get_page(request.GET.get("trang"))
    running = any(not job.is_finished for job in page)
    name = "shell/_job_table.html" if is_partial(request) else "shell/job_list.html"
    return render(request, name, {"page": page, "running": running})


@require_POST
@requires("shell.jobs")
def start_verification(request: HttpRequest) -> HttpResponse:
    """Start the job that goes through every append-only table."""
    by = cast(Actor, request.user)  # let in by `requires`
    jobs.start(jobs.verify_chains, label=_("Kiểm tra tính toàn vẹn của nhật ký"), by=by)
    return redirect("shell:jobs")


def style_sheet(request: HttpRequest) -> HttpResponse:
    """Every component once, with invented content, for those who build pages."""
    return render(request, "shell/style_sheet.html")
