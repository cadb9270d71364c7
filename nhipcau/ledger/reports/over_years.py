"""Money and proposals over the years of a programme: what is known, and of which years nothing is."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from nhipcau.base import clock
from nhipcau.ledger.programmes.models import Programme

from .account import Money
from .figures import count, millions
from .final import Year
from .models import Proposal, Review
from .tables import Plain, Sheet
from .wording import Line, amounts

UNKNOWN = "chưa có số liệu"
COLUMNS = {
    "estimated": "dự toán", "allotted": "được giao", "spent": "giải ngân", "settled": "quyết toán",
}  # fmt: skip


def years_of(review: Review, held: list[Year]) -> range:
    """Every year from the programme's first to the review's, reported or not."""
    reported = held[0].year if held else review.year
    return range(min(review.programme.first_year or reported, reported), review.year + 1)


def money(review: Review, held: list[Year]) -> Iterator[Line]:
    """Each year by source, then what adds up, then the years of which nothing is known."""
    known = [each for each in held if each.account.money]
    for each in known:
        said = "; ".join(f"{row.words}: {amounts(row)}" for row in each.account.money)
        yield Line(f"money:{each.year}", f"Kinh phí năm {each.year}: {said}.")
    if len(known) > 1 and (sums := _sums([row for each in known for row in each.account.money])):
        years = ", ".join(str(each.year) for each in known)
        yield Line("money", f"Cộng các năm {years}: {', '.join(sums)}.")
    there = {each.year for each in known}
    missing = [str(year) for year in years_of(review, held) if year not in there]
    if missing:
        years = f"các năm {', '.join(missing)}" if len(missing) > 1 else f"năm {missing[0]}"
        yield Line("unknown-money", f"Kinh phí {years}: {UNKNOWN}.")


def _sums(rows: list[Money]) -> list[str]:
    """The columns that every source of every year has: a sum with a gap in it would mislead."""
    found = []
    for name, words in COLUMNS.items():
        values = [getattr(row, name) for row in rows]
        if None not in values:
            found.append(f"{words} {millions(sum(values))}")
    return found


def money_sheet(review: Review, held: list[Year]) -> Sheet:
    """Phụ lục: each year by source; what nobody gave is said to be unknown, and is no 0."""
    by_year = {each.year: each.account.money for each in held}
    rows: list[tuple[Plain, ...]] = []
    for year in years_of(review, held):
        for row in by_year.get(year, ()) or (Money("", UNKNOWN),):
            values = (getattr(row, name) for name in COLUMNS)
            words = row.words[:1].upper() + row.words[1:]
            rows.append((str(year), words, *(UNKNOWN if v is None else v for v in values)))
    head = ("Năm", "Nguồn", "Dự toán", "Được giao", "Giải ngân", "Quyết toán")
    widths = (0.08, 0.28, 0.16, 0.16, 0.16, 0.16)
    told = tuple(rows) if any(by_year.values()) else ()
    return Sheet("Kinh phí theo năm", "Kinh phí thực hiện theo từng năm (đồng)", head, told, widths)


def asked(programme: Programme, upto: date) -> list[Proposal]:
    """What reports that were sent have asked for, up to a day; what is still a draft is nobody's."""
    sent = Q(report=None) | Q(report__sent_at__isnull=False)
    rows = Proposal.objects.filter(sent, programme=programme, asked_on__lte=upto)
    return list(rows.select_related("agency").prefetch_related("agency__names"))


def proposals(review: Review) -> Iterator[Line]:
    """How many were asked, answered, and are open, together and by year."""
    upto = _upto(review)
    rows = asked(review.programme, upto)
    if not rows:
        words = "Chưa có khó khăn, đề xuất, kiến nghị nào được nêu trong các báo cáo đã gửi."
        yield Line("proposals", words)
        return
    yield Line("proposals", f"Cả giai đoạn đã nêu {_standing(rows, upto)}.")
    years = sorted({each.asked_on.year for each in rows})
    for year in years if len(years) > 1 else ():
        of_year = [each for each in rows if each.asked_on.year == year]
        yield Line(f"proposals:{year}", f"Năm {year}: {_standing(of_year, upto)}.")


def _standing(rows: list[Proposal], upto: date) -> str:
    left = sum(1 for each in rows if not is_answered(each, upto))
    said = f"{count(len(rows))} khó khăn, đề xuất, kiến nghị"
    if left in {0, len(rows)}:
        each = "đều " if len(rows) > 1 else ""
        return f"{said}, {each}{'chưa' if left else 'đã'} được trả lời"
    return f"{said}; đã được trả lời {count(len(rows) - left)}, chưa được trả lời {count(left)}"


def is_answered(proposal: Proposal, upto: date) -> bool:
    """Whether an answer had come by a day."""
    return proposal.answered_on is not None and proposal.answered_on <= upto


def proposals_sheet(review: Review) -> Sheet:
    """Phụ lục: what was asked and is still open, of whom and to whom."""
    upto = _upto(review)
    rows = tuple(
        (str(each.asked_on.year), each.agency.name_on(each.asked_on), each.words, each.to_words)
        for each in asked(review.programme, upto)
        if not is_answered(each, upto)
    )
    return Sheet(
        "Kiến nghị chưa trả lời",
        "Khó khăn, đề xuất, kiến nghị chưa được trả lời",
        ("Năm", "Đơn vị", "Nội dung", "Kiến nghị với"),
        rows,
        (0.08, 0.25, 0.45, 0.22),
    )


def _upto(review: Review) -> date:
    return min(clock.today(), date(review.year, 12, 31))
