"""Agencies and people as a Django application."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "nhipcau.agencies"

    def ready(self) -> None:
        from . import sign_in  # noqa: F401  hears of sign-ins, to note them
