"""Addresses of the ledger's pages."""

from django.urls import path

from nhipcau.ledger.obligations import views as obligations
from nhipcau.ledger.programmes import views as programmes

app_name = "ledger"
urlpatterns = [
    path("chuong-trinh/", programmes.programme_list, name="programmes"),
    path("chuong-trinh/<slug:slug>/", obligations.programme_page, name="programme"),
    path(
        "chuong-trinh/<slug:slug>/noi-dung-phoi-hop/",
        obligations.obligation_list,
        name="obligations",
    ),
    path(
        "chuong-trinh/<slug:slug>/noi-dung-phoi-hop/<uuid:uuid>/xac-nhan/",
        obligations.confirm,
        name="confirm",
    ),
    path(
        "chuong-trinh/<slug:slug>/noi-dung-phoi-hop/<uuid:uuid>/rut-lai/",
        obligations.withdraw,
        name="withdraw",
    ),
]
