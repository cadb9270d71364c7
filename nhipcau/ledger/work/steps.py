"""The steps that a task offers to a person: which are open, and what each needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import User
from nhipcau.base.refusal import Refused

from . import houses
from .actions import tasks
from .models import Task

State = Task.State
Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its button, what is said afterwards, from which states, and what it asks for."""

    code: str
    label: str | Promise
    done: str | Promise
    states: frozenset[str]
    act: Callable[[Task, User, Given], object]
    # What the words are called; empty where the step needs none.
    words: str | Promise = ""
    with_day: bool = False
    with_document: bool = False
    # Only while an extension waits, or only while none does.
    extension: bool | None = None

    def take(self, task: Task, by: User, given: Given) -> None:
        """Do it. Raises Refused or Stale."""
        self.act(task, by, given)

    def is_open(self, task: Task) -> bool:
        if self.extension is not None and self.extension != (task.asked_due is not None):
            return False
        return task.state in self.states


def _step(
    code: str, label: Any, done: Any, states: tuple[State, ...], act: Any, **more: Any
) -> Step:
    return Step(code, label, done, frozenset(each.value for each in states), act, **more)


BEGUN = (State.NOT_STARTED, State.ONGOING)
OWN = {
    step.code: step
    for step in (
        _step(
            "bat-dau", _("Bắt đầu thực hiện"), _("đã ghi nhận bắt đầu thực hiện."),
            (State.NOT_STARTED,),
            lambda task, by, given: tasks.start(task=task, by=by, version=given["version"]),
        ),
        _step(
            "de-nghi", _("Đề nghị xác nhận hoàn thành"), _("đã đề nghị xác nhận hoàn thành."),
            BEGUN,
            lambda task, by, given: tasks.propose_done(
                task=task, result=given["words"], by=by, version=given["version"]
            ),
            words=_("Kết quả, sản phẩm"),
        ),
        _step(
            "gia-han", _("Đề nghị gia hạn"), _("đã gửi đề nghị gia hạn."), BEGUN,
            lambda task, by, given: _ask_extension(task, by, given),
            words=_("Lý do"), with_day=True, extension=False,
        ),
    )
}  # fmt: skip
ASKERS = {
    step.code: step
    for step in (
        _step(
            "xac-nhan", _("Xác nhận hoàn thành"), _("đã xác nhận hoàn thành."), (State.AWAITING,),
            lambda task, by, given: tasks.confirm_done(
                task=task, by=by, version=given["version"]
            ),
        ),
        _step(
            "bo-sung", _("Trả lại, đề nghị bổ sung"), _("đã trả lại, đề nghị bổ sung."),
            (State.AWAITING,),
            lambda task, by, given: tasks.say_not_yet(
                task=task, reason=given["words"], by=by, version=given["version"]
            ),
            words=_("Lý do"),
        ),
        _step(
            "chap-thuan", _("Chấp thuận gia hạn"), _("đã chấp thuận gia hạn."), BEGUN,
            lambda task, by, given: tasks.decide_extension(
                task=task, granted=True, reason=given["words"], by=by, version=given["version"]
            ),
            extension=True,
        ),
        _step(
            "khong-chap-thuan", _("Không chấp thuận gia hạn"), _("đã ghi nhận không gia hạn."),
            BEGUN,
            lambda task, by, given: tasks.decide_extension(
                task=task, granted=False, reason=given["words"], by=by, version=given["version"]
            ),
            words=_("Lý do"), extension=True,
        ),
        _step(
            "tam-dung", _("Tạm dừng"), _("đã tạm dừng."), BEGUN,
            lambda task, by, given: tasks.pause(
                task=task, reason=given["words"], by=by, version=given["version"]
            ),
            words=_("Lý do"),
        ),
        _step(
            "tiep-tuc", _("Tiếp tục thực hiện"), _("đã ghi nhận tiếp tục thực hiện."), (State.PAUSED,),
            lambda task, by, given: tasks.resume(task=task, by=by, version=given["version"]),
        ),
        _step(
            "dua-ra", _("Đưa ra khỏi kế hoạch"), _("đã đưa ra khỏi kế hoạch."),
            (*BEGUN, State.AWAITING, State.PAUSED),
            lambda task, by, given: tasks.take_out(
                task=task, document=given["document"], reason=given["words"], by=by,
                version=given["version"],
            ),
            words=_("Lý do"), with_document=True,
        ),
        _step(
            "mo-lai", _("Mở lại"), _("đã mở lại."), (State.DONE, State.OUT),
            lambda task, by, given: tasks.reopen(
                task=task, reason=given["words"], by=by, version=given["version"]
            ),
            words=_("Lý do"),
        ),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offered:
    """A step with the name of the address that takes it."""

    step: Step
    url_name: str


def open_to(user: User, task: Task) -> list[Offered]:
    """The steps that this person may take now."""
    offered: list[Offered] = []
    if user.may("work.write") and houses.speaks_for(user, task.lead):
        offered += [Offered(each, "ledger:task-do") for each in OWN.values() if each.is_open(task)]
    asker = task.asker or task.lead
    if user.may("work.confirm") and houses.speaks_for(user, asker):
        offered += [
            Offered(each, "ledger:task-decide")
            for each in ASKERS.values()
            if each.is_open(task) and not _is_own_proposal(user, task, each)
        ]
    return [each for each in offered if each.step.code != "gia-han" or task.due is not None]


def _is_own_proposal(user: User, task: Task, step: Step) -> bool:
    """Who proposed it does not confirm it: the button is another person's."""
    return step.code == "xac-nhan" and task.proposed_by == user.uuid


def _ask_extension(task: Task, by: User, given: Given) -> Task:
    if given["day"] is None:
        raise Refused(str(_("Chưa đề nghị được: thiếu ngày. Đề nghị ghi ngày gia hạn đến.")))
    return tasks.ask_extension(
        task=task, new_due=given["day"], reason=given["words"], by=by, version=given["version"]
    )
