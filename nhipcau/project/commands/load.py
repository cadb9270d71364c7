"""Loads agencies and programmes: the project's own data, or one text that was signed."""

import argparse
import sys
from pathlib import Path

from nhipcau.project.environment import with_django
from nhipcau.project.failure import NotDone
from nhipcau.project.serving import steps

REFUSED = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="TỆP",
        type=Path,
        nargs="?",
        help="văn bản chương trình đã ký; không ghi thì nạp mọi thứ trong thư mục data",
    )
    parser.add_argument(
        "--review", metavar="TỆP", type=Path, help="tệp ghi nội dung nào đã có người xác nhận"
    )


def run(options: argparse.Namespace) -> int:
    """Load all or nothing of a file; a refused one is its sentence and exit code 2."""
    for file in (options.file, options.review):
        if file and not file.is_file():
            raise NotDone("Nạp", f"không có tệp {file}", "kiểm tra lại đường dẫn của tệp")
    with with_django():
        from nhipcau import reader
        from nhipcau.ledger.obligations.review import BadReview
        from nhipcau.ledger.programmes.actions import NotEntered
        from nhipcau.project import loading

        steps.migrate()
        try:
            if options.file:
                loading.load_programme(options.file, review_file=options.review)
            else:
                loading.load()
        except (reader.Refused, NotEntered, BadReview) as refusal:
            print(refusal, file=sys.stderr)
            return REFUSED
    return 0
