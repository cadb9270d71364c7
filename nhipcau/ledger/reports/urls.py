"""Addresses of this room; the ledger includes them."""

from django.urls import URLPattern, path

from . import step_views as steps
from . import views

urlpatterns: list[URLPattern] = [
    path("bao-cao/", views.report_list, name="reports"),
    path("bao-cao/<uuid:uuid>/", views.report_page, name="report"),
    path("bao-cao/<uuid:uuid>/ho-so/<path:key>/", views.records_page, name="report-records"),
    path("bao-cao/<uuid:uuid>/cau/<uuid:line>/", steps.write_line, name="report-line"),
    path("bao-cao/<uuid:uuid>/muc/<slug:section>/", steps.add_line, name="report-add-line"),
    path("bao-cao/<uuid:uuid>/so-lieu/", steps.give_number, name="report-number"),
    path("bao-cao/<uuid:uuid>/trinh/", steps.submit, name="report-submit"),
    path("bao-cao/<uuid:uuid>/gui/", steps.send, name="report-send"),
    path("bao-cao/<uuid:uuid>/tiep-nhan/", steps.receive, name="report-receive"),
    path("bao-cao/<uuid:uuid>/tra-lai/", steps.send_back, name="report-send-back"),
    path("bao-cao/<uuid:uuid>/tong-hop/", steps.consolidate, name="report-consolidate"),
    path("bao-cao/<uuid:uuid>/thay-the/", steps.replace, name="report-replace"),
]
