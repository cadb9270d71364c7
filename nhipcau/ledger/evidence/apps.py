"""The ledger's evidence as a Django application."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "nhipcau.ledger.evidence"
