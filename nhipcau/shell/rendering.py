"""Forms are rendered with the shell's own templates."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Finds form templates among those of the installed applications."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
