"""Forms behind the gate: what is refused never becomes cleaned data."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template import Context, Template
from django.utils.datastructures import MultiValueDict

from nhipcau.base.gate import REMINDER
from nhipcau.base.gate.fields import GatedCharField, GatedFileField

from .office_files import LIST, upload, xlsx

STATISTICS = "Dân tộc\tSố hộ\nTày\t30"


class EvidenceForm(forms.Form):
    what = GatedCharField(required=False, widget=forms.Textarea)
    file = GatedFileField(required=False)


def filled(what: str = "", file: "UploadedFile[Any] | None" = None) -> EvidenceForm:
    files = MultiValueDict({"file": [file]} if file else {})
    return EvidenceForm({"what": what}, files)


def test_ordinary_words_and_files_come_through_unchanged() -> None:
    form = filled("Đã tập huấn 30 cán bộ.", upload("biểu.csv", b"a,b\n1,2"))
    assert form.is_valid()
    assert form.cleaned_data["what"] == "Đã tập huấn 30 cán bộ."
    assert form.cleaned_data["file"].read() == b"a,b\n1,2"
    assert filled().is_valid()


def test_an_identity_number_in_words_is_an_error_of_that_field() -> None:
    form = filled("Ông A, 001085012345\nBà B, 001185012346")
    assert not form.is_valid()
    assert "what" not in form.cleaned_data
    errors = form.errors["what"].as_data()
    assert [error.code for error in errors] == ["identity_number", "identity_number"]
    assert str(form.errors["what"][0]).startswith("Nội dung chưa được tiếp nhận: dòng 1, cột 8 ")


def test_a_list_of_persons_in_a_file_is_an_error_of_that_field() -> None:
    form = filled("Danh sách", upload("a.xlsx", xlsx(LIST)))
    assert not form.is_valid()
    assert list(form.errors) == ["file"]
    assert form.errors["file"].as_data()[0].code == "ethnic_column"


def test_a_mark_of_secrecy_shows_the_reminder() -> None:
    form = filled("TỐI MẬT\nBáo cáo")
    assert not form.is_valid()
    assert str(REMINDER) in str(form.errors["what"][0])


def test_what_is_only_warned_of_comes_through_with_its_sentence() -> None:
    form = filled(STATISTICS, upload("a.csv", STATISTICS.encode()))
    assert form.is_valid()
    for name in ("what", "file"):
        field = form.fields[name]
        assert isinstance(field, GatedCharField | GatedFileField)
        (warning,) = field.warnings
        assert warning.startswith("Nội dung cần xem lại: dòng 1, cột 1 là cột dân tộc")


def test_a_warning_of_one_form_does_not_show_in_the_next() -> None:
    filled(STATISTICS).is_valid()
    field = filled("Bình thường").fields["what"]
    assert isinstance(field, GatedCharField)
    assert field.warnings == []


def test_the_template_finds_the_reminder_and_the_kinds_of_files() -> None:
    form = filled()
    page = Template("{% for field in form %}<p>{{ field.field.reminder }}</p>{% endfor %}")
    assert page.render(Context({"form": form})).count(f"<p>{REMINDER}</p>") == 2
    assert 'accept=".txt,.csv,.xlsx,.docx,.pdf,.html,.htm"' in str(form["file"])
