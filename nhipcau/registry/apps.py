"""Lets the modules of settings join when Django is ready."""

from django.apps import AppConfig
from django.conf import settings


class RegistryConfig(AppConfig):
    name = "nhipcau.registry"

    def ready(self) -> None:
        from . import checks  # noqa: F401  registers the system checks
        from .modules import load

        load(settings.MODULES)
