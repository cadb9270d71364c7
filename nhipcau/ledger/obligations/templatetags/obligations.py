"""The words of a place with its marks."""

from collections.abc import Iterable

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from nhipcau.ledger.obligations.reading import Segment

register = template.Library()


@register.filter
def in_runs(line: Iterable[Segment]) -> SafeString:
    """A paragraph: names of agencies stand out, citations lead to the instrument."""
    return format_html_join("", "{}", ((_run(each),) for each in line))


def _run(run: Segment) -> SafeString:
    if run.role == "name":
        return format_html("<b>{}</b>", run.text)
    if run.role == "citation":
        return format_html('<cite><a href="{}">{}</a></cite>', run.address, run.text)
    return escape(run.text)
