"""A point of a province's own programme or plan, and the point of the central text it answers."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nhipcau.ledger.programmes.models import Provision
from nhipcau.ledger.work.models import Task

from .province_action import ProvinceAction
from .withdrawn import Withdrawable


class PointLink(Withdrawable):
    """Đối chiếu: suggested by the likeness of the words, confirmed by a person."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    action = models.ForeignKey(ProvinceAction, on_delete=models.PROTECT, related_name="links")
    own_provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, blank=True, related_name="links_upwards"
    )
    own_task = models.ForeignKey(
        Task, on_delete=models.PROTECT, null=True, blank=True, related_name="links_upwards"
    )
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, related_name="linked_points",
        verbose_name=_("điều khoản của chương trình trung ương"),
    )  # fmt: skip

    class Meta:
        ordering: ClassVar[list[str]] = ["provision__order", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(own_provision__isnull=False, own_task=None)
                | Q(own_provision=None, own_task__isnull=False),
                name="a_link_is_from_a_provision_or_a_task",
            ),
            models.UniqueConstraint(
                fields=["action", "own_provision", "provision"],
                condition=Q(withdrawn_at=None, own_provision__isnull=False),
                name="one_link_per_pair_of_provisions",
            ),
            models.UniqueConstraint(
                fields=["action", "own_task", "provision"],
                condition=Q(withdrawn_at=None, own_task__isnull=False),
                name="one_link_per_task_and_provision",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.own_provision_id or self.own_task_id} → {self.provision_id}"
