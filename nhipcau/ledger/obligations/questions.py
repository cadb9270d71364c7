"""What is still open before a programme can be published: read, never stored."""

from dataclasses import dataclass

from nhipcau.ledger.programmes.models import Party, Programme

from .models import NameMeaning, Obligation, Part


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions to a person: proposals, names that nobody has said, parties without an agency."""

    obligations: tuple[Obligation, ...]
    names: tuple[str, ...]
    parties: tuple[Party, ...]

    def __len__(self) -> int:
        return len(self.obligations) + len(self.names) + len(self.parties)


def open_questions(programme: Programme) -> Questions:
    """All that a person still has to say about a programme."""
    return Questions(
        obligations=tuple(Obligation.objects.of(programme).open()),
        names=tuple(unresolved_names(programme)),
        parties=tuple(programme.parties.filter(agency=None)),
    )


def unresolved_names(programme: Programme) -> list[str]:
    """Names with a part that mean no one agency and about which nobody has said anything."""
    said = NameMeaning.objects.filter(programme=programme).values("name")
    parts = (
        Part.objects.filter(obligation__provision__programme=programme, agency=None)
        .exclude(obligation__state=Obligation.State.REJECTED)
        .exclude(name_as_written__in=said)
        .order_by("obligation__provision__order", "obligation__order", "order")
    )
    return list(dict.fromkeys(parts.values_list("name_as_written", flat=True)))
