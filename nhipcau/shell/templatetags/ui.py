"""Tags and filters of the pages; built into every template."""

from django import template

register = template.Library()
