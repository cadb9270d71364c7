"""What of figures waits for a commune: its one page of a quarter, offered and never overdue."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.language.dates import write_figures
from nhipcau.ledger.work.models import Task
from nhipcau.ledger.work.worklist import SOON, Item

from .models import CommuneQuarter, Period

LEVEL = "commune"


def of_quarters(user: User, on: date) -> Iterable[Item]:
    """Pages of quarters that close soon or have just closed and were not sent by the own commune."""
    if not user.may("evidence.lodge"):
        return
    for agency in user.agencies():
        if agency.level == LEVEL:
            for period in _not_sent(agency, on):
                yield _item(period, agency)


def _not_sent(agency: Agency, on: date) -> "QuerySet[Period]":
    """Open quarters of the programmes in which a commune has work or has told of a quarter."""
    near = timedelta(days=SOON)
    concerned = Task.objects.filter(lead=agency).values("programme")
    told = CommuneQuarter.objects.filter(agency=agency)
    quarters = Period.objects.filter(
        kind=Period.Kind.QUARTER, closed_at=None, first_day__lte=on,
        closing_day__range=(on - near, on + near),
    )  # fmt: skip
    ours = quarters.filter(programme__in=concerned) | quarters.filter(
        programme__in=told.values("period__programme")
    )
    sent = Exists(told.filter(period=OuterRef("pk")))
    return ours.exclude(sent).select_related("programme").distinct().order_by("closing_day", "pk")


def _item(period: Period, agency: Agency) -> Item:
    address = reverse("ledger:commune-quarter", args=[period.programme.slug])
    closing = write_figures(period.closing_day)
    return Item(
        _("Trang quý của xã: %(label)s") % {"label": period.label},
        _("chưa gửi; chốt số liệu ngày %(day)s") % {"day": closing},
        f"{address}?ky={period.uuid}", kind=_("số liệu quý chờ gửi"),
        uid=f"quarter-{period.uuid}-{agency.uuid}",
    )  # fmt: skip
