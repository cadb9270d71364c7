"""The ledger as a Django application: it holds the module that joins, its apps hold the rows."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "nhipcau.ledger"
