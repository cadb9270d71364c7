"""Where the words of a paper live: its draft, its editions, what was said of it, its file."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from nhipcau.base.copies import Copy, fields, files, told_of, words
from nhipcau.registry.manifest import Copies

from .models import Paper, PaperEdition, PaperMove

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


COPIES = (
    Copies(Paper, _("Văn bản"), of_paper),
    Copies(PaperEdition, _("Bản đã gửi lấy ý kiến"), lambda edition: of_paper(edition.paper)),
    Copies(PaperMove, _("Ý kiến về văn bản"), of_move),
)
