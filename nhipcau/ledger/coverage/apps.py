"""The ledger's coverage as a Django application."""

from django.apps import AppConfig


class CoverageConfig(AppConfig):
    name = "nhipcau.ledger.coverage"
