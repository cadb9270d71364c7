"""The ledger's evidence as a Django application."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "nhipcau.ledger.evidence"

    def ready(self) -> None:
        from nhipcau.ledger.obligations import margins
        from nhipcau.ledger.work import countings, worklist

        from . import targets
        from .margin import done
        from .waiting import of_quarters

        margins.provide(done)
        countings.provide(targets.shown)
        worklist.provide(of_quarters)
