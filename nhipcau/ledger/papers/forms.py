"""The shape of what a person says of a paper."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency, SigningCapacity
from nhipcau.base import clock
from nhipcau.base.gate.fields import GatedCharField, GatedFileField
from nhipcau.ledger.programmes.fields import DayField
from nhipcau.ledger.programmes.models import Programme

from .models import Outline, Paper, PaperRecipient, PaperSection
from .values import Head, Recipient

# «Cục Thông tin đối ngoại (để t/h)»
_NOTED = re.compile(r"^(?P<name>.+?)\s*\((?P<note>để [^()]+)\)$")


class VersionForm(forms.Form):
    """Which state of the paper the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class SubmitForm(VersionForm):
    """That the paper goes up for signature, also where something is still left open."""

    gaps_confirmed = forms.BooleanField(required=False)


class EditionForm(forms.Form):
    """Which edition the person read."""

    edition = forms.IntegerField(widget=forms.HiddenInput)


class SendBackForm(EditionForm):
    """What is to be changed in an edition, and why."""

    reason = GatedCharField(
        label=_("Nội dung đề nghị sửa đổi, bổ sung và lý do"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )


class ReasonForm(VersionForm):
    """Why something is taken back."""

    reason = GatedCharField(label=_("Lý do"), max_length=500, widget=forms.Textarea({"rows": 2}))


class NewForm(forms.Form):
    """Which kind of paper, for which programme, about what."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"),
        queryset=Programme.objects.none(),
        to_field_name="slug",
        empty_label=_("Chọn chương trình"),
    )
    kind = forms.ChoiceField(label=_("Loại văn bản"))
    issuer = forms.ModelChoiceField(
        label=_("Cơ quan ban hành"),
        queryset=Agency.objects.none(),
        to_field_name="code",
        help_text=_(
            "Văn bản do cơ quan nào ban hành; văn bản của hai bên thì lấy theo các bên ký kết."
        ),
    )
    title = GatedCharField(
        label=_("Trích yếu"),
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Để trống thì lấy theo mẫu đề cương."),
    )
    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)
    addressees = GatedCharField(
        label=_("Kính gửi"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Mỗi dòng một nơi nhận. Để trống nếu văn bản không có phần Kính gửi."),
    )

    def __init__(self, *args: Any, programmes: Any, issuers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (("programme", programmes), ("issuer", issuers)):
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = rows
        kinds = self.fields["kind"]
        if isinstance(kinds, forms.ChoiceField):
            kinds.choices = kind_choices()


class SectionForm(VersionForm):
    """The words of one place; each line is a paragraph."""

    words = GatedCharField(
        label=_("Nội dung"),
        required=False,
        max_length=50_000,
        strip=False,
        widget=forms.Textarea({"rows": 10}),
    )

    @classmethod
    def of(cls, section: PaperSection) -> "SectionForm":
        """As the place stands now."""
        form = cls(initial={"version": section.version, "words": section.words})
        form.fields["words"].help_text = section.prompt or _("Mỗi dòng là một đoạn.")
        return form


class HeadForm(VersionForm):
    """What stands around the text, and to whom it goes."""

    title = GatedCharField(label=_("Trích yếu"), max_length=500, widget=forms.Textarea({"rows": 2}))
    bases = GatedCharField(
        label=_("Căn cứ"), required=False, max_length=5000, widget=forms.Textarea({"rows": 4}),
        help_text=_("Mỗi dòng một căn cứ: tên loại, số, ký hiệu, ngày, cơ quan, trích yếu."),
    )  # fmt: skip
    symbol = GatedCharField(
        label=_("Ký hiệu"), required=False, max_length=60,
        help_text=_("Phần sau số, ví dụ KH-BVHTTDL-BDTTG. Để trống thì lập theo tên cơ quan."),
    )  # fmt: skip
    place = GatedCharField(label=_("Địa danh"), required=False, max_length=80)
    authority = GatedCharField(
        label=_("Thẩm quyền ban hành"), required=False, max_length=200,
        help_text=_("Chỉ dùng cho quyết định, ví dụ Bộ trưởng Bộ Dân tộc và Tôn giáo."),
    )  # fmt: skip
    addressees = GatedCharField(
        label=_("Kính gửi"), required=False, max_length=3000, widget=forms.Textarea({"rows": 2}),
        help_text=_("Mỗi dòng một nơi nhận."),
    )  # fmt: skip
    receivers = GatedCharField(
        label=_("Nơi nhận"), required=False, max_length=5000, widget=forms.Textarea({"rows": 4}),
        help_text=_("Mỗi dòng một nơi nhận, ví dụ: Lãnh đạo Bộ (để b/c). Không ghi dòng Lưu."),
    )  # fmt: skip
    archive = GatedCharField(
        label=_("Lưu"), required=False, max_length=100, help_text=_("Ví dụ: VT, TTĐN (05).")
    )
    answer_by = DayField(label=_("Đề nghị có ý kiến trước ngày"), required=False)

    @classmethod
    def of(cls, paper: Paper) -> "HeadForm":
        """As the paper stands now."""
        names = ("version", "title", "bases", "symbol", "place", "authority", "archive")
        initial = {name: getattr(paper, name) for name in names}
        rows = list(paper.recipients.all())
        return cls(
            initial={
                **initial,
                "answer_by": paper.answer_by,
                "addressees": _lines(row for row in rows if row.is_addressee),
                "receivers": _lines(row for row in rows if not row.is_addressee),
            }
        )

    def head(self) -> Head:
        """What was said, as a value."""
        names = ("title", "bases", "symbol", "place", "authority", "archive", "answer_by")
        return Head(**{name: self.cleaned_data[name] for name in names})

    def recipients(self) -> list[Recipient]:
        """To whom, as values: who is addressed first."""
        said = self.cleaned_data
        return [
            *read_receivers(said["addressees"], is_addressee=True),
            *read_receivers(said["receivers"]),
        ]


class RecordForm(VersionForm):
    """Number and day as they stand on the issued document, and its signed file."""

    number = GatedCharField(
        label=_("Số, ký hiệu"), max_length=60,
        help_text=_("Như trên văn bản đã ban hành, ví dụ 05/KH-BVHTTDL-BDTTG."),
    )  # fmt: skip
    issued_on = DayField(label=_("Ngày ban hành"))
    file = GatedFileField(label=_("Tệp văn bản đã ký"))

    def expect(self, symbol: str) -> None:
        """Let the page say, while somebody types, that the symbol is not the one of the draft."""
        if symbol:
            # A browser refuses an escape of what needs none («\-»), and the whole pattern with it.
            escaped = re.sub(r"[\\^$.*+?()\[\]{}|/]", r"\\\g<0>", symbol)
            pattern = rf"\d+/{escaped}"
            self.fields["number"].widget.attrs |= {"pattern": pattern, "placeholder": f"…/{symbol}"}


class ArrivalForm(forms.Form):
    """Under which number, on which day it arrived."""

    number = GatedCharField(label=_("Số đến"), max_length=20)
    day = DayField(label=_("Ngày đến"))


class SignatoryForm(VersionForm):
    """Who is to sign for one side."""

    side = forms.IntegerField(widget=forms.HiddenInput)
    capacity = forms.ChoiceField(label=_("Người ký"), required=False)

    def __init__(self, *args: Any, capacities: Iterable[SigningCapacity], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["capacity"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                ("", _("Chưa xác định")),
                *((str(each.uuid), _signatory(each)) for each in capacities),
            ]


def kind_choices() -> list[tuple[str, str]]:
    """Every kind of paper with an outline in use today."""
    outlines = Outline.objects.on(clock.today()).order_by("document_type", "label")
    return list(outlines.values_list("kind", "label"))


def read_receivers(text: str, *, is_addressee: bool = False) -> list[Recipient]:
    """Receivers from lines; one that bears the name of an agency today is that agency."""
    found = []
    for line in text.splitlines():
        written = line.strip(" -;.\t")
        if not written:
            continue
        noted = _NOTED.match(written)
        name, note = (noted["name"], noted["note"]) if noted else (written, "")
        agency = Agency.objects.called(name, on=clock.today()).filter(is_type=False).first()
        found.append(Recipient(agency, name[:300], note[:60], is_addressee))
    return found


def _lines(rows: Iterable[PaperRecipient]) -> str:
    return "\n".join(f"{row.name} ({row.note})" if row.note else row.name for row in rows)


def _signatory(capacity: SigningCapacity) -> str:
    return f"{' / '.join(capacity.title_lines.splitlines())}: {capacity.user.name}"
