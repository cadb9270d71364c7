"""Django without a domain, as a Django application."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "nhipcau.base"

    def ready(self) -> None:
        from . import checks  # noqa: F401  registers the system checks
