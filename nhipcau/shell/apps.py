"""What surrounds every page, as a Django application."""

from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "nhipcau.shell"
