"""Addresses of this room; the ledger includes them."""

from django.urls import URLPattern, path

from . import case_file_views as files
from . import delegate_views as sent
from . import focal_views as focal
from . import link_views as links
from . import place_views, views

HERE = "chuong-trinh/<slug:slug>"
ONE = f"{HERE}/dia-phuong"
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
    path(f"{ONE}/doi-chieu/", links.linked, name="linked-points"),
    path(f"{ONE}/ghi-nhan/<uuid:uuid>/doi-chieu/", links.link, name="point-links"),
    path(f"{ONE}/doi-chieu/<uuid:uuid>/rut-lai/", links.unlink, name="point-unlink"),
    path(f"{HERE}/can-bo-duoc-cu/", sent.delegates, name="delegates"),
    path(f"{HERE}/can-bo-duoc-cu/ghi-nhan/", sent.send, name="delegate-new"),
    path(f"{HERE}/can-bo-duoc-cu/<uuid:uuid>/thoi/", sent.end, name="delegate-end"),
    path(f"{HERE}/dau-moi/", focal.focal_points, name="focal-points"),
    path(f"{HERE}/dau-moi/ghi-nhan/", focal.name, name="focal-unit-new"),
    path(f"{HERE}/dau-moi/cong-van/", focal.letter, name="focal-letter"),
    path(f"{HERE}/dau-moi/<uuid:uuid>/rut-lai/", focal.withdraw, name="focal-unit-withdraw"),
    path(f"{HERE}/ho-so/", files.case_files, name="case-files"),
    path(f"{HERE}/ho-so/lap/", files.begin, name="case-file-new"),
    path(f"{HERE}/ho-so/<uuid:uuid>/", files.case_file, name="case-file"),
    path(f"{HERE}/ho-so/<uuid:uuid>/sua/", files.change, name="case-file-change"),
    path(f"{HERE}/ho-so/<uuid:uuid>.xlsx", files.spreadsheet, name="case-file-sheet"),
]
