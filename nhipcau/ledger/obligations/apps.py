"""The ledger's obligations as a Django application."""

from django.apps import AppConfig


class ObligationsConfig(AppConfig):
    name = "nhipcau.ledger.obligations"
