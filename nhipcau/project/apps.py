"""The project as a Django application: it holds the page that greets and the loading command."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "nhipcau.project"
