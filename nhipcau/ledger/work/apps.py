"""The ledger's work as a Django application."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "nhipcau.ledger.work"
