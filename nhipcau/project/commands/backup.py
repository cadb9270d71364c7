"""Backs up the database and the files into one archive; the pages may go on being served."""

import argparse
import os
from pathlib import Path

from nhipcau.project.archive import backup
from nhipcau.project.environment import opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="TỆP",
        type=Path,
        nargs="?",
        help="tệp .tar.gz sẽ tạo; không ghi thì đặt trong thư mục dữ liệu, mục backups",
    )


def run(options: argparse.Namespace) -> int:
    """Make the archive and say where it is."""
    with opened() as home:
        made = backup.make(home, os.environ["DATABASE_URL"], options.file)
    size = f"{made.stat().st_size / 1024**2:.1f}".replace(".", ",")
    print(f"Đã sao lưu cơ sở dữ liệu và tệp: {made} ({size} MB).")
    print("Đề nghị giữ tệp này ở máy khác; ai có tệp này thì đọc được mọi dữ liệu.")
    return 0
