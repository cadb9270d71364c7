"""A paper begins from the outline of its kind; a draft that was never sent may be deleted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.language.dates import write_figures
from nhipcau.ledger.papers import policies, urging
from nhipcau.ledger.papers.models import Outline, Paper, PaperRecipient, PaperSection, PaperSide
from nhipcau.ledger.papers.speaking import drafts
from nhipcau.ledger.papers.values import Recipient, Side
from nhipcau.ledger.programmes.models import Programme

from .locking import locked

MISSING = "…"


@transaction.atomic
def begin(
    *,
    programme: Programme,
    kind: str,
    title: str,
    drafted_by: Agency,
    sides: Iterable[Side] = (),
    recipients: Iterable[Recipient] = (),
    by: User | None,
    is_example: bool = False,
    subject_values: Mapping[str, str | int] | None = None,
) -> Paper:
    """Begin a draft: the outline in use today, its places to write in, its sides and receivers.

    `subject_values` fill the names in braces of the outline («{year}»); an empty `title` is taken
    from the outline. Raises Refused where no outline of the kind is in use.
    """
    outline = Outline.objects.of(kind, on=clock.today()).first()
    if outline is None:
        raise Refused(
            _(
                "Chưa soạn được: chưa có mẫu đề cương đang dùng cho loại văn bản “%(kind)s”. "
                "Đề nghị quản trị hệ thống nạp mẫu đề cương."
            )
            % {"kind": kind}
        )
    sides, recipients = list(sides), list(recipients)
    tone = _tone(kind, sides, drafted_by, recipients)
    issuer = _issuer(sides, drafted_by).name_on(clock.today())
    values = {"tone": tone, "issuer": issuer, **_values(programme, subject_values or {})}
    paper = Paper.objects.create(
        programme=programme,
        kind=kind,
        outline=outline,
        title=title.strip() or fill_in(outline.subject, values),
        drafted_by=drafted_by,
        bases="\n".join(fill_in(line, values) for line in outline.bases),
        is_example=is_example or programme.is_example,
    )
    _add_sections(paper, outline, values)
    _add_sides(paper, sides)
    add_receivers(paper, _receivers(outline, recipients))
    audit.record("ledger.paper_begun", by=by, target=paper, acting_for=drafted_by)
    return paper


@transaction.atomic
def begun_like(*, paper: Paper, title: str, by: User | None) -> Paper:
    """A new draft with the words, sides and receivers of another paper."""
    made = Paper.objects.create(
        programme=paper.programme,
        kind=paper.kind,
        outline=paper.outline,
        title=title,
        drafted_by=paper.drafted_by,
        bases=paper.bases,
        symbol=paper.symbol,
        place=paper.place,
        authority=paper.authority,
        archive=paper.archive,
        is_example=paper.is_example,
    )
    for rows in (paper.sections.all(), paper.sides.all(), paper.recipients.all()):
        for row in rows:
            _copy(row, made)
    audit.record("ledger.paper_begun", by=by, target=made, acting_for=paper.drafted_by)
    return made


@transaction.atomic
def delete(*, paper: Paper, by: User) -> None:
    """Delete an own draft that was never sent to anybody. Raises Refused."""
    current = locked(paper)
    policies.check_can_delete(current, is_drafter=drafts(by, current))
    audit.record(
        "ledger.paper_deleted", by=by, target=current, changes={"title": (current.title, None)}
    )
    current.delete()


def fill_in(words: str, values: Mapping[str, str | int]) -> str:
    """The words with their names in braces filled; what nobody said becomes «…»."""
    return words.format_map(defaultdict(lambda: MISSING, values))


def add_receivers(paper: Paper, receivers: Iterable[Recipient]) -> None:
    """The receivers of a paper, in order; an agency's name as it is today where none is given."""
    for order, each in enumerate(receivers, start=1):
        name = each.name or (each.agency.name_on(clock.today()) if each.agency else "")
        PaperRecipient.objects.create(
            paper=paper, order=order, agency=each.agency, name=name, note=each.note,
            is_addressee=each.is_addressee,
        )  # fmt: skip


def _values(programme: Programme, said: Mapping[str, str | int]) -> dict[str, str | int]:
    """What outlines may name beside what the caller says."""
    number = programme.number or MISSING
    signed = f" ngày {write_figures(programme.signed_on)}" if programme.signed_on else ""
    return {
        "programme": f"Chương trình phối hợp số {number}",
        "programme_dated": f"Chương trình phối hợp số {number}{signed}",
        "year": clock.today().year,
        "next_year": int(said.get("year", clock.today().year)) + 1,
        **said,
    }


def _tone(
    kind: str, sides: Iterable[Side], drafted_by: Agency, recipients: Iterable[Recipient]
) -> str:
    """How those addressed are spoken to: by whose right the letter goes out. Raises Refused."""
    asker = _issuer(sides, drafted_by)
    addressed = [each.agency for each in recipients if each.is_addressee and each.agency]
    tones = [urging.check_may_write(kind, asker, each) for each in addressed]
    return tones[0] if tones else urging.DEFAULT_TONE


def _add_sections(paper: Paper, outline: Outline, values: Mapping[str, str | int]) -> None:
    PaperSection.objects.bulk_create(
        PaperSection(
            paper=paper,
            order=order,
            key=each["key"],
            level=each.get("level", ""),
            number=each.get("number", ""),
            title=fill_in(each.get("title", ""), values),
            prompt=each.get("prompt", ""),
            filler=each.get("filler", ""),
            words=_first_words(each, values),
        )
        for order, each in enumerate(outline.sections, start=1)
    )


def _first_words(each: Mapping[str, str], values: Mapping[str, str | int]) -> str:
    """What stands there at first; nothing but «…» is nothing where the platform fills the place."""
    words = fill_in(each.get("words", ""), values)
    return "" if each.get("filler") and words == MISSING else words


def _add_sides(paper: Paper, sides: list[Side]) -> None:
    """The sides; a paper of nobody else has its drafter as its only one."""
    given = sides or [Side(agency=paper.drafted_by, leads=True, numbers=True)]
    for order, side in enumerate(given, start=1):
        PaperSide.objects.create(
            paper=paper, order=order, agency=side.agency, party=side.party, leads=side.leads,
            consents=side.consents, numbers=side.numbers, ground=side.ground,
        )  # fmt: skip


def _issuer(sides: Iterable[Side], drafted_by: Agency) -> Agency:
    """In whose name the paper goes out: whose register numbers it, else who drafts it."""
    return next((side.agency for side in sides if side.numbers), drafted_by)


def _receivers(outline: Outline, said: list[Recipient]) -> list[Recipient]:
    """Those that were said; where only addressees were, also the outline's usual receivers."""
    if any(not each.is_addressee for each in said):
        return said
    return [*said, *(each for each in _usual(outline) if not (said and each.is_addressee))]


def _usual(outline: Outline) -> list[Recipient]:
    return [
        Recipient(
            name=each["name"],
            note=each.get("note", ""),
            is_addressee=each.get("is_addressee", False),
        )
        for each in outline.recipients
    ]


def _copy(row: "PaperSection | PaperSide | PaperRecipient", paper: Paper) -> None:
    """The same row below another paper; what arrived and who signs does not go along."""
    row.pk, row.paper = None, paper
    row._state.adding = True
    if isinstance(row, PaperRecipient):
        row.uuid = PaperRecipient._meta.get_field("uuid").get_default()
        row.arrival_number, row.arrived_on = "", None
    if isinstance(row, PaperSide):
        row.signatory = None
    row.save()
