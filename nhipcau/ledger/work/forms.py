"""The shape of what people say about plans, tasks, directives and money."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from nhipcau.agencies import directory
from nhipcau.agencies.models import User
from nhipcau.agencies.name_field import AgencyNameField
from nhipcau.base import clock
from nhipcau.base.gate.fields import GatedCharField, GatedFileField
from nhipcau.ledger.programmes.fields import DayField
from nhipcau.ledger.programmes.models import Programme, Provision

from . import called
from .actions.changes import Partner, TaskChange
from .actions.directives import Said
from .actions.money import STAGES, Amounts, Funds
from .actions.plans import Span
from .fields import AmountField, PartnersField
from .models import BudgetLine, Directive, Plan, Task

# Of a task that stands its form does not speak of these.
UNSAID = frozenset({"place", "officer", "is_example", "obligations"})


def _address_of(
    form: forms.Form, programme: Programme, *, held: Provision | None = None
) -> Provision | None:
    """The place of the text that is named, or an error beside the field."""
    address = form.cleaned_data.get("provision") or ""
    if not address:
        return None
    if held is not None and held.address == address and held.programme_id == programme.pk:
        return held
    found = programme.provisions.filter(address=address).first()
    if found is None:
        form.add_error(
            "provision",
            _now("Chương trình không có điều khoản “%(address)s”. Đề nghị ghi như IV.1.d.")
            % {"address": address},
        )
    return found


class TaskForm(forms.Form):
    """Everything that a plan says of one task."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = GatedCharField(
        label=_("Nhiệm vụ"), max_length=2_000, widget=forms.Textarea({"rows": 2})
    )
    lead = AgencyNameField(
        label=_("Chủ trì"), help_text=_("Một cơ quan: tên, tên viết gọn hoặc mã.")
    )
    partners = PartnersField(label=_("Phối hợp"))
    leader_name = GatedCharField(label=_("Lãnh đạo phụ trách"), max_length=120, required=False)
    officer_name = GatedCharField(label=_("Chuyên viên theo dõi"), max_length=120, required=False)
    is_routine = forms.BooleanField(label=_("Thường xuyên, không tính hạn"), required=False)
    due = DayField(label=_("Thời hạn"), required=False)
    deliverable = GatedCharField(label=_("Sản phẩm"), max_length=300, required=False)
    target = GatedCharField(label=_("Chỉ tiêu"), max_length=300, required=False)
    provision = GatedCharField(
        label=_("Điều khoản của chương trình"), max_length=60, required=False
    )
    asked_by = AgencyNameField(
        label=_("Cơ quan giao, xác nhận hoàn thành"),
        required=False,
        help_text=_("Để trống là cơ quan lập kế hoạch."),
    )

    def __init__(
        self, *args: Any, programme: Programme, held: Task | None = None, **kwargs: Any
    ) -> None:
        self._programme, self._held = programme, held
        super().__init__(*args, **kwargs)
        if held is not None:
            known = directory.current()
            self._agency("lead").stands(held.lead, known)
            self._agency("asked_by").stands(held.asked_by, known)

    def _agency(self, name: str) -> AgencyNameField:
        field = self.fields[name]
        assert isinstance(field, AgencyNameField)  # noqa: S101  as declared above
        return field

    def clean(self) -> dict[str, Any]:
        held = self._held.provision if self._held else None
        self.place_in_text = _address_of(self, self._programme, held=held)
        return self.cleaned_data

    def change(self) -> TaskChange:
        """What the form says; what it does not ask for stays as it is held."""
        held = self._held
        said = {key: value for key, value in self.cleaned_data.items() if key != "version"}
        said["provision"] = self.place_in_text
        if held is not None:
            said |= {"first_day": held.first_day, "unsaid": UNSAID}
        return TaskChange(**said)


def initial_of(task: Task) -> dict[str, Any]:
    """A task as its form shows it."""
    change, on = TaskChange.of(task), clock.today()
    keys = {change.lead.pk, *(each.agency.pk for each in change.partners)}
    keys |= {change.asked_by.pk} if change.asked_by else set()
    said = called.labels(keys, on=on)
    return {
        "version": task.version,
        "title": change.title,
        "lead": said[change.lead.pk],
        "partners": "\n".join(_partner(each, said) for each in change.partners),
        "leader_name": change.leader_name,
        "officer_name": change.officer_name,
        "is_routine": change.is_routine,
        "due": change.due,
        "deliverable": change.deliverable,
        "target": change.target,
        "provision": change.provision.address if change.provision else "",
        "asked_by": said[change.asked_by.pk] if change.asked_by else "",
    }


def _partner(each: Partner, said: dict[int, str]) -> str:
    name = said[each.agency.pk]
    return f"{name}: {each.words}" if each.words else name


class MoveForm(forms.Form):
    """A step of a task: what came of it, why, until when, by which document."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    words = GatedCharField(max_length=2_000, required=False, widget=forms.Textarea({"rows": 2}))
    document = GatedCharField(label=_("Theo văn bản"), max_length=200, required=False)
    day = DayField(label=_("Gia hạn đến ngày"), required=False)


class PlanForm(forms.Form):
    """Which plan is to be begun."""

    programme = forms.ModelChoiceField(
        label=_("Chương trình"),
        queryset=Programme.objects.none(),
        empty_label=_("Chọn chương trình"),
    )
    kind = forms.ChoiceField(label=_("Loại kế hoạch"), choices=Plan.Kind.choices)
    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100, localize=False)
    own = forms.BooleanField(
        label=_("Kế hoạch riêng của cơ quan, đơn vị tôi (không phải kế hoạch chung)"),
        required=False,
    )
    with_obligations = forms.BooleanField(
        label=_("Lập sẵn nhiệm vụ từ các nội dung phối hợp"), required=False, initial=True
    )
    adjusts = forms.BooleanField(
        label=_("Kế hoạch điều chỉnh kế hoạch đã ban hành của năm"), required=False
    )
    paper_kind = forms.ChoiceField(
        label=_("Hình thức ban hành"),
        choices=[
            ("annual-plan", _("Kế hoạch")),
            ("plan-decision", _("Quyết định ban hành Kế hoạch")),
        ],
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = Programme.objects.visible_to(user).filter(state=Programme.State.PUBLISHED)
        field = self.fields["programme"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  as declared above
        field.queryset = shown


class PlanHeadForm(forms.Form):
    """How a plan is called, and which days it covers."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    title = GatedCharField(label=_("Tên kế hoạch"), max_length=300)
    first_day = DayField(label=_("Từ ngày"))
    last_day = DayField(label=_("Đến hết ngày"))

    def span(self) -> Span:
        return Span(self.cleaned_data["first_day"], self.cleaned_data["last_day"])


class DirectiveForm(forms.Form):
    """What was received: a document, an instruction, a conclusion, a matter that arose."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    programme = forms.ModelChoiceField(
        label=_("Chương trình"),
        queryset=Programme.objects.none(),
        empty_label=_("Chọn chương trình"),
    )
    kind = forms.ChoiceField(label=_("Loại"), choices=Directive.Kind.choices)
    issuer = GatedCharField(label=_("Cơ quan, người chỉ đạo"), max_length=200)
    number = GatedCharField(label=_("Số, ký hiệu"), max_length=60, required=False)
    issued_on = DayField(label=_("Ngày văn bản, ngày chỉ đạo"))
    arrival_number = GatedCharField(label=_("Số đến"), max_length=20, required=False)
    arrived_on = DayField(label=_("Ngày đến"), required=False)
    summary = GatedCharField(
        label=_("Nội dung"), max_length=4_000, widget=forms.Textarea({"rows": 4})
    )
    provision = GatedCharField(
        label=_("Điều khoản của chương trình"), max_length=60, required=False
    )
    due = DayField(label=_("Thời hạn"), required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["programme"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  as declared above
        field.queryset = Programme.objects.visible_to(user).filter(state=Programme.State.PUBLISHED)

    def clean(self) -> dict[str, Any]:
        programme = self.cleaned_data.get("programme")
        self.place_in_text = _address_of(self, programme) if programme else None
        return self.cleaned_data

    def said(self, *, held: Directive | None = None) -> Said:
        given = {
            key: value
            for key, value in self.cleaned_data.items()
            if key not in {"version", "programme"}
        }
        given |= {"kind": Directive.Kind(given["kind"]), "provision": self.place_in_text}
        if held is not None:
            given |= {
                "issuer_agency": held.issuer_agency,
                "paper": held.paper,
                "is_example": held.is_example,
            }
        return Said(**given)


class MoneyForm(forms.Form):
    """One line of money; a stage that is left empty has no figure yet."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    year = forms.IntegerField(
        label=_("Năm ngân sách"), min_value=2000, max_value=2100, localize=False
    )
    source = forms.ChoiceField(label=_("Nguồn"), choices=BudgetLine.Source.choices)
    source_words = GatedCharField(label=_("Tên nguồn"), max_length=200, required=False)
    owner = AgencyNameField(label=_("Đơn vị dự toán"))
    needed = AmountField(label=_("Nhu cầu (đồng)"))
    estimated = AmountField(label=_("Dự toán (đồng)"))
    allotted = AmountField(label=_("Được giao (đồng)"))
    spent = AmountField(label=_("Giải ngân (đồng)"))
    settled = AmountField(label=_("Quyết toán (đồng)"))
    document = GatedCharField(label=_("Theo văn bản"), max_length=200, required=False)

    def funds(self) -> Funds:
        said = self.cleaned_data
        return Funds(
            year=said["year"],
            source=BudgetLine.Source(said["source"]),
            owner=said["owner"],
            source_words=said["source_words"],
            document=said["document"],
            amounts=Amounts(**{stage: said[stage] for stage in STAGES}),
        )


class SheetForm(forms.Form):
    """A changed spreadsheet of a plan."""

    file = GatedFileField(label=_("Bảng tính đã sửa"), help_text=_("Tệp XLSX tải về từ kế hoạch."))


class SeenForm(forms.Form):
    """What was read of a spreadsheet and shown, sealed by the platform."""

    rows = forms.CharField(widget=forms.HiddenInput)
