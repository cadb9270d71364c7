"""Whose turn it is: on top of the page, and in the work lists of that side."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from nhipcau.agencies.models import Agency, User

from .actions.moving import consents
from .models import Paper
from .speaking import bodies_of
from .values import Turn

State = Paper.State
WAITING = (State.DRAFT, State.ASKED, State.PARTLY, State.AGREED, State.SUBMITTED)


def waiting_for(paper: Paper) -> Turn:
    """Who is to do what next with a paper; nobody once it is out or was taken back."""
    match paper.state:
        case State.DRAFT:
            return Turn((paper.drafted_by,), _drafting(paper))
        case State.ASKED | State.PARTLY:
            what = _("có ý kiến đối với bản %(n)s") % {"n": paper.edition}
            return Turn(tuple(not_yet(paper)), what)
        case State.AGREED:
            return Turn((paper.drafted_by,), _("trình ký"))
        case State.SUBMITTED:
            return Turn(_numbering(paper), _("ghi nhận số, ngày ban hành"))
        case State.ISSUED:
            return Turn((), _("Văn bản đã ban hành."))
        case State.REPLACED:
            return Turn((), _("Văn bản đã được thay thế."))
        case _:
            return Turn((), _("Văn bản đã rút lại."))


def not_yet(paper: Paper) -> list[Agency]:
    """The consenting sides that have not consented to the present edition."""
    given = consents(paper)
    return [
        side.agency for side in paper.sides.all() if side.consents and side.agency.uuid not in given
    ]


def waiting_on(user: User, papers: Iterable[Paper] | None = None) -> list[tuple[Paper, Turn]]:
    """The papers whose turn is with an agency for which this person speaks."""
    own = bodies_of(user)
    if papers is None:
        open_ones = Paper.objects.visible_to(user).filter(state__in=WAITING)
        papers = open_ones.for_page().order_by("answer_by", "-id")
    turns = ((paper, waiting_for(paper)) for paper in papers)
    return [(paper, turn) for paper, turn in turns if own & {agency.pk for agency in turn.agencies}]


def _drafting(paper: Paper) -> str:
    if paper.edition:
        return _("hoàn thiện dự thảo, gửi lấy ý kiến lại")
    return _("hoàn thiện dự thảo")


def _numbering(paper: Paper) -> tuple[Agency, ...]:
    numbering = tuple(side.agency for side in paper.sides.all() if side.numbers)
    return numbering or (paper.drafted_by,)
