"""Tags and filters of the pages; built into every template."""

from collections.abc import Iterable
from datetime import date, datetime

from django import template
from django.template.base import Parser, Token
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

from nhipcau.language.case import sentence_case
from nhipcau.language.dates import say
from nhipcau.shell.lines import Lines

register = template.Library()


@register.filter(expects_localtime=True)
def day(value: date | None) -> str:
    """A day in figures as officials write it («04/6/2024»), or with the English month by name."""
    if value is None:
        return ""
    if get_language() == "vi":
        # Decree 30/2020, Phụ lục I, mục II.4.b: a leading zero below 10, for months only 1 and 2.
        month = f"{value.month:02d}" if value.month < 3 else str(value.month)
        return f"{value.day:02d}/{month}/{value.year}"
    return date_format(value, "j F Y")


@register.filter
def moment(value: datetime | None) -> str:
    """A day with its hour, in the time of Việt Nam: «04/6/2024, 09:05»."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return f"{day(local)}, {local:%H:%M}"


@register.filter
def day_in_words(value: date) -> str:
    """A day as the head of a document has it: «ngày 04 tháng 6 năm 2024»."""
    return say(value)


@register.filter
def as_sentence(text: str, names: Iterable[object] = ()) -> str:
    """A title that was set in capitals, as a sentence is written; `names` keep their capitals."""
    return sentence_case(text, map(str, names))


@register.filter
def as_clause(text: str, names: Iterable[object] = ()) -> str:
    """The same where the words carry on a sentence."""
    return sentence_case(text, map(str, names), opens=False)


@register.simple_block_tag
def drawn(content: str) -> str:
    """A piece drawn once and kept for several places: `{% drawn as piece %}…{% enddrawn %}`."""
    return content


@register.tag
def lines(parser: Parser, token: Token) -> Lines:
    """A pattern drawn once, filled for every row: `{% lines row in rows %}…{% endlines %}`."""
    bits = token.split_contents()
    if len(bits) != 4 or bits[2] != "in":
        raise template.TemplateSyntaxError("lines: {% lines row in rows %}")
    pattern = parser.parse(("endlines",))
    parser.delete_first_token()
    return Lines(bits[1], parser.compile_filter(bits[3]), pattern)
