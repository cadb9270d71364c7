"""Builds the draft of a report from the records, and builds it anew without losing what was typed."""

from collections.abc import Iterator
from decimal import Decimal

from django.db import transaction

from nhipcau.base import clock
from nhipcau.language.dates import write_figures
from nhipcau.ledger.papers.actions.beginning import fill_in
from nhipcau.ledger.programmes.models import Programme

from . import parties, provinces, wording
from .account import Account
from .consolidating import gathered_account, lines_of_gathered
from .merging import merge
from .models import Proposal, Report, ReportedNumber, ReportLine, ReportSection
from .outlines import places
from .overriding import TOTAL, keys_of, with_reported_numbers
from .reading import read
from .scope import scope_of
from .wording import Line, Told

OWN = "own"


@transaction.atomic
def draft(*, report: Report) -> Account:
    """Build or renew the draft of a report that may still be written; answers its account.

    A sentence nobody touched is replaced; into one that was edited the new figures are merged.
    """
    current = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    account = account_of(current)
    if not current.is_writable:
        return account
    sections = _sections(current)
    told = told_of(current)
    for section in sections:
        _write(section, list(sentences(section.filler, account, told, current)))
    now = clock.now()
    Report.objects.filter(pk=current.pk).update(drafted_at=now)
    report.drafted_at = now
    return account


def account_of(report: Report) -> Account:
    """Own records and what was gathered, with the numbers that the unit reports instead."""
    numbers = list(report.numbers.all())
    own = with_reported_numbers(read(scope_of(report)), numbers)
    return with_reported_numbers(own + gathered_account(report), numbers, TOTAL)


def platform_numbers(report: Report) -> dict[str, Decimal | None]:
    """What may be reported otherwise: own numbers, and the totals where reports were gathered."""
    own = read(scope_of(report))
    below = gathered_account(report)
    if not below.units:
        return keys_of(own)
    whole = with_reported_numbers(own, list(report.numbers.all())) + below
    return keys_of(own) | keys_of(whole, TOTAL)


def told_of(report: Report) -> Told:
    """What the sentences say beside the numbers."""
    period = report.period
    return Told(
        programme=programme_words(period.programme),
        period=period.label[:1].lower() + period.label[1:],
        year=period.year,
        upto=scope_of(report).upto,
        agency=parties.name_of(report),
    )


def programme_words(programme: Programme) -> str:
    """«Chương trình phối hợp số 922/CTPH-BTTTT-UBDT ngày 04/6/2024»."""
    number = f" số {programme.number}" if programme.number else ""
    day = f" ngày {write_figures(programme.signed_on)}" if programme.signed_on else ""
    return f"{programme.kind}{number}{day}"


def sentences(filler: str, account: Account, told: Told, report: Report) -> Iterator[Line]:
    """What the records say at one place of an outline."""
    match filler:
        case "opening" | "closing-day":
            yield from wording.opening(told)
        case "steering":
            yield from wording.steering(account)
            yield from provinces.sentences(provinces.of_report(report))
        case "results":
            yield from _results(account)
            yield from lines_of_gathered(report)
        case "money":
            yield from wording.of_money(account.money)
        case "shortcomings":
            yield from wording.shortcomings(account)
        case "directions":
            yield from wording.directions(account, told)
        case "proposals":
            yield from _proposals(report)


def _results(account: Account) -> Iterator[Line]:
    """By point: figures, indicators of the point, examples; then indicators of no point."""
    told = set()
    for point in account.points:
        told.add(point.address)
        yield from wording.of_point(point)
        for row in account.indicators:
            if row.address == point.address:
                yield from wording.of_indicator(row)
        for example in account.examples:
            if example.address == point.address:
                yield wording.of_example(example)
    for row in account.indicators:
        if row.address not in told:
            yield from wording.of_indicator(row)


def _proposals(report: Report) -> Iterator[Line]:
    for each in Proposal.objects.filter(report=report):
        label = "Khó khăn, vướng mắc" if each.kind == Proposal.Kind.DIFFICULTY else "Kiến nghị"
        to = f" với {each.to_words}" if each.kind == Proposal.Kind.PROPOSAL else ""
        yield Line(f"proposal:{each.uuid}", f"{label}{to}: {each.words.rstrip(' .;')}.")


def _sections(report: Report) -> list[ReportSection]:
    """The sections of the outline, made at the first draft."""
    held = list(report.sections.prefetch_related("lines"))
    if held:
        return held
    made = []
    values = {"year": report.period.year, "next_year": report.period.year + 1}
    for order, place in enumerate(places(report.outline), start=1):
        section = ReportSection.objects.create(
            report=report,
            order=order,
            key=place["key"],
            level=place["level"],
            number=place["number"],
            title=fill_in(place["title"], values),
            prompt=place["prompt"],
            filler=place["filler"],
        )
        if not place["filler"] and place["words"].strip(" …"):
            ReportLine.objects.create(
                section=section, order=0, key=f"{OWN}:0", typed=fill_in(place["words"], values)
            )
        made.append(section)
    return made


def _write(section: ReportSection, fresh: list[Line]) -> None:
    """Lines of a section as the records say them now; own lines stay behind them."""
    held = {line.key: line for line in section.lines.all()}
    changed, added = [], []
    for order, line in enumerate(fresh, start=1):
        row = held.pop(line.key, None)
        if row is None:
            added.append(ReportLine(section=section, order=order, key=line.key, draft=line.text))
        elif row.draft != line.text or row.order != order:
            _renew(row, line.text)
            row.order = order
            changed.append(row)
    for row in held.values():
        _without_records(row, changed)
    ReportLine.objects.bulk_create(added)
    ReportLine.objects.bulk_update(
        changed, ["order", "draft", "base", "typed", "conflict", "version"]
    )


def _renew(row: ReportLine, fresh: str) -> None:
    """The new sentence; into words that a person wrote it is merged, and clashes are kept to show."""
    if row.typed is not None:
        merged = merge(row.base, row.typed, fresh)
        row.typed, row.base = merged.text, fresh
        row.conflict = "; ".join(merged.clashes) or row.conflict
        if row.typed == fresh and not row.conflict:
            row.typed, row.base = None, ""
    row.draft = fresh
    row.version += 1


def _without_records(row: ReportLine, changed: list[ReportLine]) -> None:
    """A sentence whose records are gone goes too, unless somebody has written in it."""
    if row.is_own:
        if row.order < 10_000:
            row.order += 10_000
            changed.append(row)
    elif row.typed is None:
        row.delete()
    elif row.draft:
        row.draft, row.version = "", row.version + 1
        row.conflict = "Số liệu của câu này không còn trong hồ sơ."
        changed.append(row)


def reported(report: Report) -> list[ReportedNumber]:
    """The numbers that the unit reports otherwise than the platform."""
    return list(report.numbers.all())
