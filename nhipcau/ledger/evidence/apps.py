"""The ledger's evidence as a Django application."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "nhipcau.ledger.evidence"

    def ready(self) -> None:
        from nhipcau.ledger.obligations import margins

        from .margin import done

        margins.provide(done)
