"""Where the words of a paper live: its draft, its editions, what was said of it, its file."""

import json
from collections.abc import Iterable, Iterator

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from nhipcau.base.copies import Copy, fields, files, told_of, words
from nhipcau.registry.manifest import Copies

from .models import Paper, PaperEdition, PaperMove

# Fewer letters than this are no quotation: «Hội nghị» stands in every document.
QUOTED = 20
HEAD = ("title", "bases", "symbol", "place", "authority", "archive", "number", "file_name")


def of_paper(paper: Paper) -> Iterator[Copy]:
    """The draft, every edition, every remark, the issued file."""
    yield fields(_("Trích yếu, số, căn cứ của văn bản"), [paper], HEAD, signatures=[])
    yield fields(_("Các mục của dự thảo"), paper.sections.all(), ("title", "prompt", "words"))
    yield fields(_("Nơi nhận"), paper.recipients.all(), ("name", "note"))
    yield words(_("Các bản đã gửi lấy ý kiến"), paper.editions.all())
    yield words(_("Ý kiến, lý do"), paper.moves.all())
    yield files(_("Tệp đã ban hành"), [paper])


def of_move(move: PaperMove) -> Iterator[Copy]:
    """A remark stands in the audit of its paper as well."""
    yield told_of(move.paper)


def quoted(texts: Iterable[str]) -> list[str]:
    """Those that are long enough to be known again in another text."""
    return [each for each in texts if len(each) >= QUOTED]


def holding(texts: Iterable[str]) -> Q:
    """Append-only rows whose words, which are JSON, hold one of these texts whole."""
    found = Q(pk=None)
    for each in texts:
        found |= Q(words__text__contains=json.dumps(each, ensure_ascii=False)[1:-1])
    return found


def editions_holding(texts: Iterable[str], papers: QuerySet[Paper]) -> Copy:
    """Editions of some papers that hold one of these texts whole."""
    editions = PaperEdition.objects.filter(holding(texts), paper__in=papers)
    return words(_("Bản đã gửi lấy ý kiến chép lại nội dung này"), editions)


COPIES = (
    Copies(Paper, _("Văn bản"), of_paper),
    Copies(PaperEdition, _("Bản đã gửi lấy ý kiến"), lambda edition: of_paper(edition.paper)),
    Copies(PaperMove, _("Ý kiến về văn bản"), of_move),
)
