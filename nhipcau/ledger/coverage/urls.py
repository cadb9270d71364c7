"""Addresses of this room; the ledger includes them."""

from django.urls import URLPattern, path

from . import place_views, views

ONE = "chuong-trinh/<slug:slug>/dia-phuong"
PLACE = f"{ONE}/<slug:list_code>/<slug:code>"

urlpatterns: list[URLPattern] = [
    path(f"{ONE}/", views.coverage, name="coverage"),
    path(f"{ONE}.xlsx", views.spreadsheet, name="coverage-sheet"),
    path(f"{ONE}/ban-do/", views.country, name="coverage-country"),
    path(f"{ONE}/ghi-nhan/<uuid:uuid>/", place_views.change, name="province-action"),
    path(
        f"{ONE}/ghi-nhan/<uuid:uuid>/rut-lai/",
        place_views.withdraw,
        name="province-action-withdraw",
    ),
    path(f"{ONE}/ghi-nhan/<uuid:uuid>/tep/", place_views.file, name="province-action-file"),
    path(f"{ONE}/ap-dung/<uuid:uuid>/rut-lai/", place_views.unchoose, name="standing-unchoose"),
    path(f"{PLACE}/", place_views.province, name="coverage-place"),
    path(f"{PLACE}/ghi-nhan/", place_views.new, name="province-action-new"),
    path(f"{PLACE}/ap-dung/", place_views.choose, name="standing-choose"),
]
