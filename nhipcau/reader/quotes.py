"""Quoted provisions: "Sửa đổi Điều 5 như sau: “Điều 5. …”" numbers another document, not this."""

from collections.abc import Sequence

from nhipcau.reader.blocks import Block

FURTHEST = 300


def find_quoted(blocks: Sequence[Block]) -> set[int]:
    """Return the places of the paragraphs that belong to a quotation of several paragraphs."""
    quoted: set[int] = set()
    for place, block in enumerate(blocks):
        if place not in quoted and block.text[0] == "“" and _depth(block) > 0:
            quoted.update(range(place, _end_of_quote(blocks, place) + 1))
    return quoted


def _end_of_quote(blocks: Sequence[Block], start: int) -> int:
    """The place where the quotation that opens at `start` is closed, else `start` itself."""
    depth = 0
    for place in range(start, min(start + FURTHEST, len(blocks))):
        depth += _depth(blocks[place])
        if depth <= 0:
            return place
        if place > start and blocks[place].text[0] == "“":
            return start
    return start


def _depth(block: Block) -> int:
    return block.text.count("“") - block.text.count("”")
