"""The commendations as a Django application."""

from django.apps import AppConfig


class CommendationsConfig(AppConfig):
    name = "nhipcau.modules.commendations"

    def ready(self) -> None:
        """Say what stands in the papers of an emulation and of an award."""
        from . import papers

        papers.provide()
