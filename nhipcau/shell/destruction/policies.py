"""May content be destroyed: who proposes, who confirms, and what a reason may not say."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from nhipcau.base.models import Destruction
from nhipcau.base.refusal import Refused
from nhipcau.language.fold import fold

# So many syllables in a row are taken from the matter, and no chance of speech.
ALIKE = 5


def check_reason(reason: str, matter: Iterable[str]) -> None:
    """The reason stays for ever, so it may not carry what is to go."""
    said = set(_runs(reason))
    repeated = any(run in said for text in matter for run in _runs(text))
    if repeated:
        raise Refused(
            _(
                "Chưa ghi nhận được đề nghị: lý do nhắc lại nội dung phải hủy. Đề nghị chỉ nêu căn cứ "
                "và nơi đã báo cáo."
            )
        )


def check_can_decide(destruction: Destruction) -> None:
    """Only what still waits."""
    if not destruction.is_open:
        raise Refused(
            _("Chưa thực hiện được: đề nghị này đã được xử lý. Đề nghị xem lại tình trạng.")
        )


def check_can_confirm(destruction: Destruction, *, by: UUID) -> None:
    """Four eyes: whoever proposed does not confirm."""
    check_can_decide(destruction)
    if destruction.proposed_by == by:
        raise Refused(
            _(
                "Chưa hủy được: người đề nghị không tự xác nhận. Đề nghị người thứ hai có quyền này "
                "xem và xác nhận."
            )
        )


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every few syllables in a row, without marks; a shorter text is one run."""
    syllables = "".join(each if each.isalnum() else " " for each in fold(text)).split()
    if len(syllables) < ALIKE:
        return
    for start in range(len(syllables) - ALIKE + 1):
        yield tuple(syllables[start : start + ALIKE])
