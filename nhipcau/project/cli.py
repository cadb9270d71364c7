"""The one command line, `nhipcau`: everything from a first start to a recovery."""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from types import ModuleType

from nhipcau.project.failure import NotDone
from nhipcau.project.parser import Parser

# Each names a file in `commands/`, imported only when asked for: starting must be quick.
COMMANDS = {
    "up": "chạy Nhịp Cầu và in địa chỉ",
    "read": "đọc một văn bản, in cấu trúc của nó",
    "load": "nạp cơ quan và chương trình phối hợp từ tệp",
    "simulate": "dựng một năm mô phỏng cấp quốc gia để thử tải",
    "check": "xem thành phần nào đủ, thiếu, cũ",
    "backup": "sao lưu cơ sở dữ liệu và tệp vào một tệp",
    "restore": "khôi phục từ một tệp sao lưu",
    "manage": "các lệnh quản trị của Django",
}
DESCRIPTION = (
    "Nhịp Cầu: từ văn bản chương trình phối hợp đã ký đến việc được giao, được làm, được báo cáo."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and answer its exit code; a foreseeable failure is one sentence."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    return _guarded(partial(_carry_out, given))


def _carry_out(given: Sequence[str]) -> int:
    # Django reads its own arguments, `--help` included.
    if given[:1] == ["manage"]:
        return int(_command("manage").run(argparse.Namespace(arguments=given[1:])))
    options = _parser(given).parse_args(given)
    return int(_command(options.command).run(options))


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = Parser(prog="nhipcau", description=DESCRIPTION, allow_abbrev=False)
    places = parser.add_subparsers(
        title="các lệnh", dest="command", required=True, metavar="LỆNH", parser_class=Parser
    )
    for name, purpose in COMMANDS.items():
        place = places.add_parser(name, help=purpose, description=_sentence(purpose))
        if name in given[:1]:
            _command(name).add_arguments(place)
    return parser


def _sentence(purpose: str) -> str:
    return f"{purpose[0].upper()}{purpose[1:]}."


def _command(name: str) -> ModuleType:
    return import_module(f"nhipcau.project.commands.{name}")


def _guarded(carry_out: Callable[[], int]) -> int:
    try:
        return carry_out()
    except NotDone as failure:
        print(failure, file=sys.stderr)
        return 1
    except ModuleNotFoundError as error:
        # New code over old libraries is an everyday slip; a hole in our own tree is not.
        if (error.name or "").startswith("nhipcau"):
            raise
        print(_lacking(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nĐã dừng theo yêu cầu.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output (head, less) has left.
        sys.stderr.close()
        return 141


def _lacking(error: ModuleNotFoundError) -> NotDone:
    cause = f"thiếu thư viện {error.name}, mã nguồn mới hơn môi trường .venv"
    return NotDone("Khởi động", cause, "chạy «make setup»")


if __name__ == "__main__":
    sys.exit(main())
