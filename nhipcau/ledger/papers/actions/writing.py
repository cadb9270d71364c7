"""Words of a draft change: a place of it, what stands around it, who receives it."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.agencies.models import User
from nhipcau.base import audit
from nhipcau.ledger.papers import policies
from nhipcau.ledger.papers.models import Paper, PaperSection
from nhipcau.ledger.papers.policies import Stale
from nhipcau.ledger.papers.speaking import drafts
from nhipcau.ledger.papers.values import Head, Recipient

from .agreeing import lift_where_changed
from .beginning import add_receivers
from .locking import locked, move


@transaction.atomic
def write_section(*, section: PaperSection, words: str, version: int, by: User) -> PaperSection:
    """Write the words of one place; consents to what it said before are lifted.

    Two people may write two places at once. Raises Refused, or Stale for the same place.
    """
    paper = locked(section.paper)
    policies.check_can_write(paper, is_drafter=drafts(by, paper))
    current = PaperSection.objects.select_for_update().get(pk=section.pk)
    if current.version != version:
        raise Stale(
            _(
                "Chưa lưu được: mục này vừa được người khác sửa. Nội dung vừa nhập vẫn còn trong "
                "khung; đề nghị đối chiếu với bản đang có rồi lưu lại."
            )
        )
    written = "\n".join(line.rstrip() for line in words.strip().splitlines())
    if written == current.words:
        return current
    current.words, current.version = written, current.version + 1
    current.save(update_fields=["words", "version"])
    _changed(paper, current.title or current.prompt or current.key, by)
    return current


@transaction.atomic
def write_head(*, paper: Paper, head: Head, version: int, by: User) -> Paper:
    """Write what stands around the text: title, grounds, symbol, place. Raises Refused or Stale."""
    current = locked(paper, version=version)
    policies.check_can_write(current, is_drafter=drafts(by, current))
    current.title, current.bases = head.title.strip(), head.bases.strip()
    current.symbol, current.place = head.symbol.strip(), head.place.strip()
    current.authority, current.archive = head.authority.strip(), head.archive.strip()
    current.answer_by = head.answer_by
    _changed(current, "head", by)
    return current


@transaction.atomic
def write_receivers(
    *, paper: Paper, receivers: Iterable[Recipient], version: int, by: User
) -> Paper:
    """Say anew to whom the paper goes. Raises Refused or Stale."""
    current = locked(paper, version=version)
    policies.check_can_write(current, is_drafter=drafts(by, current))
    current.recipients.all().delete()
    add_receivers(current, receivers)
    _changed(current, "receivers", by)
    return current


def _changed(paper: Paper, what: str, by: User) -> None:
    move(paper)
    audit.record(
        "ledger.paper_written", by=by, target=paper, acting_for=by.acting_for,
        changes={what: (None, paper.version)},
    )  # fmt: skip
    lift_where_changed(paper, by)
