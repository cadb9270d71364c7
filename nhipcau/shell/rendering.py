"""Forms are rendered with the shell's own templates, widgets with Django's."""

from django.forms.renderers import DjangoTemplates


class FormRenderer(DjangoTemplates):
    """Finds form templates among those of the installed applications."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
