"""What the audit page calls parts and values of the ledger's changes that no field names."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from .evidence.models import EffectValue, Figure, PeriodMove
from .obligations.models import NameMeaning
from .programmes.models import Standing

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

AUDIT_WORDS: "dict[str, StrOrPromise]" = {
    **dict(Figure.Kind.choices),
    **dict(EffectValue.Point.choices),
    **dict(PeriodMove.Kind.choices),
    **dict(NameMeaning.Meaning.choices),
    **dict(Standing.State.choices),
    "agency": _("cơ quan"),
    "place": _("địa phương"),
    "state": _("tình trạng"),
    "parts": _("phân công"),
    "obligations": _("số nội dung phối hợp"),
    "split": _("tách thành mục"),
    "of": _("văn bản của"),
    "own": _("nội dung của địa phương"),
    "provision": _("điều khoản"),
    "period": _("kỳ báo cáo"),
    "docx": _("số chỗ sửa trong tệp"),
    "by": _("văn bản thay thế"),
    "signatory": _("người ký"),
    "standing": _("tình trạng chương trình"),
    "head": _("phần đầu văn bản"),
    "receivers": _("nơi nhận"),
}
