"""Reads one document and shows what was understood; stores nothing."""

import argparse
import sys
from pathlib import Path

from nhipcau.project.failure import NotDone

REFUSED = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="văn bản cần đọc")
    parser.add_argument(
        "--format",
        choices=["tree", "json", "akn", "csv"],
        default="tree",
        help="cây để xem; JSON; Akoma Ntoso 3.0 (XML); CSV",
    )


def run(options: argparse.Namespace) -> int:
    """Print the document's structure; a refused file is its sentence and exit code 2."""
    from nhipcau.reader import Refused, read_file, render
    from nhipcau.standards import akn

    if not options.file.is_file():
        raise NotDone(
            "Đọc văn bản", f"không có tệp {options.file}", "kiểm tra lại đường dẫn của tệp"
        )
    try:
        document = read_file(options.file)
        is_akn = options.format == "akn"
        print(akn.write(document) if is_akn else render(document, options.format))
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    return 0
