"""The final review's report: every year as it was sent, and the effect against the baseline."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import transaction

from nhipcau.agencies.models import User
from nhipcau.base import audit, clock
from nhipcau.ledger.papers import actions as papers
from nhipcau.ledger.papers import filling, sides
from nhipcau.ledger.papers.filling import Filling
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.papers.values import Side
from nhipcau.standards.nd30.document import Prose

from . import effects, final, over_years, policies, provinces, wording
from .composing import annex_of
from .drafting import programme_words
from .figures import count
from .final import Year
from .models import Review
from .models.report import own_agencies
from .wording import Line

KIND = "final-review-report"


@transaction.atomic
def begin_paper(*, review: Review, by: User) -> Paper:
    """Begin the report of a final review; every side of the programme agrees to it. Raises Refused."""
    current = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    policies.check_can_paper_review(current, is_lead=current.lead_id in own_agencies(by))
    if current.paper is not None:
        return current.paper
    programme = current.programme
    found = sides.of(programme, on=clock.today())
    current.paper = papers.begin(
        programme=programme,
        kind=KIND,
        title="",
        drafted_by=current.lead,
        sides=found or [Side(current.lead, leads=True, numbers=True)],
        by=by,
        is_example=current.is_example,
        subject_values={"year": current.year, "next_year": current.year + 1},
    )
    current.save(update_fields=["paper"])
    audit.record("ledger.report_papered", by=by, target=current, acting_for=by.acting_for)
    return current.paper


def fill(paper: Paper) -> Filling:
    """Every place of the outline from the snapshots of the years; tables as annexes."""
    review = Review.objects.filter(paper=paper).select_related("programme").first()
    if review is None:
        return Filling()
    held = final.years(review)
    measured = effects.of(review.programme)
    blocks = {
        "closing-day": _opening(review, held),
        "steering": _steering(review, held),
        "results": [*final.sentences(held), *final.points(held)],
        "effects": effects.sentences(measured),
        "money": over_years.money(review, held),
        "shortcomings": wording.shortcomings(final.whole_of(held)) if held else (),
        "directions": _left(held),
        "proposals": over_years.proposals(review),
    }
    tables = (
        final.years_sheet(held),
        final.indicators_sheet(held),
        over_years.money_sheet(review, held),
        effects.sheet(measured),
        over_years.proposals_sheet(review),
    )
    return Filling(
        {name: _prose(lines) for name, lines in blocks.items()},
        tuple(annex_of(each) for each in tables if each.rows),
    )


def over_all(review: Review) -> list[Line]:
    """What the page of a final review tells: each year, money, proposals."""
    held = final.years(review)
    money, asked = over_years.money(review, held), over_years.proposals(review)
    return [*final.sentences(held), *money, *asked]


def _prose(lines: Iterable[Line]) -> tuple[Prose, ...]:
    return tuple(Prose(line.text) for line in lines)


def _opening(review: Review, held: list[Year]) -> Iterator[Line]:
    said = f"Báo cáo tổng kết việc thực hiện {programme_words(review.programme)}"
    if not held:
        yield Line("opening", f"{said}: chưa có báo cáo chung của năm nào được gửi.")
        return
    years = ", ".join(str(each.year) for each in held)
    of_years = f"các năm {years}" if len(held) > 1 else f"năm {years}"
    yield Line("opening", f"{said}, theo số liệu đã chốt trong báo cáo chung {of_years}.")
    first = review.programme.first_year or held[0].year
    there = {each.year for each in held}
    missing = [str(year) for year in range(first, review.year + 1) if year not in there]
    if missing:
        yield Line("missing", f"Chưa có báo cáo chung đã gửi của các năm: {', '.join(missing)}.")


def _steering(review: Review, held: list[Year]) -> Iterator[Line]:
    received = sum(each.account.directives for each in held)
    if received:
        yield Line(
            "directives",
            f"Cả giai đoạn đã tiếp nhận và tổ chức thực hiện {count(received)} văn bản, ý kiến "
            "chỉ đạo liên quan đến chương trình.",
        )
    on = min(clock.today(), date(review.year, 12, 31))
    yield from provinces.sentences(provinces.of_year(review.programme, review.year, on))


def _left(held: list[Year]) -> Iterator[Line]:
    if held and (left := final.together(held).carried_over):
        yield Line("carried", f"Còn {count(left)} nhiệm vụ chuyển sang giai đoạn tiếp theo.")


def provide() -> None:
    """Join the papers: called once, when the application is ready."""
    filling.provide(KIND, fill)
