"""The papers of emulation and awards: begun here, filled from the record, drafted in the ledger."""

from collections.abc import Callable, Iterator

from nhipcau.agencies.models import Agency, User
from nhipcau.language.dates import write_figures
from nhipcau.ledger.public import Paper, papers
from nhipcau.standards.nd30.document import Annex, Block, Cell, Prose, Table

from .models import AwardPaper, Emulation, Nomination

OF_AWARDS = ("award-submission", "award-decision")


def provide() -> None:
    """Tell the ledger what stands in these papers; called once, when the application is ready."""
    from . import actions  # stands on this module

    papers.provide("emulation-launch", fill_launch)
    for kind in OF_AWARDS:
        papers.provide(kind, fill_awards)
    papers.after_recording("award-decision", actions.decided)


def begin_launch(emulation: Emulation, *, by: User) -> Paper:
    """The plan that launches an emulation."""
    return papers.begin(
        programme=emulation.programme,
        kind="emulation-launch",
        title="",
        drafted_by=emulation.launched_by,
        is_example=emulation.is_example,
        by=by,
    )


def begin(emulation: Emulation, agency: Agency, kind: str, *, by: User) -> Paper:
    """A submission or a decision of the agency that considered the nominations."""
    title = "Về việc tặng thưởng trong thực hiện {programme}" if kind == "award-decision" else ""
    programme = f"Chương trình phối hợp số {emulation.programme.number}"
    return papers.begin(
        programme=emulation.programme,
        kind=kind,
        title=title.format(programme=programme),
        drafted_by=agency,
        is_example=emulation.is_example,
        by=by,
    )


def fill_launch(paper: Paper) -> "papers.Filling":
    """Criteria, as the emulation has them; nothing for a paper begun by itself."""
    emulation = Emulation.objects.filter(paper=paper).first()
    if emulation is None:
        return papers.Filling()
    first, last = write_figures(emulation.first_day), write_figures(emulation.last_day)
    criteria = [Prose(f"- {line.strip()}") for line in emulation.criteria.splitlines() if line]
    return papers.Filling(
        blocks={
            "criteria": (*criteria, Prose(f"Thời gian: từ ngày {first} đến ngày {last}.")),
            "awards": (),
        }
    )


def fill_awards(paper: Paper) -> "papers.Filling":
    """How many of which award, how the council voted, and the list as an annex.

    Nothing for a paper begun by itself.
    """
    held = AwardPaper.objects.filter(paper=paper).first()
    if held is None:
        return papers.Filling()
    rows = list(held.nominations.select_related("award", "unit").order_by("award", "id"))
    blocks = {name: tuple(make(rows)) for name, make in FILLERS.items()}
    title = "Danh sách tập thể, cá nhân"
    if paper.kind == "award-decision":
        title = "Danh sách tập thể, cá nhân được khen thưởng"
    return papers.Filling(blocks=blocks, annexes=(Annex(title, (_list(rows),)),))


def _counts(rows: list[Nomination]) -> Iterator[Block]:
    """«Bằng khen của Bộ trưởng: 02 tập thể, 03 cá nhân.»"""
    for award in dict.fromkeys(each.award for each in rows):
        own = [each for each in rows if each.award_id == award.pk]
        groups = sum(each.is_collective for each in own)
        parts = [(groups, "tập thể"), (len(own) - groups, "cá nhân")]
        counted = ", ".join(f"{number:02d} {what}" for number, what in parts if number)
        yield Prose(f"- {award.name}: {counted}.")


def _votes(rows: list[Nomination]) -> Iterator[Block]:
    for each in rows:
        if each.votes_for is not None:
            share = f"{each.votes_for:02d}/{each.votes_all:02d} phiếu đồng ý ({each.percent}%)"
            yield Prose(f"- {each.name}: {share}.")


def _list(rows: list[Nomination]) -> Table:
    """Number, name, post, unit, award; never ethnic origin, never a day of birth."""
    head = ("TT", "Tên tập thể, cá nhân", "Chức vụ", "Đơn vị", "Hình thức")
    cells = tuple(
        (
            Cell(str(turn), is_number=True),
            Cell(each.name),
            Cell(each.post),
            Cell(each.unit.full_name),
            Cell(each.award.name),
        )
        for turn, each in enumerate(rows, start=1)
    )
    return Table(head, cells, (1, 4, 3, 4, 4))


FILLERS: dict[str, Callable[[list[Nomination]], Iterator[Block]]] = {
    "nominations": _counts,
    "awards": _counts,
    "votes": _votes,
}
