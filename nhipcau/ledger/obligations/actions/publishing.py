"""Taking a reviewed programme into use, and, as an act of its own, showing it to the public."""

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.base import audit, clock
from nhipcau.base.audit import Actor
from nhipcau.base.refusal import Refused
from nhipcau.ledger.obligations.policies import check_can_publish
from nhipcau.ledger.obligations.questions import open_questions
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.programmes.sides import sides_of
from nhipcau.shell.search.index import index

from .decisions import Stale


@transaction.atomic
def publish(*, programme: Programme, version: int, by: Actor | None) -> None:
    """Take a reviewed programme into use, for those inside. All or nothing.

    Raises Refused while a question is open, Stale when another one published since.
    """
    current = _latest(programme, version)
    check_can_publish(current, open_questions(current))
    _move(current, by, "ledger.programme_published", state=Programme.State.PUBLISHED)


@transaction.atomic
def make_public(*, programme: Programme, version: int, by: Actor | None, note: str = "") -> None:
    """Show a published programme to everybody; `note` says on whose word.

    Raises Refused for a draft, and for a person of no party.
    """
    current = _latest(programme, version)
    if current.is_draft:
        raise Refused(
            _("Chưa công khai được: chương trình còn đang rà soát. Đề nghị rà soát xong trước.")
        )
    if isinstance(by, User) and not sides_of(by, current, on=clock.today()):
        raise Refused(
            _(
                "Chưa công khai được: tài khoản không thuộc cơ quan nào của các bên ký kết. "
                "Đề nghị người của một bên ký kết thực hiện."
            )
        )
    _move(
        current,
        by,
        "ledger.programme_made_public",
        note=note,
        circulation=Programme.Circulation.PUBLIC,
    )


def _move(programme: Programme, by: Actor | None, verb: str, *, note: str = "", **to: str) -> None:
    changes = {field: (str(getattr(programme, field)), str(value)) for field, value in to.items()}
    for field, value in to.items():
        setattr(programme, field, value)
    programme.version += 1
    programme.save(update_fields=[*to, "version"])
    audit.record(verb, by=by, target=programme, changes=changes, note=note)
    index([programme])


def _latest(programme: Programme, version: int) -> Programme:
    current = Programme.objects.select_for_update().get(pk=programme.pk)
    if current.version != version:
        raise Stale(
            _(
                "Chưa thực hiện được: chương trình vừa được người khác cập nhật. "
                "Đề nghị xem lại trang rồi thực hiện lại."
            )
        )
    return current
