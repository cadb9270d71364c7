"""The shape of what people say in an inspection."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies.models import User
from nhipcau.agencies.name_field import AgencyNameField
from nhipcau.base.gate.fields import GatedCharField
from nhipcau.ledger.public import DayField, Programme

from .actions import Planned
from .models import Check, Member, Result

MOST_QUESTIONS = 30


class PlanForm(forms.Form):
    """One inspection of the year's plan."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"),
        queryset=Programme.objects.none(),
        empty_label=_("Chọn chương trình"),
    )
    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)
    title = GatedCharField(label=_("Nội dung kiểm tra"), max_length=300)
    leads = AgencyNameField(label=_("Cơ quan chủ trì đoàn"))
    unit = AgencyNameField(label=_("Đơn vị được kiểm tra"))
    first_day = DayField(label=_("Từ ngày"))
    last_day = DayField(label=_("Đến hết ngày"))

    def __init__(self, *args: Any, programmes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]

    def planned(self) -> Planned:
        """What the action is called with."""
        said = {key: value for key, value in self.cleaned_data.items() if key != "programme"}
        return Planned(**said)


class MemberForm(forms.Form):
    """A member of the team: name and post, nothing more."""

    name = GatedCharField(label=_("Họ và tên"), max_length=120)
    post = GatedCharField(label=_("Chức vụ"), max_length=160)
    agency = AgencyNameField(label=_("Cơ quan"))
    role = forms.ChoiceField(
        label=_("Vai trò trong đoàn"), choices=Member.Role.choices, initial=Member.Role.MEMBER
    )


class OutlineForm(forms.Form):
    """What the unit is asked to report on, one line each."""

    questions = GatedCharField(
        label=_("Đề cương, mỗi dòng một nội dung"),
        widget=forms.Textarea({"rows": 8}),
        max_length=8000,
    )

    def clean_questions(self) -> list[str]:
        """The lines, each once. Raises ValidationError for too many or too long ones."""
        written = str(self.cleaned_data["questions"]).splitlines()
        lines = list(dict.fromkeys(line.strip() for line in written if line.strip()))
        if len(lines) > MOST_QUESTIONS or any(len(line) > 500 for line in lines):
            raise forms.ValidationError(
                _("Đề cương có nhiều nhất 30 nội dung, mỗi nội dung không quá 500 ký tự.")
            )
        return lines


class AnswersForm(forms.Form):
    """The unit's report: one field for each question."""

    def __init__(self, *args: Any, questions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for each in self.questions:
            self.fields[f"q{each.order}"] = GatedCharField(
                label=f"{each.order}. {each.words}",
                initial=each.answer,
                required=False,
                max_length=5000,
                widget=forms.Textarea({"rows": 4}),
            )

    def answers(self) -> list[tuple[Any, str]]:
        """Each question with its answer."""
        return [(each, self.cleaned_data[f"q{each.order}"]) for each in self.questions]


class CheckForm(forms.Form):
    """A line of the checklist."""

    words = GatedCharField(label=_("Nội dung cần xem tại chỗ"), max_length=400)


class NotedForm(forms.Form):
    """What was seen of one line; as many of these on the phone's page as there are lines."""

    outcome = forms.ChoiceField(
        label=_("Kết quả"), choices=Check.Outcome.choices, required=False, widget=forms.RadioSelect
    )
    note = GatedCharField(
        label=_("Ghi chú"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2})
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class ResultForm(forms.Form):
    """A result: achieved, or falling short with its cause."""

    kind = forms.ChoiceField(
        label=_("Loại"), choices=Result.Kind.choices, widget=forms.RadioSelect,
        initial=Result.Kind.ACHIEVED,
    )  # fmt: skip
    words = GatedCharField(label=_("Nội dung"), max_length=3000, widget=forms.Textarea({"rows": 3}))
    cause = GatedCharField(
        label=_("Nguyên nhân (nếu là tồn tại, hạn chế)"), required=False, max_length=2000,
        widget=forms.Textarea({"rows": 2}),
    )  # fmt: skip


class WordsForm(forms.Form):
    """One text: an explanation, a remedy, a reason."""

    words = GatedCharField(label=_("Nội dung"), max_length=3000, widget=forms.Textarea({"rows": 3}))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class RecommendationForm(forms.Form):
    """To whom, what, by when, and who will confirm it."""

    words = GatedCharField(
        label=_("Kiến nghị"), max_length=3000, widget=forms.Textarea({"rows": 3})
    )
    to = AgencyNameField(label=_("Đơn vị thực hiện"))
    due = DayField(label=_("Thời hạn"))
    follower = forms.ModelChoiceField(
        label=_("Người theo dõi, xác nhận"), queryset=User.objects.none()
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["follower"].queryset = people  # type: ignore[attr-defined]
