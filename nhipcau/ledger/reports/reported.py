"""The annex of numbers that units report otherwise: the platform's beside theirs, with the reason."""

from django.utils.translation import gettext as _

from . import parties
from .consolidating import gathered
from .models import Report
from .numbers import given_numbers
from .tables import Sheet, frozen_rows


def sheet(report: Report) -> Sheet:
    """Both numbers wherever a unit reports another than the platform, with its reason."""
    who = parties.name_of(report)
    own = [
        (who, each.words, each.ours, each.given.theirs, each.given.reason)
        for each in given_numbers(report)
        if each.given is not None
    ]
    below = [
        row for each in gathered(report) for row in frozen_rows(each, _("Số liệu đơn vị báo cáo"))
    ]
    return Sheet(
        _("Số liệu đơn vị báo cáo"),
        _("Số liệu đơn vị báo cáo khác với số của nền tảng"),
        (_("Đơn vị"), _("Số liệu"), _("Số của nền tảng"), _("Số đơn vị báo cáo"), _("Lý do")),
        (*own, *below),
        (0.2, 0.32, 0.12, 0.12, 0.24),
    )
