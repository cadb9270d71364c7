"""The inspections as a Django application."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    name = "nhipcau.modules.inspections"

    def ready(self) -> None:
        """Say what stands in the papers of an inspection."""
        from . import papers

        papers.provide()
