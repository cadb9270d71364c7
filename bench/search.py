"""Search over the provisions of a whole country: the texts of a corpus, repeated under new numbers."""

from dataclasses import replace
from functools import cache
from itertools import count, cycle
from pathlib import Path
from typing import TYPE_CHECKING

from bench import measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nhipcau.ledger.programmes.models import Programme, Provision
    from nhipcau.reader import Document

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "txt"
PROVISIONS = 20_000
# What people type: with marks and without, rare and common, numbers, abbreviations, half a word.
QUERIES = (
    "đồng bào", "dong bao", "đồng bào dân tộc thiểu số", "dan toc thieu so", "chuyển đổi số",
    "ủy ban nhân dân", "UBND", "1719", "1719/QĐ-TTg", "qđ 1719", "an toàn thông tin",
    "thong tin doi ngoai", "TTĐN", "người có công với cách mạng", "kế hoạch", "xã biên giới",
    "đài truyền thanh xã", "giảm nghèo bền vữ", "khu công nghệ cao", "tổ chức thực hiện",
)  # fmt: skip


@measure("search", "ms", n=100, most=30)
def time_of_a_search() -> None:
    """Counts by kind, the first page, its snippets: what a visitor who is not signed in gets."""
    from django.contrib.auth.models import AnonymousUser

    from nhipcau.shell.search.find import find
    from nhipcau.shell.search.snippets import snippet

    found = find(next(_typed()), user=AnonymousUser())
    for entry in found.page:
        snippet(entry.body, found.query)


@cache
def _typed() -> "Iterator[str]":
    """The queries in turn, once the index is filled."""
    from bench.work import year

    year()  # its 20,000 tasks are searched as well
    if CORPUS.is_dir():
        _fill()
    else:
        print(f"search: no corpus at {CORPUS}; measured over the demo programme alone.")
    return cycle(QUERIES)


def _fill() -> None:
    """Programmes from the texts, over and over, until there are provisions enough."""
    from django.db import connection, transaction

    from nhipcau.ledger.programmes.models import Programme, Provision
    from nhipcau.shell.search.index import rebuild

    documents, held = list(_documents()), 0
    with transaction.atomic():
        for turn in count(1):
            for document in documents:
                if held >= PROVISIONS:
                    break
                programme = Programme.objects.create(
                    slug=f"do-{turn}-{documents.index(document)}",
                    kind=document.kind[:80],
                    number=f"{turn}.{documents.index(document)}/{document.symbol or 'VB'}"[:60],
                    title=document.title,
                    signed_on=document.date,
                    state=Programme.State.PUBLISHED,
                    circulation=Programme.Circulation.PUBLIC,
                )
                rows = list(_rows(document, programme))
                held += len(Provision.objects.bulk_create(rows))
            if held >= PROVISIONS:
                break
    rebuild()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE shell_searchentry")


def _documents() -> "Iterator[Document]":
    from nhipcau import reader

    for path in sorted(CORPUS.glob("*.txt")):
        document = reader.read_file(path)
        if document.provisions:
            yield replace(document, title=document.title or path.stem)


def _rows(document: "Document", programme: "Programme") -> "Iterator[Provision]":
    from nhipcau.ledger.programmes.models import Provision

    for order, place in enumerate(document.provisions, start=1):
        yield Provision(
            programme=programme,
            order=order,
            address=place.id[:60],
            marker=place.marker[:20],
            kind=place.kind,
            is_heading=place.heading,
            text=place.text,
            paragraphs=list(place.paragraphs),
            first_line=place.first_line,
        )
