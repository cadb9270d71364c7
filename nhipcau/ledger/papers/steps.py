"""What a person may do next with a paper; a step that is refused says why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.base.refusal import Refused
from nhipcau.registry.modules import registry

from . import policies
from .actions.issuing import may_number
from .actions.moving import consents
from .models import Paper
from .speaking import drafts, others_consent, sides_of

State = Paper.State
# Stands for a reason that the person will still write.
SOME_REASON = "…"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its code, the words on its button, and why not, where it is refused."""

    code: str
    label: str
    why: str = ""

    @property
    def is_open(self) -> bool:
        return not self.why


class Steps:
    """The steps that belong to the paper's state, in the order of the way."""

    def __init__(self, paper: Paper, user: User) -> None:
        self.paper, self.user = paper, user
        self.is_drafter = drafts(user, paper)
        self.sides = sides_of(user, paper)
        self._others = others_consent(paper)
        self.all = list(self._steps())

    def __contains__(self, code: str) -> bool:
        return any(step.code == code and step.is_open for step in self.all)

    @property
    def refused(self) -> list[Step]:
        return [step for step in self.all if not step.is_open]

    @property
    def may_write(self) -> bool:
        return self.is_drafter and self.user.may("papers.draft") and self.paper.is_open

    @property
    def is_concerned(self) -> bool:
        """Whether the person belongs to a side at all: others only read."""
        return self.is_drafter or bool(self.sides)

    def _steps(self) -> Iterator[Step]:
        if not self.is_concerned:
            return
        paper, drafter, others = self.paper, self.is_drafter, self._others
        if paper.state == State.DRAFT and drafter:
            if others:
                yield self._step("ask", _("Gửi lấy ý kiến"), "papers.draft", self._ask)
            else:
                yield self._step("submit", _("Trình ký"), "papers.draft", self._submit)
            if not paper.edition:
                yield self._step("delete", _("Xóa dự thảo"), "papers.draft", self._delete)
            else:
                yield self._step("drop", _("Dừng soạn thảo"), "papers.draft", self._drop)
        if paper.state in policies.UNDER_WAY:
            yield self._step("consent", _("Thống nhất"), "papers.agree", self._consent)
            label = _("Đề nghị sửa đổi, bổ sung")
            yield self._step("send_back", label, "papers.agree", self._send_back)
            if drafter:
                yield self._step("submit", _("Trình ký"), "papers.draft", self._submit)
        if paper.state == State.SUBMITTED:
            label = _("Ghi nhận số, ngày ban hành")
            yield self._step("record", label, "papers.record", self._record)
        if paper.state in {*policies.UNDER_WAY, State.SUBMITTED} and drafter:
            yield self._step("take_back", _("Rút lại"), "papers.draft", self._take_back)
        if paper.state == State.ISSUED and drafter:
            yield self._step("replace", _("Soạn văn bản thay thế"), "papers.draft", self._replace)
            yield self._step(
                "correct", _("Soạn công văn đính chính"), "papers.draft", self._replace
            )

    def _step(self, code: str, label: str, permission: str, check: Callable[[], None]) -> Step:
        if not self.user.may(permission):
            right = registry.permissions()[permission].label
            why = _("cần quyền “%(right)s”; đề nghị người có quyền đó của đơn vị thực hiện.")
            return Step(code, label, why % {"right": right})
        try:
            check()
        except Refused as refusal:
            return Step(code, label, str(refusal))
        return Step(code, label)

    def _ask(self) -> None:
        policies.check_can_ask(self.paper, is_drafter=self.is_drafter, others_consent=self._others)

    def _consent(self) -> None:
        held = consents(self.paper)
        given = {side.agency_id for side in self.paper.sides.all() if side.agency.uuid in held}
        policies.check_can_consent(
            self.paper,
            sides=self.sides,
            by=self.user.uuid,
            given=given,
            givers=set(held.values()),
        )

    def _send_back(self) -> None:
        policies.check_can_send_back(self.paper, sides=self.sides, reason=SOME_REASON)

    def _submit(self) -> None:
        policies.check_can_submit(
            self.paper, is_drafter=self.is_drafter, others_consent=self._others
        )

    def _take_back(self) -> None:
        policies.check_can_take_back(self.paper, is_drafter=self.is_drafter, reason=SOME_REASON)

    def _drop(self) -> None:
        policies.check_can_drop(self.paper, is_drafter=self.is_drafter, reason=SOME_REASON)

    def _delete(self) -> None:
        policies.check_can_delete(self.paper, is_drafter=self.is_drafter)

    def _record(self) -> None:
        policies.check_numbers(is_numbering=may_number(self.user, self.paper) or self.is_drafter)

    def _replace(self) -> None:
        policies.check_can_replace(self.paper, is_drafter=self.is_drafter)
