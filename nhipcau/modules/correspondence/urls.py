"""Addresses of the daily line."""

from django.urls import include, path

from . import book_views, edxml_views, views

app_name = "correspondence"
pages = [
    path("", views.matters, name="matters"),
    path("ghi-nhan/", views.record, name="record"),
    path("tra-so/", book_views.number, name="number"),
    path("nhap-edxml/", edxml_views.hand_in, name="hand-in"),
    path("nhap-edxml/<uuid:uuid>/", edxml_views.message, name="message"),
    path("nhap-edxml/<uuid:uuid>/bo/", edxml_views.put_aside, name="put-aside"),
    path("nhap-edxml/<uuid:uuid>/tu-choi/", edxml_views.refuse_recall, name="refuse-recall"),
    path("so-theo-doi/<slug:book>/", book_views.book, name="book"),
    path("so-theo-doi/<slug:book>/bang-tinh/", book_views.book_sheet, name="book-sheet"),
    path("vu-viec/<uuid:uuid>/", views.matter, name="matter"),
    path("vu-viec/<uuid:uuid>/ket-thuc/", views.close, name="close"),
    path("noi-nhan/<uuid:uuid>/so-den/", views.acknowledge, name="acknowledge"),
    path("noi-nhan/<uuid:uuid>/tinh-trang/", views.progress, name="progress"),
    path("noi-nhan/<uuid:uuid>/edxml/", edxml_views.export_status, name="export-status"),
    path("tep/<uuid:uuid>/", views.file, name="file"),
    path("<uuid:uuid>/", views.dispatch, name="dispatch"),
    path("<uuid:uuid>/sua/", views.correct, name="correct"),
    path("<uuid:uuid>/thu-hoi/", views.recall, name="recall"),
    path("<uuid:uuid>/edxml/", edxml_views.export, name="export"),
]
urlpatterns = [path("van-ban-trao-doi/", include(pages))]
