"""Says what is there, what is absent and what to do; succeeds when nothing required is missing."""

import argparse

from nhipcau.project.health import State, every_row
from nhipcau.project.home import locate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options: everything is always looked at."""


def run(options: argparse.Namespace) -> int:
    """Print a row for everything; 1 when something required is missing."""
    missing = 0
    for row in every_row(locate()):
        print(row, flush=True)
        missing += row.state is State.MISSING
    if missing:
        print(f"Còn {missing} điều cần xử lý trước khi chạy.")
        return 1
    print("Đủ để chạy.")
    return 0
