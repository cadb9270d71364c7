"""The ledger's papers as a Django application."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "nhipcau.ledger.papers"
