"""The command line's own words: argparse speaks English, people here do not."""

import argparse
from typing import NoReturn

WORDS = {
    "usage: ": "cách dùng: ",
    "positional arguments": "tham số",
    "options": "tùy chọn",
    "show this help message and exit": "hiện phần hướng dẫn này",
    "the following arguments are required: %s": "còn thiếu %s",
    "unrecognized arguments: %s": "không có tùy chọn %s",
    "expected one argument": "cần một giá trị",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": ("không có %(value)r (có: %(choices)s)"),
    "invalid %(type)s value: %(value)r": "%(value)r không đúng kiểu",
    "ignored explicit argument %r": "không nhận giá trị %r",
}

# The only way in: argparse looks its words up by this name in its own module.
setattr(argparse, "_", lambda english: WORDS.get(english, english))  # noqa: B010


class Parser(argparse.ArgumentParser):
    """A parser whose mistakes are told like every other failure."""

    def error(self, message: str) -> NoReturn:
        self.exit(
            2,
            f"Đọc lệnh chưa thực hiện được: {message}. Đề nghị xem «{self.prog} --help».\n",
        )
