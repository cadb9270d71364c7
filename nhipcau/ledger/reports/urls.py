"""Addresses of this room; the ledger includes them."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
