"""From the name of an agency that a person types to the agency that bore it on a day."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency
from nhipcau.base.refusal import Refused


def agency_called(name: str, *, on: date) -> Agency:
    """The one agency of this name or code on that day.

    Raises Refused with a sentence when no agency bears it, or several do.
    """
    found = list(
        Agency.objects.existing(on=on)
        .filter(Q(names__name=name) | Q(code=name))
        .distinct()
        .select_related("parent")[:5]
    )
    if not found:
        raise Refused(
            _(
                "Chưa ghi nhận được: ngày %(day)s không có cơ quan nào tên “%(name)s”. "
                "Đề nghị kiểm tra lại tên."
            )
            % {"day": f"{on:%d/%m/%Y}", "name": name}
        )
    if len(found) > 1:
        choices = ", ".join(f"{agency.code} ({agency.parent or agency})" for agency in found)
        raise Refused(
            _(
                "Chưa ghi nhận được: có %(count)s cơ quan tên “%(name)s”. "
                "Đề nghị ghi mã của một cơ quan: %(choices)s."
            )
            % {"count": len(found), "name": name, "choices": choices}
        )
    return found[0]
