"""What the tags of the pages write, and how a form says what is wrong."""

import datetime
import re
from types import SimpleNamespace

import pytest
from django import forms
from django.template import engines
from django.test import Client
from django.utils.safestring import mark_safe
from django.utils.translation import override

from nhipcau.shell.templatetags.ui import as_clause, as_sentence, day, day_in_words, moment

SIGNED = datetime.date(2024, 6, 4)


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("vi", SIGNED, "04/6/2024"),
        ("vi", datetime.date(2025, 2, 28), "28/02/2025"),
        ("vi", datetime.date(2030, 12, 14), "14/12/2030"),
        ("en", SIGNED, "4 June 2024"),
        ("vi", None, ""),
    ],
)
def test_a_day_is_written_as_officials_of_the_language_do(
    language: str, value: datetime.date | None, written: str
) -> None:
    with override(language):
        assert day(value) == written


def test_a_moment_is_told_in_the_time_of_viet_nam() -> None:
    with override("vi"):
        assert moment(datetime.datetime(2024, 6, 3, 18, 5, tzinfo=datetime.UTC)) == (
            "04/6/2024, 01:05"
        )
        assert moment(None) == ""


def test_a_day_in_words_follows_decree_30() -> None:
    assert day_in_words(SIGNED) == "ngày 04 tháng 6 năm 2024"


def test_titles_in_capitals_are_calmed_and_keep_the_names_of_the_parties() -> None:
    assert as_sentence("NỘI DUNG CHƯƠNG TRÌNH") == "Nội dung chương trình"
    assert as_clause("GIỮA ỦY BAN DÂN TỘC", ["Ủy ban Dân tộc"]) == "giữa Ủy ban Dân tộc"


def _drawn(words: str, **context: object) -> str:
    return str(engines["django"].from_string(words).render(context))


def test_a_pattern_is_filled_for_every_row_as_a_loop_would_fill_it() -> None:
    rows = [SIGNED, SIGNED.replace(year=1945)]
    marked = [SimpleNamespace(day="<b>", year=mark_safe("<i>")), *rows]
    words = '<p class="{{ tone }}">{{ row.day }}/{{ row.year }}{% if tone %}!{% endif %}</p>'
    filled = f"{{% lines row in rows %}}{words}{{% endlines %}}"
    looped = f"{{% for row in rows %}}{words}{{% endfor %}}"
    cases: list[dict[str, object]] = [
        {"rows": marked, "tone": '"'},
        {"rows": rows},
        {"rows": []},
        {},
    ]
    for told in cases:
        assert _drawn(filled, **told) == _drawn(looped, **told)


@pytest.mark.parametrize("asked", ["{% if row.year %}!{% endif %}", "{{ row.year|yesno }}"])
def test_a_pattern_asks_nothing_of_its_rows(asked: str) -> None:
    with pytest.raises(TypeError, match="year is not known while the pattern is drawn"):
        _drawn(f"{{% lines row in rows %}}{asked}{{% endlines %}}", rows=[SIGNED])


def test_what_stands_twice_is_drawn_once() -> None:
    drawn = "{% drawn as piece %}<b>{{ name }}</b>{% enddrawn %}{{ piece }}{{ piece }}"
    assert _drawn(drawn, name="A&B") == "<b>A&amp;B</b>" * 2


class ExampleForm(forms.Form):
    name = forms.CharField(label="Tên nhiệm vụ")
    due = forms.DateField(label="Thời hạn", help_text="Ngày/tháng/năm")
    remark = forms.CharField(label="Ghi chú", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


def test_a_form_says_above_what_is_wrong_and_leads_to_the_field() -> None:
    with override("vi"):
        form = str(ExampleForm({"name": "Tập huấn", "due": "31/02/2026", "version": 1}))
    summary, rest = form.split("</ul>", 1)
    assert 'role="alert"' in summary
    assert '<a href="#id_due">Thời hạn</a>: Nhập một ngày có trong lịch' in summary
    assert 'aria-invalid="true" aria-describedby="id_due_helptext id_due_error"' in rest
    assert 'id="id_due_helptext">Ngày/tháng/năm<' in rest
    assert 'id="id_due_error"><li>Nhập một ngày có trong lịch' in rest


def test_a_form_marks_what_may_stay_empty_and_nothing_else() -> None:
    with override("vi"):
        form = str(ExampleForm())
    assert re.findall(r'<label for="id_(\w+)">[^<]*<span class="optional">', form) == ["remark"]
    assert 'role="alert"' not in form


@pytest.mark.parametrize("name", ["shell/error_500.html", "403_csrf.html"])
def test_pages_of_last_resort_stand_without_a_request(name: str) -> None:
    with override("vi"):
        page = engines["django"].get_template(name).render()
    assert "<h1>" in page
    assert '<a class="button" href="/">' in page
    assert '<link rel="stylesheet" href="/static/shell/nhipcau.css">' in page


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_with_a_sentence() -> None:
    answer = Client(enforce_csrf_checks=True).post("/dang-nhap/", {"login": "x", "password": "y"})
    assert answer.status_code == 403
    assert "Biểu mẫu đã hết hiệu lực" in answer.content.decode()
