"""The ledger's programmes as a Django application."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "nhipcau.ledger.programmes"
