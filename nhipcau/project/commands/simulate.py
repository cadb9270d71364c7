"""Makes a national year that never was, to try the platform under load; all of it marked so."""

import argparse

from nhipcau.project.environment import with_django
from nhipcau.project.failure import NotDone
from nhipcau.project.serving import steps


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=int, default=2025, metavar="NĂM", help="mặc định 2025")
    parser.add_argument(
        "--provinces", type=int, default=63, metavar="SỐ", help="số tỉnh, mặc định 63"
    )
    parser.add_argument(
        "--communes", type=int, default=500, metavar="SỐ", help="số xã, mặc định 500"
    )
    parser.add_argument(
        "--evidence", type=int, default=200_000, metavar="SỐ", help="số minh chứng, mặc định 200000"
    )


def run(options: argparse.Namespace) -> int:
    """All of the year or nothing; refused where people's own work is held."""
    with with_django():
        from nhipcau.project.simulation import NotHere, Size, simulate
        from nhipcau.project.simulation.year import settle

        steps.migrate()
        size = Size(options.year, options.provinces, options.communes, options.evidence)
        try:
            simulate(size)
        except NotHere as refusal:
            raise NotDone(
                "Mô phỏng", str(refusal), "dùng một thư mục dữ liệu riêng (NHIPCAU_HOME)"
            ) from refusal
        settle()
    return 0
