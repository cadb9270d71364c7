"""The ledger's work as a Django application."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "nhipcau.ledger.work"

    def ready(self) -> None:
        """Tell papers what a plan puts into them, and the work list what this room knows."""
        from nhipcau.ledger.papers import filling as paper_filling

        from . import filling, papers, worklist

        for kind in papers.KINDS:
            paper_filling.provide(kind, filling.fill)
            paper_filling.after_recording(kind, papers.recorded)
        for source in worklist.OWN:
            worklist.provide(source)
