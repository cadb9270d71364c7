"""Recording who was sent to a board or a team, and that the term ended."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit
from nhipcau.base.refusal import Refused
from nhipcau.ledger.coverage import policies
from nhipcau.ledger.coverage.models import Delegate
from nhipcau.ledger.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class Sending:
    """Who was sent where, by which document, for how long."""

    person_name: str
    post: str
    body: str
    body_name: str
    mandate: str
    first_day: date
    last_day: date | None = None


@transaction.atomic
def send(
    *, programme: Programme, agency: Agency, sending: Sending, by: User, is_example: bool = False
) -> Delegate:
    """Record a person sent by an agency. Raises Refused."""
    policies.check_may_write_for_agency(by, agency)
    if not sending.mandate.strip():
        raise Refused(_("Chưa ghi nhận được: thiếu văn bản cử. Đề nghị ghi số, ký hiệu và ngày."))
    policies.check_days(sending.first_day, sending.last_day)
    row = Delegate.objects.create(
        programme=programme, agency=agency, is_example=is_example, **asdict(sending)
    )
    audit.record(
        "ledger.delegate_sent",
        by=by,
        target=row,
        acting_for=by.acting_for,
        changes={"agency": (None, agency.full_name), "body": (None, row.body_name)},
        note=sending.mandate,
    )
    return row


@transaction.atomic
def end(*, delegate: Delegate, last_day: date, reason: str, by: User) -> None:
    """Give a term its last day, with the reason. Raises Refused."""
    delegate = Delegate.objects.select_for_update(of=("self",)).get(pk=delegate.pk)
    policies.check_may_write_for_agency(by, delegate.agency)
    policies.check_days(delegate.first_day, last_day)
    if not reason.strip():
        raise Refused(_("Chưa ghi nhận được: thiếu lý do thôi tham gia. Đề nghị nêu rõ lý do."))
    before = delegate.last_day
    delegate.last_day, delegate.ended_because = last_day, reason.strip()
    delegate.save(update_fields=["last_day", "ended_because"])
    audit.record(
        "ledger.delegate_ended",
        by=by,
        target=delegate,
        acting_for=by.acting_for,
        changes={"last_day": (before.isoformat() if before else None, last_day.isoformat())},
        note=reason,
    )
