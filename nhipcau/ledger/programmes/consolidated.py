"""The rows of a programme as values, consolidated on a day."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Prefetch

from .consolidation import Act, Consolidation, Edit, Issued, Place, consolidate
from .models import Amendment, Change, Programme, Provision

# Every agreed amendment counts by then: what stands in the end.
END_OF_TIME = date.max


def as_of(programme: Programme, day: date, *, with_draft: Amendment | None = None) -> Consolidation:
    """The consolidated text on a day; `with_draft` counts as though it were agreed already."""
    agreed = Amendment.objects.of(programme).in_force().prefetch_related(_CHANGES)
    amendments = [issued(each) for each in agreed]
    if with_draft is not None and not with_draft.is_agreed:
        amendments.append(issued(with_draft, day=day))
    return consolidate(_signed(programme), amendments, day=day)


def issued(amendment: Amendment, day: date | None = None) -> Issued:
    """An amendment as a value; one that has no effect day yet takes `day`."""
    effective_on = amendment.effective_on or day
    if effective_on is None:
        raise ValueError(f"{amendment.uuid} has no effect day")
    return Issued(
        key=str(amendment.uuid),
        label=str(amendment),
        number=amendment.number,
        signed_on=amendment.signed_on or effective_on,
        effective_on=effective_on,
        edits=tuple(_edit(change) for change in amendment.changes.all()),
    )


def ended_places(programme: Programme, day: date) -> Mapping[str, Issued]:
    """Addresses that are repealed by a day, each with what repealed it: their duties have ended."""
    return {
        each.address: each.last.amendment
        for each in as_of(programme, day).places
        if each.last is not None and each.is_repealed
    }


_CHANGES = Prefetch("changes", Change.objects.select_related("provision"))


def _signed(programme: Programme) -> list[Place]:
    rows = Provision.objects.signed().filter(programme=programme).select_related("parent")
    return [
        Place(
            address=row.address,
            parent=row.parent.address if row.parent else "",
            marker=row.marker,
            paragraphs=tuple(row.all_paragraphs),
            is_heading=row.is_heading,
        )
        for row in rows
    ]


def _edit(change: Change) -> Edit:
    place = Place(
        address=change.place,
        parent=change.parent,
        marker=change.marker,
        paragraphs=change.all_paragraphs,
        is_heading=change.is_heading,
    )
    return Edit(Act(change.act), place, change.after)
