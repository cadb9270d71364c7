"""Dispatches as a Django application."""

from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    name = "nhipcau.modules.correspondence"
