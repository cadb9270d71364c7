"""Restores an archive made by `nhipcau backup`; what was there before is kept aside."""

import argparse
import os
from pathlib import Path

from nhipcau.project.archive.restore import TASK, Restored, restore
from nhipcau.project.database import locks
from nhipcau.project.environment import with_django
from nhipcau.project.failure import NotDone
from nhipcau.project.home import locate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="tệp do «nhipcau backup» tạo")


def run(options: argparse.Namespace) -> int:
    """Restore while nothing is served; say what came back and where the former state is."""
    if not options.file.is_file():
        raise NotDone(TASK, f"không có tệp {options.file}", "kiểm tra lại đường dẫn của tệp")
    home = locate()
    home.prepare()
    with locks.if_free(home.run / "up.lock") as alone:
        if not alone:
            raise NotDone(TASK, "Nhịp Cầu của thư mục này đang chạy", "dừng «nhipcau up» trước")
        with with_django() as home:
            done = restore(home, os.environ["DATABASE_URL"], options.file, _known())
    _report(done)
    return 0


def _known() -> set[str]:
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(None)
    return {f"{app}.{name}" for app, name in loader.disk_migrations or {}}


def _report(done: Restored) -> None:
    made = done.manifest
    print(f"Đã khôi phục bản sao lưu lúc {made.made_at}: cơ sở dữ liệu và {_files(done)} tệp.")
    if done.old_database:
        print(f"Cơ sở dữ liệu trước khi khôi phục được giữ với tên {done.old_database}.")
    if done.old_files:
        print(f"Tệp trước khi khôi phục được giữ tại {done.old_files}.")
    print("Đề nghị chạy «nhipcau up» để cập nhật cấu trúc dữ liệu và phục vụ trở lại.")


def _files(done: Restored) -> int:
    return len(done.manifest.parts) - 1
