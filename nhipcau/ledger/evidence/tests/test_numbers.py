"""Numbers as officials write them, in and out."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.ledger.evidence.models import Figure
from nhipcau.ledger.evidence.numbers import BadNumber, Written, parse, read, say, say_percent

Mark = Figure.Mark


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("1250", "1250"),
        ("1.250", "1250"),
        ("1 250", "1250"),
        ("1.250.000", "1250000"),
        ("12,5", "12.5"),
        ("0,125", "0.125"),
        ("1.250,375", "1250.375"),
        ("12,50", "12.5"),
        ("1234,567", "1234.567"),
    ],
)
def test_a_number_is_read_as_it_is_written_here(text: str, value: str) -> None:
    assert parse(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,250", "hai cách"),
        ("12,500", "12.500 hoặc 12,5000"),
        ("1.25", "dấu chấm ngăn hàng nghìn"),
        ("1,250,000", "dấu phẩy trước phần lẻ"),
        ("1.2500", "dấu chấm"),
        ("-5", "không ghi số âm"),
        ("năm trăm", "ghi số như 1.250"),
        ("12,5%", "không phải là %"),
        ("1,23456", "4 số lẻ"),
        ("1" * 30, "16 chữ số"),
    ],
)
def test_what_is_no_number_or_could_be_two_is_refused_with_a_sentence(
    text: str, words: str
) -> None:
    with pytest.raises(BadNumber, match=words):
        parse(text)


def test_a_percentage_is_taken_where_the_unit_is_one() -> None:
    assert parse("12,5 %", unit="%") == Decimal("12.5")
    assert say_percent(Decimal("98.46")) == "98,5%"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", None),
        ("0", Written(Mark.VALUE, Decimal(0))),
        ("–", Written(Mark.NONE_AROSE)),
        ("-", Written(Mark.NONE_AROSE)),
        ("Không phát sinh", Written(Mark.NONE_AROSE)),
        ("…", Written(Mark.UNKNOWN)),
        ("...", Written(Mark.UNKNOWN)),
        ("X", Written(Mark.NOT_APPLICABLE)),
        ("không áp dụng", Written(Mark.NOT_APPLICABLE)),
    ],
)
def test_four_ways_of_having_no_number_are_told_apart(text: str, written: Written | None) -> None:
    assert read(text) == written


@given(st.decimals(min_value=0, max_value=10**12, places=4))
def test_what_is_written_is_read_back(value: Decimal) -> None:
    written = say(value)
    try:
        assert parse(written) == value
    except BadNumber:
        # Three decimals on a short number: refused rather than guessed.
        assert len(written.partition(",")[2]) == 3
