"""What the gate answers: a concern, its place, and the sentence for the person at the form."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# Shown quietly at every text and file input.
REMINDER = gettext_lazy(
    "Không nhập, đính kèm nội dung thuộc danh mục bí mật nhà nước. Nội dung này gửi qua văn thư "
    "theo chế độ mật; tại đây chỉ ghi: “Đã báo cáo riêng theo quy định.”"
)


class Kind(StrEnum):
    IDENTITY_NUMBER = "identity_number"
    ETHNIC_COLUMN = "ethnic_column"
    SECRET_MARK = "secret_mark"  # noqa: S105  a mark on a document, not a password
    FILE = "file"


class Severity(StrEnum):
    REFUSE = "refuse"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a text, a table or a file; lines and columns count from 1, as people count them."""

    line: int = 0
    column: int = 0
    cell: str = ""
    # What the place lies in, in words: «bảng 2», «trang tính “Danh sách”».
    within: str = ""

    def __str__(self) -> str:
        parts = [
            self.within,
            _("ô %s") % self.cell if self.cell else "",
            _("dòng %s") % self.line if self.line else "",
            _("cột %s") % self.column if self.column else "",
        ]
        return ", ".join(part for part in parts if part) or _("tệp")


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that may not enter, or should be looked at again before it does."""

    kind: Kind
    severity: Severity
    place: Place
    sentence: str

    @property
    def refuses(self) -> bool:
        return self.severity is Severity.REFUSE


def identity_number(place: Place, masked: str) -> Concern:
    sentence = _(
        "Nội dung chưa được tiếp nhận: %(place)s có dãy “%(masked)s”, giống số căn cước, số định "
        "danh cá nhân. Đề nghị bỏ dãy số này; khi cần nêu người, ghi chức vụ và đơn vị."
    ) % {"place": place, "masked": masked}
    return Concern(Kind.IDENTITY_NUMBER, Severity.REFUSE, place, sentence)


def ethnic_column(place: Place) -> Concern:
    sentence = _(
        "Nội dung chưa được tiếp nhận: %(place)s có cột dân tộc trong danh sách có tên người. "
        "Đề nghị bỏ cột này; khi cần số liệu theo dân tộc, ghi số tổng hợp."
    ) % {"place": place}
    return Concern(Kind.ETHNIC_COLUMN, Severity.REFUSE, place, sentence)


def ethnic_column_of_a_form(place: Place) -> Concern:
    sentence = _(
        "Nội dung cần xem lại: %(place)s là cột dân tộc trong mẫu danh sách người. "
        "Đề nghị bỏ cột này khỏi mẫu trước khi gửi."
    ) % {"place": place}
    return Concern(Kind.ETHNIC_COLUMN, Severity.WARN, place, sentence)


def ethnic_statistics(place: Place) -> Concern:
    sentence = _(
        "Nội dung cần xem lại: %(place)s là cột dân tộc trong bảng số liệu. "
        "Đề nghị kiểm tra để không nhận ra được từng người qua các số nhỏ."
    ) % {"place": place}
    return Concern(Kind.ETHNIC_COLUMN, Severity.WARN, place, sentence)


def secret_mark(place: Place) -> Concern:
    sentence = _(
        "Nội dung chưa được tiếp nhận: %(place)s có dấu chỉ độ mật. Đề nghị bỏ nội dung này. "
        "%(reminder)s"
    ) % {"place": place, "reminder": REMINDER}
    return Concern(Kind.SECRET_MARK, Severity.REFUSE, place, sentence)


def refused_file(reason: str, remedy: str) -> Concern:
    sentence = _("Tệp chưa được tiếp nhận: %(reason)s. Đề nghị %(remedy)s.") % {
        "reason": reason,
        "remedy": remedy,
    }
    return Concern(Kind.FILE, Severity.REFUSE, Place(), sentence)
