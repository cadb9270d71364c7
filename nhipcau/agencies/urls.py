"""Addresses of the agencies' pages and of signing in."""

from allauth.account import views as account
from django.urls import path

from . import agency_urls
from .sign_in import services

app_name = "agencies"
urlpatterns = agency_urls.urlpatterns

# Names that allauth looks up itself; the rest of its addresses stay closed.
sign_in = [
    path(
        "dang-nhap/",
        account.LoginView.as_view(extra_context={"services": services}),
        name="account_login",
    ),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("tai-khoan-bi-khoa/", account.account_inactive, name="account_inactive"),
]
