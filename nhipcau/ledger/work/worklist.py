"""Việc chờ xử lý: what waits for a person, from every room that has something to say."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.language.dates import write_figures
from nhipcau.ledger.papers import turns
from nhipcau.ledger.papers.models import Paper
from nhipcau.ledger.papers.values import Turn

from . import houses, names, visibility, words
from .models import Directive, Task

MOST = 100  # rows from one source
SOON = 30  # days ahead


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that waits: what, why, until when, where it is done."""

    title: str
    why: str
    address: str
    due: date | None = None
    # «late», «soon» or nothing, as the chips of pages.
    tone: str = ""
    note: str = ""
    # The button, where it is more than opening.
    action: str = ""
    # A word that a mail may carry; titles of internal papers stay on the page.
    kind: str = ""
    # A day that stays the same thing in a calendar, whatever it is called.
    uid: str = field(default="", compare=False)


Source = Callable[[User, date], Iterable[Item]]
_sources: list[Source] = []


def provide(source: Source) -> None:
    """Let a room add its rows; it calls this once, when the application is ready."""
    if source not in _sources:
        _sources.append(source)


def items(user: User, on: date) -> list[Item]:
    """Everything that waits for a person on a day: the late first, then by day."""
    found = [each for source in _sources for each in source(user, on)]
    return sorted(found, key=lambda each: (each.tone != "late", each.due or date.max))


def of_confirmations(user: User, on: date) -> Iterable[Item]:
    """Products that wait for the confirmation of who asked, and extensions that were asked for."""
    if not user.may("work.confirm"):
        return
    near = houses.near(user)
    asked = Q(asked_by__in=near) | Q(asked_by=None) & (
        Q(plan__agency__in=near)
        | Q(plan__agency=None, plan__paper__drafted_by__in=near)
        | Q(plan__agency=None, plan__paper=None, lead__in=near)
        | Q(plan=None, lead__in=near)
    )
    waiting = Q(state=Task.State.AWAITING) | Q(asked_due__isnull=False)
    tasks = Task.objects.filter(asked, waiting).exclude(
        state=Task.State.AWAITING, proposed_by=user.uuid
    )
    called = names.of_agencies(tasks.values_list("lead", flat=True)[:MOST])
    for task in tasks.order_by("due", "code", "id")[:MOST]:
        lead = called.get(task.lead_id, "")
        if task.asked_due is not None:
            yield _item(
                task, _("%(lead)s đề nghị gia hạn đến %(day)s")
                % {"lead": lead, "day": write_figures(task.asked_due)},
                kind=_("đề nghị gia hạn"), action=_("Quyết định"),
            )  # fmt: skip
        else:
            yield _item(
                task, _("%(lead)s đề nghị xác nhận hoàn thành") % {"lead": lead},
                kind=_("chờ xác nhận hoàn thành"), action=_("Xác nhận"),
            )  # fmt: skip


def of_tasks(user: User, on: date) -> Iterable[Item]:
    """Tasks that the person's own unit leads: overdue, or due within thirty days."""
    own = houses.of(user).own
    near_day = date.fromordinal(on.toordinal() + SOON)
    tasks = Task.objects.filter(
        Q(lead__in=own) | Q(officer=user),
        state__in=(Task.State.NOT_STARTED, Task.State.ONGOING), due__lte=near_day,
    )  # fmt: skip
    for task in tasks.order_by("due", "code", "id")[:MOST]:
        sees = task.lead_id in own
        yield _item(
            task, words.status(task, on=on, with_lateness=sees),
            kind=_("nhiệm vụ đến hạn"),
            tone=words.tone(task, on=on, with_lateness=sees).value,
        )  # fmt: skip


def of_units(user: User, on: date) -> Iterable[Item]:
    """What is overdue in the units below a leader: own leader first, before any other side."""
    if not user.may("work.confirm"):
        return
    house = houses.of(user)
    below = house.below - house.own
    if not below:
        return
    late = Task.objects.overdue(on=on).filter(lead__in=below)
    leads = set(late.order_by().values_list("lead", flat=True).distinct())
    seen = visibility.sight_of(user).seen_among(leads)
    called = names.of_agencies(seen)
    for task in late.filter(lead__in=seen).order_by("due", "code", "id")[:MOST]:
        why = f"{called.get(task.lead_id, '')}: {words.status(task, on=on)}"
        yield _item(task, why, kind=_("nhiệm vụ quá hạn của đơn vị"), tone="late")


def of_directives(user: User, on: date) -> Iterable[Item]:
    """What was received and started no task yet."""
    if not user.may("work.write"):
        return
    received = Directive.objects.filter(agency__in=houses.of(user).own, tasks=None)
    for each in received.order_by("due", "-issued_on")[:MOST]:
        late = each.due is not None and each.due < on
        yield Item(
            each.title, _("chưa giao thành nhiệm vụ"), each.get_absolute_url(), each.due,
            tone="late" if late else "", action=_("Giao nhiệm vụ"),
            kind=_("văn bản, ý kiến chỉ đạo chưa giao"), uid=f"directive-{each.uuid}",
        )  # fmt: skip


def of_papers(user: User, on: date) -> Iterable[Item]:
    """Papers whose turn is with one of the person's agencies."""
    for paper, turn in turns.waiting_on(user):
        late = paper.answer_by is not None and paper.answer_by < on
        yield Item(
            paper.title, _asked_of(paper, turn), paper.get_absolute_url(), paper.answer_by,
            tone="late" if late else "", kind=_("văn bản chờ xử lý"), uid=f"paper-{paper.uuid}",
        )  # fmt: skip


def _asked_of(paper: Paper, turn: Turn) -> str:
    """«Kế hoạch: có ý kiến đối với bản 1»: of which type of paper something is asked."""
    of_type = paper.outline.get_document_type_display() if paper.outline else ""
    return f"{of_type}: {turn.what}" if of_type else turn.what


OWN: tuple[Source, ...] = (of_papers, of_confirmations, of_tasks, of_units, of_directives)


def _item(task: Task, why: str, *, kind: str, action: str = "", tone: str = "") -> Item:
    return Item(
        task.title, why, task.get_absolute_url(), task.due, tone=tone, note=task.code,
        action=action, kind=kind, uid=f"task-{task.uuid}",
    )  # fmt: skip
