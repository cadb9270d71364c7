"""A task: what is to be done, who leads, who has which part, until when, what comes out of it."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency, Place, User
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Programme, Provision

from .directive import Directive
from .plan import Plan
from .task_rows import TaskQuerySet


class Task(models.Model):
    """Nhiệm vụ: from an obligation, a directive, an arising matter or a proposal."""

    class State(models.TextChoices):
        NOT_STARTED = "not_started", _("Chưa triển khai")
        ONGOING = "ongoing", _("Đang thực hiện")
        AWAITING = "awaiting", _("Chờ xác nhận hoàn thành")
        DONE = "done", _("Hoàn thành")
        PAUSED = "paused", _("Tạm dừng")
        OUT = "out", _("Đưa ra khỏi kế hoạch")

    OPEN: ClassVar[tuple[str, ...]] = ("not_started", "ongoing", "awaiting")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="tasks")
    # Found by indexes that begin with them: the plan's and the lead's.
    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks", db_index=False
    )
    directive = models.ForeignKey(
        Directive, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    # The same task asked of many (provinces): each has a row below the one that asks.
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    code = models.CharField(_("mã"), max_length=40)  # «25.IV1d.02»
    title = models.TextField(_("nhiệm vụ"))
    # The point of the text that it stands under in the plan; what it answers are obligations.
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    obligations = models.ManyToManyField(Obligation, related_name="tasks", blank=True)
    lead = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="led_tasks", db_index=False
    )
    leader_name = models.CharField(_("lãnh đạo phụ trách"), max_length=120, blank=True)
    officer_name = models.CharField(_("chuyên viên theo dõi"), max_length=120, blank=True)
    officer = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="followed_tasks"
    )
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    # Routine work asks for a yearly output and is never overdue.
    is_routine = models.BooleanField(_("thường xuyên"), default=False)
    first_day = models.DateField(_("bắt đầu"), null=True, blank=True)
    due = models.DateField(_("thời hạn"), null=True, blank=True)
    deliverable = models.CharField(_("sản phẩm"), max_length=300, blank=True)
    # In words, as the plan has it; counted targets are the evidence room's.
    target = models.CharField(_("chỉ tiêu"), max_length=300, blank=True)
    result = models.TextField(_("kết quả"), blank=True)
    state = models.CharField(
        _("tình trạng"), max_length=12, choices=State, default=State.NOT_STARTED
    )
    done_on = models.DateField(_("ngày hoàn thành"), null=True, blank=True)
    # Who asks for it confirms that it is done; a person of another name than who proposed.
    asked_by = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="asked_tasks"
    )
    # Who proposed that it is done, and which day an extension is asked for, while that waits.
    proposed_by = models.UUIDField(null=True, blank=True)
    asked_due = models.DateField(_("đề nghị gia hạn đến"), null=True, blank=True)
    is_example = models.BooleanField(_("ví dụ minh họa"), default=False)
    updated_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["code", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["plan", "code"], name="one_task_per_code_in_a_plan"),
            models.UniqueConstraint(
                fields=["programme", "code"],
                condition=Q(plan=None),
                name="one_task_per_code_outside_plans",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(done_on__isnull=False),
                name="a_task_that_is_done_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(is_routine=False) | Q(due=None), name="routine_work_has_no_due_day"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["plan", "code", "id"], name="tasks_of_a_plan_in_order"),
            # Whatever a list filters by lies in the index itself: a page far down is found there,
            # without the rows.
            models.Index(
                fields=["code", "id"],
                include=[
                    "plan",
                    "directive",
                    "programme",
                    "provision",
                    "lead",
                    "place",
                    "asked_by",
                    "officer",
                    "state",
                    "due",
                    "is_routine",
                ],
                name="tasks_in_order",
            ),
            # Counted by place, and joined with their money, without the rows as well.
            models.Index(
                fields=["plan", "place", "lead", "state", "due"], name="tasks_of_a_plan_by_place"
            ),
            models.Index(fields=["plan", "place", "id"], name="tasks_of_a_plan_with_money"),
            models.Index(fields=["lead", "state", "due"], name="tasks_of_an_agency_by_due"),
            models.Index(
                F("due"),
                name="open_tasks_by_due",
                condition=Q(state__in=("not_started", "ongoing", "awaiting")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title[:60]}"

    def get_absolute_url(self) -> str:
        return reverse("ledger:task", args=[self.uuid])

    @property
    def asker(self) -> Agency | None:
        """Who asked for it, and so confirms: said on the task, else whose plan or whose paper it is."""
        if self.asked_by is not None or self.plan is None:
            return self.asked_by
        return self.plan.agency or (self.plan.paper.drafted_by if self.plan.paper else None)

    def is_overdue(self, *, on: date) -> bool:
        """Whether its day has passed; a product that waits for confirmation is with the asker."""
        waiting = self.state in {self.State.NOT_STARTED, self.State.ONGOING}
        return waiting and self.due is not None and self.due < on


class TaskPart(models.Model):
    """Đơn vị phối hợp: a partner of a task, and its part in it."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="parts")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="task_parts")
    words = models.CharField(_("phần việc phối hợp"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["task", "agency"], name="one_part_per_partner"),
        ]

    def __str__(self) -> str:
        return f"{self.task_id}: {self.agency_id}"
