"""How a paper stands, in the words of officials."""

from django.utils.translation import gettext as _

from nhipcau.language.dates import write_figures

from .actions.moving import consents
from .composing import SHOWN_OF_FINGERPRINT
from .models import Paper
from .turns import not_yet

State = Paper.State


def status(paper: Paper) -> str:
    """«Bên A đã thống nhất, chờ ý kiến Bên B», «Đã ban hành: số …, ngày …»."""
    match paper.state:
        case State.DRAFT:
            return _("Dự thảo lần %(n)s") % {"n": paper.edition + 1}
        case State.PARTLY:
            return _partly(paper)
        case State.AGREED:
            return _agreed(paper)
        case State.ISSUED if paper.issued_on:
            return _("Đã ban hành: số %(number)s, ngày %(day)s") % {
                "number": paper.number,
                "day": write_figures(paper.issued_on),
            }
        case State.REPLACED:
            return _replaced(paper)
        case _:
            return str(paper.get_state_display())


def _partly(paper: Paper) -> str:
    given = consents(paper)
    agreed = [side.agency for side in paper.sides.all() if side.agency.uuid in given]
    return _("%(agreed)s đã thống nhất, chờ ý kiến %(waiting)s") % {
        "agreed": ", ".join(each.short_name for each in agreed),
        "waiting": ", ".join(each.short_name for each in not_yet(paper)),
    }


def _agreed(paper: Paper) -> str:
    edition = paper.editions.get(edition=paper.edition)
    number = sum(side.consents for side in paper.sides.all())
    who = _("Hai bên") if number == 2 else _("Các bên")
    return _("%(who)s đã thống nhất (bản %(n)s, mã kiểm tra %(code)s)") % {
        "who": who,
        "n": paper.edition,
        "code": edition.fingerprint[:SHOWN_OF_FINGERPRINT],
    }


def _replaced(paper: Paper) -> str:
    newer = paper.replaced_by.exclude(number="").first()
    return _("Được thay thế bằng văn bản số %(number)s") % {
        "number": newer.number if newer else "…"
    }
