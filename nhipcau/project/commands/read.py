"""Reads one document and shows what was understood; stores nothing."""

import argparse
import sys
from pathlib import Path

from nhipcau.project.failure import NotDone

REFUSED = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="văn bản cần đọc")
    parser.add_argument(
        "--format", choices=["tree", "json"], default="tree", help="cây để xem, hoặc JSON"
    )


def run(options: argparse.Namespace) -> int:
    """Print the document's structure; a refused file is its sentence and exit code 2."""
    from nhipcau.reader import Refused, read_file, render

    if not options.file.is_file():
        raise NotDone(
            "Đọc văn bản", f"không có tệp {options.file}", "kiểm tra lại đường dẫn của tệp"
        )
    try:
        print(render(read_file(options.file), options.format))
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    return 0
