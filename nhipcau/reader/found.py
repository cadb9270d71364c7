"""What one paragraph says of who does what, in the making."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nhipcau.reader.blocks import Block
from nhipcau.reader.outline import Node
from nhipcau.reader.subjects import Subject
from nhipcau.reader.tree import PartyMention


@dataclass(slots=True)
class Found:
    """What one paragraph says, in the making."""

    lead: list[PartyMention] = field(default_factory=list)
    coordinate: list[PartyMention] = field(default_factory=list)
    guide: list[PartyMention] = field(default_factory=list)
    guided: list[PartyMention] = field(default_factory=list)
    support: list[PartyMention] = field(default_factory=list)
    participate: list[PartyMention] = field(default_factory=list)
    executor: list[PartyMention] = field(default_factory=list)
    responsible: list[PartyMention] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def add(self, part: str, mentions: Sequence[PartyMention]) -> None:
        """Put `mentions` down under `part`, each once."""
        target: list[PartyMention] = getattr(self, part)
        known = {(each.name, each.from_line) for each in target}
        target += [each for each in mentions if (each.name, each.from_line) not in known]

    @property
    def is_strict(self) -> bool:
        """A leading, coordinating or guiding body is named."""
        return bool(self.lead or self.coordinate or self.guide)


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of a provision, from where its marker ends."""

    node: Node
    block: Block
    start: int
    is_heading: bool
    subject: Subject
