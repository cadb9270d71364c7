"""Addresses of the pages about who acts for a party; part of the ledger's addresses."""

from django.urls import path

from . import acting_views

ONE = "chuong-trinh/<slug:slug>/co-quan-thuc-hien/"

urlpatterns = [
    path(ONE, acting_views.voices, name="voices"),
    path(f"{ONE}ghi-nhan/", acting_views.name, name="name-actor"),
    path(f"{ONE}<uuid:uuid>/rut-lai/", acting_views.withdraw, name="withdraw-actor"),
]
