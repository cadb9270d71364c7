"""The ledger's reports as a Django application."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "nhipcau.ledger.reports"
