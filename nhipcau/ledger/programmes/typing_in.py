"""Every write about programmes that are typed in, provision by provision."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency
from nhipcau.base import audit
from nhipcau.base.audit import Actor
from nhipcau.base.refusal import Refused
from nhipcau.reader import Document

from . import transcribed
from .actions import NotEntered, enter, name_party
from .amendment_policies import Stale
from .models import Programme, Transcript, TranscriptLine, TranscriptParty
from .transcribed import NotRead, TypedHead, TypedLine


@dataclass(frozen=True, slots=True)
class Head:
    """What a person types above the provisions; what the source does not say stays empty."""

    kind: str
    title: str
    source: str
    number: str = ""
    place: str = ""
    signed_on: date | None = None
    first_year: int | None = None
    last_year: int | None = None
    bases: str = ""
    slug: str = ""


@transaction.atomic
def begin(*, head: Head, by: Actor | None) -> Transcript:
    """Begin to type a programme in."""
    transcript = Transcript.objects.create(**_as_fields(head))
    audit.record("ledger.transcript_begun", by=by, target=transcript, note=head.source)
    return transcript


@transaction.atomic
def rewrite_head(*, transcript: Transcript, version: int, head: Head, by: Actor | None) -> None:
    """Write what stands above the provisions anew."""
    current = _latest(transcript, version)
    for name, value in _as_fields(head).items():
        setattr(current, name, value)
    _note(current, by)


@transaction.atomic
def add_party(
    *, transcript: Transcript, name: str, agency: Agency | None, by: Actor | None
) -> TranscriptParty:
    """Name a party; the agency is empty where none of those held is meant."""
    current = _latest(transcript, transcript.version)
    if current.parties.filter(name_as_signed=name).exists():
        raise Refused(_("Chưa thêm được: đã có bên ký kết “%s”.") % name)
    party = TranscriptParty.objects.create(transcript=current, name_as_signed=name, agency=agency)
    _note(current, by)
    return party


@transaction.atomic
def drop_party(*, transcript: Transcript, name: str, by: Actor | None) -> None:
    """Take a party out again."""
    current = _latest(transcript, transcript.version)
    current.parties.filter(name_as_signed=name).delete()
    _note(current, by)


@transaction.atomic
def insert_line(
    *, transcript: Transcript, version: int, after: int, line: TypedLine, by: Actor | None
) -> TranscriptLine:
    """Put a line after the one at `after`, 0 at the beginning. Raises NotRead, Refused or Stale."""
    current = _latest(transcript, version)
    lines = typed_lines(current)
    transcribed.read(head_of(current), [*lines[:after], line, *lines[after:]])
    current.lines.filter(order__gt=after).update(order=F("order") + 1)
    row = TranscriptLine.objects.create(
        transcript=current, order=after + 1, marker=line.marker, paragraphs=list(line.paragraphs)
    )
    _note(current, by)
    return row


@transaction.atomic
def change_line(
    *, transcript: Transcript, version: int, order: int, line: TypedLine, by: Actor | None
) -> None:
    """Write the line at `order` anew. Raises NotRead, Refused or Stale."""
    current = _latest(transcript, version)
    lines = typed_lines(current)
    transcribed.read(head_of(current), [*lines[: order - 1], line, *lines[order:]])
    current.lines.filter(order=order).update(marker=line.marker, paragraphs=list(line.paragraphs))
    _note(current, by)


@transaction.atomic
def drop_line(*, transcript: Transcript, version: int, order: int, by: Actor | None) -> None:
    """Take the line at `order` out. Raises NotRead where the rest could not be read any more."""
    current = _latest(transcript, version)
    lines = typed_lines(current)
    left = [*lines[: order - 1], *lines[order:]]
    if left:
        transcribed.read(head_of(current), left)
    current.lines.filter(order=order).delete()
    current.lines.filter(order__gt=order).update(order=F("order") - 1)
    _note(current, by)


@transaction.atomic
def discard(*, transcript: Transcript, version: int, by: Actor | None) -> None:
    """Throw a transcript away that has not been entered."""
    current = _latest(transcript, version)
    audit.record("ledger.transcript_discarded", by=by, target=current, note=current.title)
    current.delete()


@transaction.atomic
def hand_over(
    *, transcript: Transcript, version: int, by: Actor | None
) -> tuple[Programme, Document]:
    """Enter what was typed as a programme to be reviewed, like one that was uploaded.

    Raises Refused, Stale, NotRead or NotEntered with a sentence; then nothing is entered.
    """
    current = _latest(transcript, version)
    _check_can_hand_over(current)
    document = transcribed.read(head_of(current), typed_lines(current))
    programme = enter(
        document,
        text=transcribed.written(head_of(current), typed_lines(current)),
        file_name=str(_("bản nhập tay")),
        source=current.source,
        slug=current.slug,
        by=by,
    )
    named = {party.name_as_signed: party.agency for party in current.parties.all()}
    for party in programme.parties.all():
        agency = named[party.name_as_signed]
        if agency is not None:
            name_party(party=party, agency=agency, focal_point=None, by=by)
    current.programme = programme
    _note(current, by)
    return programme, document


@transaction.atomic
def load(path: Path, *, by: Actor | None) -> Transcript | None:
    """Type in what a data file holds, by the same writes as a person; None where it was before.

    Raises NotEntered where the file names an agency that is not held.
    """
    said: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    names = {each.name for each in fields(Head)}
    head = Head(**{key: value for key, value in said.items() if key in names})
    if Transcript.objects.filter(title=head.title, source=head.source).exists():
        return None
    transcript = begin(head=head, by=by)
    for party in said["party"]:
        agency = Agency.objects.filter(code=party["agency"]).first()
        if agency is None:
            raise NotEntered(_("Chưa có cơ quan mang mã “%s”.") % party["agency"])
        add_party(transcript=transcript, name=party["name"], agency=agency, by=by)
        transcript.refresh_from_db()
    for turn, line in enumerate(said["line"]):
        typed = TypedLine(line["marker"], (line["text"], *line.get("paragraphs", ())))
        insert_line(
            transcript=transcript, version=transcript.version, after=turn, line=typed, by=by
        )
        transcript.refresh_from_db()
    return transcript


def head_of(transcript: Transcript) -> TypedHead:
    """The head as the reader's lines need it."""
    years = (transcript.first_year, transcript.last_year)
    bases = (" ".join(line.split()) for line in transcript.bases.splitlines())
    return TypedHead(
        kind=transcript.kind,
        number=transcript.number,
        title=transcript.title,
        place=transcript.place,
        signed_on=transcript.signed_on,
        period=(years[0], years[1]) if years[0] and years[1] else None,
        parties=tuple(party.name_as_signed for party in transcript.parties.all()),
        bases=tuple(line for line in bases if line),
    )


def typed_lines(transcript: Transcript) -> list[TypedLine]:
    """The lines in order."""
    return [TypedLine(row.marker, tuple(row.paragraphs)) for row in transcript.lines.all()]


def addresses(transcript: Transcript) -> Sequence[str]:
    """The address of each line; none where the lines cannot be read."""
    try:
        return transcribed.addresses(head_of(transcript), typed_lines(transcript))
    except NotRead:
        return [""] * transcript.lines.count()


def _check_can_hand_over(transcript: Transcript) -> None:
    if not transcript.lines.exists() or not transcript.parties.exists():
        raise Refused(
            _(
                "Chưa đưa vào được: bản nhập tay chưa có bên ký kết hoặc chưa có điều khoản nào. "
                "Đề nghị nhập tiếp."
            )
        )


def _as_fields(head: Head) -> dict[str, Any]:
    return {each.name: getattr(head, each.name) for each in fields(Head)}


def _latest(transcript: Transcript, version: int) -> Transcript:
    """The row, locked; Stale when it has moved on, Refused when it has been entered."""
    current = Transcript.objects.select_for_update().get(pk=transcript.pk)
    if current.programme_id is not None:
        raise Refused(_("Chưa sửa được: bản nhập tay này đã được đưa vào rà soát."))
    if current.version != version:
        raise Stale(
            _(
                "Chưa ghi nhận được: bản nhập tay vừa được người khác cập nhật. Chữ vừa gõ vẫn còn "
                "dưới đây; đề nghị xem lại rồi lưu."
            )
        )
    return current


def _note(transcript: Transcript, by: Actor | None) -> None:
    transcript.version += 1
    transcript.save()
    audit.record("ledger.transcript_written", by=by, target=transcript)
