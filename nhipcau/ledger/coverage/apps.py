"""The ledger's coverage as a Django application."""

from django.apps import AppConfig


class CoverageConfig(AppConfig):
    name = "nhipcau.ledger.coverage"

    def ready(self) -> None:
        """Say what fills the letter about focal points."""
        from nhipcau.ledger.papers import filling

        from .letters import KIND, fill

        filling.provide(KIND, fill)
