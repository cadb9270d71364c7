"""Urging: how two agencies stand to each other, and which step is one's right."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nhipcau.agencies.directory import upwards
from nhipcau.agencies.models import Agency
from nhipcau.base.refusal import Refused

from .models import Relation, Rung

COMMITTEE = "people's committee"
UNIT = "unit"
URGING = "urging-letter"
DEFAULT_TONE = "đề nghị quý cơ quan"
# From the highest down; those that the data do not place stand with nobody.
LEVELS = ("central", "provincial", "district", "commune")


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps between two agencies on a day, and which one comes next."""

    relation: Relation
    rungs: tuple[Rung, ...]
    next: Rung | None


def ladder(asker: Agency, asked: Agency, *, on: date, taken: Collection[int] = ()) -> Ladder:
    """The steps that are the asking agency's right; `taken` are orders of steps done already.

    Nothing is sent by itself: each step waits for a person. Raises Refused.
    """
    check_may_urge(asker, asked)
    relation = relation_of(asker, asked)
    rungs = tuple(Rung.objects.of(relation, on=on))
    coming = next((rung for rung in rungs if rung.order not in taken), None)
    return Ladder(relation, rungs, coming)


def relation_of(asker: Agency, asked: Agency) -> Relation:
    """How the asking agency stands to the asked one; the more courteous where it is not known."""
    if asker.pk in upwards([asked]):
        return Relation.SUBORDINATE
    if asked.pk in upwards([asker]) or _is_below(asker, asked):
        return Relation.UPWARD
    if _rank(asker) == _rank(asked):
        return Relation.EQUAL
    if asked.kind != COMMITTEE and _share_functions(asker, asked):
        return Relation.SECTOR
    return Relation.OTHER_SYSTEM


def check_may_urge(asker: Agency, asked: Agency) -> None:
    """A unit of a ministry does not urge a people's committee; nobody itself. Raises Refused."""
    if asker.pk == asked.pk:
        raise Refused(_("Chưa đôn đốc được: đây là chính cơ quan của ông/bà."))
    if asked.kind == COMMITTEE and _is_unit(asker) and asker.level != asked.level:
        raise Refused(
            _(
                "Chưa đôn đốc được: %(asker)s không có thẩm quyền đôn đốc %(asked)s. "
                "Đề nghị trình lãnh đạo %(above)s ký văn bản, hoặc trao đổi với sở chuyên ngành."
            )
            % {"asker": asker, "asked": asked, "above": asker.parent or asker}
        )


def check_may_write(kind: str, asker: Agency, asked: Agency) -> str:
    """The tone in which a letter of this kind goes to an agency. Raises Refused with a better way.

    Only letters of urging are a matter of right; of others the tone is «đề nghị».
    """
    if kind != URGING:
        return DEFAULT_TONE
    check_may_urge(asker, asked)
    relation = relation_of(asker, asked)
    rung = Rung.objects.filter(relation=relation, kind=URGING).first()
    if rung is None:
        raise Refused(
            _(
                "Chưa soạn được công văn đôn đốc: %(asker)s và %(asked)s có quan hệ %(relation)s. "
                "Đề nghị dùng công văn đề nghị phối hợp."
            )
            % {"asker": asker, "asked": asked, "relation": relation.label}
        )
    return rung.tone


def message(
    rung: Rung, *, asker: Agency, asked: Agency, programme: str, matter: str, due: str
) -> str:
    """The words to copy into a telephone chat; what is not said stays to be filled in."""
    return rung.message.format(
        asker=asker.short_name,
        asked=asked.short_name,
        programme=programme or "…",
        matter=matter or "…",
        due=due or "…",
    )


def _is_unit(agency: Agency) -> bool:
    return agency.kind == UNIT and agency.parent_id is not None


def _rank(agency: Agency) -> tuple[str, bool, bool]:
    """Level, and whether it is a unit of another body: ministries with ministries, sở with sở."""
    return agency.level, _is_unit(agency), agency.kind == COMMITTEE


def _is_below(asker: Agency, asked: Agency) -> bool:
    """A province's body and a ministry, a commune and its province."""
    if asker.level not in LEVELS or asked.level not in LEVELS:
        return False
    return LEVELS.index(asker.level) > LEVELS.index(asked.level)


def _share_functions(asker: Agency, asked: Agency) -> bool:
    return bool(_functions(asker) & _functions(asked))


def _functions(agency: Agency) -> set[str]:
    """Its functions; of a body of one province also those of its kind, of a unit its ministry's."""
    own = set(agency.functions)
    for near in (agency.instance_of, agency.parent if agency.level == "central" else None):
        own |= set(near.functions) if near else set()
    return own
