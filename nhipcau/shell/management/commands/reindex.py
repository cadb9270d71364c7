"""`nhipcau manage reindex`: the index of search anew, here and now, with progress for all to see."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from nhipcau.base.models import JobProgress
from nhipcau.shell.jobs import reindex


class Command(BaseCommand):
    help = "Lập lại chỉ mục tìm kiếm; người dùng vẫn tìm được trong khi chạy."

    def handle(self, *args: Any, **options: Any) -> None:
        progress = JobProgress.objects.create(label=_("Lập lại chỉ mục tìm kiếm"))
        reindex(progress=str(progress.uuid))
        progress.refresh_from_db()
        self.stdout.write(progress.note)
