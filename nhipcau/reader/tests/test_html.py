"""Lists of a page: the markers that a browser shows, in one pass."""

import pytest
from lxml import etree

from nhipcau.reader.files import html
from nhipcau.reader.files.html import read_html


def lines(page: str) -> list[str]:
    return read_html(f"<!doctype html><meta charset=utf-8><body>{page}".encode(), "a.html")


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<ol><li>một<li>hai</ol>", ["1. một", "2. hai"]),
        ("<ol start=4><li>một<li>hai</ol>", ["4. một", "5. hai"]),
        ("<ol type=a><li>một<li>hai</ol>", ["a) một", "b) hai"]),
        ("<ol type=I start=3><li>một<li>hai</ol>", ["III. một", "IV. hai"]),
        ("<ol><li>một<li value=7>hai<li>ba</ol>", ["1. một", "7. hai", "3. ba"]),
        ("<ol><!-- x --><li>một<p>xen</p><li>hai</ol>", ["1. một", "xen", "2. hai"]),
        ("<ul><li>một<li>hai</ul>", ["- một", "- hai"]),
        (
            "<ol><li>một<ol type=a><li>trong<li>sâu</ol><li>hai</ol><ol><li>mới</ol>",
            ["1. một", "a) trong", "b) sâu", "2. hai", "1. mới"],
        ),
        ("<ol start=²><li>một</ol>", ["1. một"]),
        (f"<ol start={'9' * 5000}><li>một</ol>", ["1. một"]),
        ("<ol type=i start=999999999><li>một</ol>", ["999999999. một"]),
    ],
)
def test_an_item_has_the_marker_of_its_place(page: str, shown: list[str]) -> None:
    assert lines(page) == shown


def test_a_long_list_is_numbered_without_looking_back(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    marker = html._list_marker

    def counted(item: etree._Element, items_above: int) -> str:
        asked.append(items_above)
        return marker(item, items_above)

    monkeypatch.setattr(html, "_list_marker", counted)
    read = lines(f"<ol>{'<li>việc' * 8_000}</ol>")
    assert asked == list(range(8_000))
    assert (read[0], read[-1], len(read)) == ("1. việc", "8000. việc", 8_000)
