"""Naming who acts for a party, and asking who does: the most specific naming counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User
from nhipcau.base import audit, clock
from nhipcau.base.refusal import Refused
from nhipcau.language.dates import write_figures

from .models import Party, PartyActor
from .sides import sides_of


@dataclass(frozen=True, slots=True)
class Naming:
    """What a document says: which agency, for which clause and act, for how long."""

    party: Party
    agency: Agency
    document: str
    first_day: date
    last_day: date | None = None
    clause: str = ""
    act: PartyActor.Act = PartyActor.Act.EVERY


@transaction.atomic
def name_actor(*, naming: Naming, by: User) -> PartyActor:
    """Record who acts for a party by a document. Raises Refused with a sentence."""
    _check_speaks_for(by, naming.party)
    _check_can_name(naming)
    row = PartyActor.objects.create(
        party=naming.party,
        clause=naming.clause,
        act=naming.act,
        agency=naming.agency,
        document=naming.document.strip(),
        first_day=naming.first_day,
        last_day=naming.last_day,
    )
    changes = {"agency": (None, naming.agency.full_name), "clause": (None, naming.clause)}
    audit.record(
        "ledger.party_actor_named",
        by=by,
        target=row,
        acting_for=by.acting_for,
        changes=changes,
        note=naming.document,
    )
    return row


@transaction.atomic
def withdraw_actor(*, actor: PartyActor, reason: str, by: User) -> None:
    """Take a naming back that was recorded by mistake; the row stays. Raises Refused."""
    if actor.withdrawn_at is not None:
        raise Refused(_("Chưa rút lại được: ghi nhận này đã được rút lại trước đó."))
    _check_speaks_for(by, actor.party)
    if not reason.strip():
        raise Refused(_("Chưa rút lại được: thiếu lý do. Đề nghị nêu rõ lý do."))
    actor.withdrawn_at, actor.withdrawn_because = clock.now(), reason
    actor.save(update_fields=["withdrawn_at", "withdrawn_because"])
    audit.record(
        "ledger.party_actor_withdrawn", by=by, target=actor, acting_for=by.acting_for, note=reason
    )


def _check_speaks_for(person: User, party: Party) -> None:
    """Nobody says for the other side who speaks for it. Raises Refused."""
    if party not in sides_of(person, party.programme, on=clock.today()):
        raise Refused(
            _(
                "Chưa ghi nhận được: tài khoản không thuộc cơ quan nào của %(party)s. "
                "Đề nghị người của bên đó thực hiện."
            )
            % {"party": party}
        )


def acting(
    actors: Iterable[PartyActor], party: Party, address: str, act: PartyActor.Act
) -> tuple[PartyActor, ...]:
    """The namings that count at a place of the text: the longest clause, the act itself first."""
    held = [
        each
        for each in actors
        if each.party_id == party.pk
        and each.covers(address)
        and each.act in {act, PartyActor.Act.EVERY}
    ]
    best = max((_how_specific(each) for each in held), default=None)
    return tuple(each for each in held if _how_specific(each) == best)


def _how_specific(actor: PartyActor) -> tuple[int, bool]:
    return len(actor.clause), actor.act != PartyActor.Act.EVERY


def _check_can_name(naming: Naming) -> None:
    if not naming.document.strip():
        raise Refused(
            _("Chưa ghi nhận được: thiếu văn bản giao nhiệm vụ. Đề nghị ghi số, ký hiệu và ngày.")
        )
    if naming.last_day is not None and naming.last_day < naming.first_day:
        raise Refused(_("Chưa ghi nhận được: ngày cuối trước ngày đầu. Đề nghị xem lại ngày."))
    if not naming.agency.exists_on(naming.first_day):
        sentence = _(
            "Chưa ghi nhận được: ngày %(day)s %(agency)s không hoạt động. "
            "Đề nghị chọn cơ quan kế thừa hoặc xem lại ngày."
        )
        day = write_figures(naming.first_day)
        raise Refused(sentence % {"day": day, "agency": naming.agency})
    provisions = naming.party.programme.provisions
    if naming.clause and not provisions.filter(address=naming.clause).exists():
        sentence = _("Chưa ghi nhận được: văn bản không có điều khoản %(clause)s.")
        raise Refused(sentence % {"clause": naming.clause})
    _check_is_new(naming)


def _check_is_new(naming: Naming) -> None:
    same = naming.party.actors.filter(
        Q(last_day=None) | Q(last_day__gte=naming.first_day),
        agency=naming.agency,
        clause=naming.clause,
        act=naming.act,
        withdrawn_at=None,
    )
    if naming.last_day is not None:
        same = same.filter(first_day__lte=naming.last_day)
    if same.exists():
        raise Refused(
            _(
                "Chưa ghi nhận được: thời gian chồng lên một lần giao đã ghi cho cùng cơ quan, "
                "điều khoản và việc. Đề nghị xem lại ngày."
            )
        )
