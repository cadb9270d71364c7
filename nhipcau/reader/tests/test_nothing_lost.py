"""Every non-blank line of any text belongs to exactly one node, and no text raises."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nhipcau.reader import as_json, as_tree, read_text
from nhipcau.reader.lines import split_lines
from nhipcau.reader.tests.example import PLAN
from nhipcau.reader.tests.shared import SHARED, needs_shared

PIECES = st.sampled_from(
    ["I.", "II.", "1.", "1.1.", "2)", "a)", "đ)", "i)", "- ", "+ ", "Điều 1.", "Chương I", "Mục 2", "Phần thứ nhất",
     "PHỤ LỤC I", "QUY CHẾ", "(Ban hành kèm theo", "Căn cứ", "Nơi nhận:", "TM. ỦY BAN", "“", "”", "./.", "|", "\n", " ",
     "chủ trì", "phối hợp với", "hướng dẫn", "Sở Ví dụ", "các sở, ban, ngành", "và", ",", ";", ":", "(", ")", "do",
     "Đơn vị chủ trì:", "Giao", "Nghị định số", "9/2020/NĐ-CP", "ngày 31/02/2020", "Số:", "KẾ HOẠCH", "UBND", "\u200b"]
)  # fmt: skip
SHREDS = st.lists(PIECES | st.text(max_size=6), max_size=60).map(" ".join)


def holds_every_line(text: str) -> bool:
    document = read_text(text)
    assert as_tree(document) is not None
    assert as_json(document)["doc"]
    known = {provision.id for provision in document.provisions}
    assert len(known) == len(document.provisions)
    assert all(line.provision in known | {""} for line in document.lines)
    found = [(line.number, line.text) for line in document.lines]
    return found == [(line.number, line.text) for line in split_lines(text)]


@given(st.text() | SHREDS)
@example("")
@example("\ufeff\u200b \n\u00ad")
@example("I.\nII.\n1.\n“\n”")
@settings(max_examples=150, deadline=None)
def test_arbitrary_text_loses_no_line(text: str) -> None:
    assert holds_every_line(text)


@given(st.lists(st.sampled_from(PLAN.splitlines()), max_size=40), st.integers(0, 30))
@settings(max_examples=60, deadline=None)
def test_a_shuffled_document_loses_no_line(lines: list[str], cut: int) -> None:
    assert holds_every_line("\n".join(line[cut:] for line in lines))


@needs_shared
def test_real_documents_lose_no_line() -> None:
    paths = sorted((SHARED / "corpus/txt").glob("*.txt"))
    assert len(paths) == 61
    lost = [path.name for path in paths if not holds_every_line(path.read_text(encoding="utf-8"))]
    assert lost == []


HEAVY = {
    "commas between subject and verb": "1. Sở A" + "," * 500 + "x chủ trì việc",
    "one verb over and over": "1. " + "chủ trì " * 3000,
    "partners without end": "1. " + "phối hợp với Sở A và " * 2000,
    "guides without end": "1. " + "Sở A hướng dẫn Sở B " * 1500,
    "names without end": "1. " + "Sở A, " * 3000 + "chủ trì",
    "brackets that never close": "(" * 5000,
    "quotations that never close": "“\n" * 2000,
    "short names without end": "x " * 3000 + "(gọi tắt là " * 500,
    "figures without end": "số " + "1/2-" * 10000,
    "rows without end": "a | b | c\n" * 5000,
    "blanks without end": " " * 500_000 + "x",
}


@pytest.mark.parametrize("text", HEAVY.values(), ids=HEAVY)
def test_no_text_keeps_the_reader_busy(text: str) -> None:
    began = time.process_time()
    assert holds_every_line(text)
    assert time.process_time() - began < 4
