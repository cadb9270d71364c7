"""The points of a province's own programme or plan beside those of the central text."""

from dataclasses import dataclass

from nhipcau.ledger.programmes.models import Programme, Provision
from nhipcau.ledger.work.models import Task

from .models import PointLink, ProvinceAction
from .similarity import Central, Suggestion


@dataclass(frozen=True, slots=True)
class Point:
    """One of the province's own: its place, its words, what it is linked to, what it may answer."""

    own: Provision | Task
    place: str
    text: str
    links: tuple[PointLink, ...]
    suggestions: tuple[Suggestion, ...]

    @property
    def key(self) -> str:
        """Its name in a form: «p12» for a provision, «t7» for a task."""
        return f"{'p' if isinstance(self.own, Provision) else 't'}{self.own.pk}"


def points(action: ProvinceAction) -> tuple[Point, ...]:
    """The own points of an action with suggestions; none where nothing of it is loaded."""
    central = Central(action.programme.provisions.signed())
    links = list(action.links.filter(withdrawn_at=None).select_related("provision"))
    found = []
    for own, place, text in _own(action):
        held = tuple(each for each in links if own in (each.own_provision, each.own_task))
        linked = {each.provision_id for each in held}
        likely = (each for each in central.suggest(text) if each.provision.pk not in linked)
        found.append(Point(own, place, text, held, tuple(likely)))
    return tuple(found)


def _own(action: ProvinceAction) -> list[tuple[Provision | Task, str, str]]:
    found: list[tuple[Provision | Task, str, str]] = []
    if action.own_programme:
        for each in action.own_programme.provisions.signed().filter(is_heading=False):
            found.append((each, each.address, "\n".join(each.all_paragraphs)))
    if action.own_plan:
        found += [(task, task.code, task.title) for task in action.own_plan.tasks.all()]
    return found


def linked_to(programme: Programme, address: str = "") -> list[PointLink]:
    """Who linked which point to the points of a central programme, or to one of them."""
    links = PointLink.objects.filter(
        provision__programme=programme, withdrawn_at=None, action__withdrawn_at=None
    )
    if address:
        links = links.filter(provision__address=address)
    return list(
        links.select_related(
            "provision", "own_provision__programme", "own_task__plan", "action__place__list"
        )
        .prefetch_related("action__place__names")
        .order_by("provision__order", "action__place__code", "id")
    )
