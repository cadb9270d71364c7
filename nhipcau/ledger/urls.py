"""Addresses of the ledger's pages."""

from django.urls import path

from nhipcau.ledger.obligations import views as obligations
from nhipcau.ledger.programmes import views as programmes

app_name = "ledger"
urlpatterns = [
    path("chuong-trinh/", programmes.programme_list, name="programmes"),
    path("chuong-trinh/<slug:slug>/", obligations.programme_page, name="programme"),
]
