"""The papers of an inspection: begun here, filled from what is recorded, drafted in the ledger."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import User
from nhipcau.base import clock
from nhipcau.language.dates import write_figures
from nhipcau.ledger import public
from nhipcau.ledger.public import Paper, papers
from nhipcau.standards.nd30.document import Annex, Block, Cell, Prose, Table

from .models import Inspection, Member, Result

# In the order in which they come in an inspection.
KINDS = (
    ("inspection-decision", _("Quyết định thành lập đoàn")),
    ("inspection-notice", _("Thông báo và đề cương báo cáo")),
    ("inspection-minutes", _("Biên bản kiểm tra")),
    ("inspection-report", _("Báo cáo kết quả kiểm tra")),
    ("inspection-conclusion", _("Thông báo kết quả kiểm tra")),
)
EVIDENCE = "inspection-result"
NOTHING = "Không có."


def provide() -> None:
    """Tell the ledger what stands in these papers; called once, when the application is ready."""
    for kind, _label in KINDS:
        papers.provide(kind, fill)
    papers.after_recording("inspection-conclusion", lodge)


def begin(inspection: Inspection, kind: str, *, by: User) -> Paper:
    """A draft of one kind, by the leading agency; the unit and the members' agencies receive it."""
    unit = inspection.unit.name_on(inspection.first_day)
    goes_to_unit = kind in {"inspection-notice", "inspection-conclusion"}
    agencies = {each.agency for each in inspection.members.all()} - {inspection.leads}
    return papers.begin(
        programme=inspection.programme,
        kind=kind,
        title="",
        subject_values={"unit": unit, "year": inspection.year},
        drafted_by=inspection.leads,
        sides=(papers.Side(inspection.leads, leads=True, numbers=True),),
        recipients=(
            papers.Recipient(inspection.unit, is_addressee=goes_to_unit),
            *(papers.Recipient(agency, note="để phối hợp") for agency in agencies),
        ),
        is_example=inspection.is_example,
        by=by,
    )


def renew(inspection: Inspection, *, by: User) -> None:
    """What a paper says has changed: those still open lose the consents given to the old words."""
    for held in inspection.papers.select_related("paper"):
        if held.paper.is_open:
            papers.content_changed(held.paper, by=by)


def lodge(paper: Paper, by: User) -> None:
    """That an inspection was concluded is evidence of the agency that led it."""
    inspection = Inspection.objects.filter(papers__paper=paper).first()
    if inspection is None:
        # Begun by itself from the register of papers: nothing here was inspected.
        return
    unit = inspection.unit.name_on(inspection.last_day)
    mark = " (ví dụ)" if inspection.is_example else ""
    public.lodge(
        programme=inspection.programme,
        kind=EVIDENCE,
        agency=inspection.leads,
        day=paper.issued_on or clock.today(),
        summary=f"Kiểm tra việc thực hiện chương trình tại {unit}{mark}",
        number=paper.number,
        by=by,
    )


def fill(paper: Paper) -> "papers.Filling":
    """Blocks for the places that outlines of inspections name; none for a paper begun by itself."""
    held = Inspection.objects.for_page().filter(papers__paper=paper).first()
    if held is None:
        return papers.Filling()
    blocks = {name: tuple(make(held)) for name, make in FILLERS.items()}
    annexes = (_outline(held),) if paper.kind == "inspection-notice" else ()
    return papers.Filling(blocks=blocks, annexes=annexes)


def _team(inspection: Inspection) -> Iterator[Block]:
    for turn, each in enumerate(inspection.members.all(), start=1):
        role = Member.Role(each.role).label
        agency = each.agency.name_on(inspection.first_day)
        yield Prose(f"{turn}. {each.name}, {each.post}, {agency}: {role}.")


def _visit(inspection: Inspection) -> Iterator[Block]:
    first, last = write_figures(inspection.first_day), write_figures(inspection.last_day)
    yield Prose(f"Đơn vị được kiểm tra: {inspection.unit.name_on(inspection.first_day)}.")
    if first == last:
        yield Prose(f"Thời gian kiểm tra: ngày {first}.")
    else:
        yield Prose(f"Thời gian kiểm tra: từ ngày {first} đến ngày {last}.")


def _achieved(inspection: Inspection) -> Iterator[Block]:
    yield from _results(inspection, Result.Kind.ACHIEVED)


def _shortcomings(inspection: Inspection) -> Iterator[Block]:
    yield from _results(inspection, Result.Kind.SHORTCOMING)


def _results(inspection: Inspection, kind: Result.Kind) -> Iterator[Block]:
    found = [each for each in inspection.results.all() if each.kind == kind]
    for each in found:
        cause = f" Nguyên nhân: {each.cause.rstrip('.')}." if each.cause else ""
        yield Prose(f"- {each.words.rstrip('.')}.{cause}")
    if not found:
        yield Prose(NOTHING)


def _explanations(inspection: Inspection) -> Iterator[Block]:
    said = [each for each in inspection.results.all() if each.explanation]
    for each in said:
        about = each.words.rstrip(".")
        yield Prose(f"- Về nội dung “{about}”: {each.explanation.rstrip('.')}.")
    if not said:
        yield Prose("Đơn vị nhất trí với kết quả kiểm tra, không có ý kiến giải trình.")


def _recommendations(inspection: Inspection) -> Iterator[Block]:
    rows = tuple(
        (
            Cell(str(turn), is_number=True),
            Cell(each.words),
            Cell(each.to.name_on(inspection.last_day)),
            Cell(write_figures(each.due)),
        )
        for turn, each in enumerate(inspection.recommendations.all(), start=1)
    )
    if rows:
        yield Table(("TT", "Kiến nghị", "Đơn vị thực hiện", "Thời hạn"), rows, (1, 6, 3, 2))
    else:
        yield Prose(NOTHING)


def _outline(inspection: Inspection) -> Annex:
    questions = inspection.questions.all()
    blocks = tuple(Prose(f"{each.order}. {each.words}") for each in questions)
    return Annex("Đề cương báo cáo của đơn vị được kiểm tra", blocks or (Prose(NOTHING),))


FILLERS: dict[str, Callable[[Inspection], Iterator[Block]]] = {
    "members": _team,
    "units": _visit,
    "visit": _visit,
    "achieved": _achieved,
    "shortcomings": _shortcomings,
    "explanations": _explanations,
    "recommendations": _recommendations,
}
