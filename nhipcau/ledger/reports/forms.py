"""The shape of what people say about a report."""

import re
from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import Agency
from nhipcau.agencies.questions import called
from nhipcau.base import clock
from nhipcau.base.gate.fields import GatedCharField, GatedFileField
from nhipcau.ledger.programmes.fields import DayField
from nhipcau.ledger.programmes.models import Programme

from .models import Proposal, Review
from .reviewing import Item, Meeting

_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")


class NumberField(GatedCharField):
    """A number as officials write it: «1.250», «12,5»."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        if not _NUMBER.fullmatch(text.strip()):
            raise ValidationError(
                _(
                    "Đề nghị ghi số dạng 1.250 hoặc 12,5: dấu chấm giữa hàng nghìn, dấu phẩy thập phân."
                )
            )
        return Decimal(text.strip().replace(".", "").replace(",", "."))


class StepForm(forms.Form):
    """Which state of the report the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class LineForm(StepForm):
    """Words in the place of a sentence; empty leaves it out."""

    words = GatedCharField(
        label=_("Nội dung"), required=False, max_length=20_000, widget=forms.Textarea({"rows": 3})
    )


class OwnLineForm(forms.Form):
    """A paragraph of one's own."""

    words = GatedCharField(
        label=_("Bổ sung một đoạn"), max_length=20_000, widget=forms.Textarea({"rows": 3})
    )


class NumberForm(forms.Form):
    """Another number than the platform's, with the reason."""

    key = GatedCharField(max_length=120, widget=forms.HiddenInput)
    theirs = NumberField(label=_("Số đơn vị báo cáo"), max_length=30)
    reason = GatedCharField(label=_("Lý do"), max_length=300)


class ReturnForm(StepForm):
    """Why a report goes back, and which sections are meant; none means the whole."""

    reason = GatedCharField(
        label=_("Lý do, nội dung đề nghị bổ sung, hoàn thiện"), max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    sections = forms.MultipleChoiceField(
        label=_("Các mục cần hoàn thiện"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Không chọn mục nào là trả lại cả báo cáo."),
    )  # fmt: skip

    def __init__(self, *args: Any, sections: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["sections"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = sections


class ReplaceForm(StepForm):
    """Why a report that is out needs another in its place."""

    reason = GatedCharField(
        label=_("Nội dung sai sót cần thay thế"),
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
    )


class DocxForm(forms.Form):
    """The document that came back from Word."""

    file = GatedFileField(label=_("Tệp DOCX đã sửa"))


class ProposalForm(forms.Form):
    """A difficulty, or a proposal and to whom it is put."""

    kind = forms.ChoiceField(label=_("Loại"), choices=Proposal.Kind.choices)
    words = GatedCharField(label=_("Nội dung"), max_length=4000, widget=forms.Textarea({"rows": 3}))
    to_words = GatedCharField(label=_("Kiến nghị với"), required=False, max_length=200)


class AnswerForm(forms.Form):
    """How a proposal was answered."""

    words = GatedCharField(
        label=_("Nội dung trả lời"), max_length=4000, widget=forms.Textarea({"rows": 3})
    )
    document = GatedCharField(label=_("Theo văn bản"), required=False, max_length=200)
    day = DayField(label=_("Ngày trả lời"))


class ReviewForm(forms.Form):
    """A review of a year, or of the whole."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"),
        queryset=Programme.objects.none(),
        empty_label=_("Chọn chương trình"),
    )
    kind = forms.ChoiceField(label=_("Loại"), choices=Review.Kind.choices)
    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)

    def __init__(self, *args: Any, programmes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["programme"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = programmes


class ConferenceForm(forms.Form):
    """When and where; the agenda has a line for each item: «30 | Báo cáo kết quả | Cục …»."""

    day = DayField(label=_("Ngày"))
    starts = forms.TimeField(label=_("Bắt đầu"), widget=forms.TimeInput({"type": "time"}))
    ends = forms.TimeField(label=_("Kết thúc"), widget=forms.TimeInput({"type": "time"}))
    venue = GatedCharField(label=_("Địa điểm"), max_length=300)
    chair = GatedCharField(label=_("Chủ trì hội nghị"), max_length=300)
    participants = GatedCharField(
        label=_("Thành phần tham dự, mỗi dòng một đơn vị hoặc người"), required=False, max_length=4000,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    agenda = GatedCharField(
        label=_("Chương trình hội nghị"), required=False, max_length=8000,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("Mỗi dòng: số phút | nội dung | người thực hiện. Ví dụ: 30 | Báo cáo sơ kết | Cơ quan đầu mối"),
    )  # fmt: skip

    def clean_agenda(self) -> list[Item]:
        """The items, one a line."""
        items = []
        for number, line in enumerate(self.cleaned_data["agenda"].splitlines(), start=1):
            if not line.strip():
                continue
            parts = [part.strip() for part in line.split("|")]
            if (
                not parts[0].isdecimal()
                or not 0 < int(parts[0]) < 1000
                or len(parts) < 2
                or not parts[1]
            ):
                raise ValidationError(
                    _("Dòng %(line)s phải ghi: số phút | nội dung | người thực hiện.")
                    % {"line": number}
                )
            items.append(
                Item(int(parts[0]), parts[1][:300], parts[2][:200] if len(parts) > 2 else "")
            )
        return items

    def meeting(self) -> Meeting:
        """What was said, as a value."""
        said = self.cleaned_data
        starts, ends = (
            timezone.make_aware(datetime.combine(said["day"], said[name]))
            for name in ("starts", "ends")
        )
        return Meeting(starts, ends, said["venue"], said["chair"], said["participants"])


class ConclusionForm(forms.Form):
    """One conclusion: who is to do what by when."""

    agency = GatedCharField(
        label=_("Đơn vị chủ trì"), max_length=200, help_text=_("Tên đầy đủ hoặc viết gọn.")
    )
    words = GatedCharField(
        label=_("Nhiệm vụ, giải pháp"), max_length=2000, widget=forms.Textarea({"rows": 2})
    )
    due = DayField(label=_("Thời hạn"), required=False)

    def clean_agency(self) -> Agency:
        """The agency that bears the name today."""
        found = called(self.cleaned_data["agency"].strip(), on=clock.today())
        if len(found) != 1:
            raise ValidationError(
                _(
                    "Chưa xác định được đơn vị: số cơ quan mang tên này là %(count)s. Đề nghị ghi tên đầy đủ."
                )
                % {"count": len(found)}
            )
        return found[0]


class NoteForm(forms.Form):
    """A private note."""

    words = GatedCharField(
        label=_("Ghi chú riêng"), max_length=8000, widget=forms.Textarea({"rows": 3})
    )
