"""Addresses of this room; the ledger includes them."""

from django.urls import URLPattern, path

from . import editing_views as editing
from . import file_views as files
from . import step_views as steps
from . import urging_views as urging
from . import views

ROOM = "so-van-ban"
ONE = f"{ROOM}/<uuid:uuid>"

urlpatterns: list[URLPattern] = [
    path(f"{ROOM}/", views.paper_list, name="papers"),
    path(f"{ROOM}/soan/", views.new, name="paper-new"),
    path(f"{ROOM}/don-doc/", urging.urge, name="paper-urge"),
    path(f"{ONE}/", views.paper_page, name="paper"),
    path(f"{ONE}/muc/<slug:key>/", editing.section, name="paper-section"),
    path(f"{ONE}/dau-van-ban/", editing.head, name="paper-head"),
    path(f"{ONE}/khac-biet/", files.difference, name="paper-difference"),
    path(f"{ONE}/van-ban.docx", files.docx, name="paper-docx"),
    path(f"{ONE}/van-ban.pdf", files.pdf, name="paper-pdf"),
    path(f"{ONE}/tep-da-ky/", files.signed_file, name="paper-file"),
    path(f"{ONE}/lay-y-kien/", steps.ask, name="paper-ask"),
    path(f"{ONE}/thong-nhat/", steps.consent, name="paper-consent"),
    path(f"{ONE}/de-nghi-sua/", steps.send_back, name="paper-send-back"),
    path(f"{ONE}/trinh-ky/", steps.submit, name="paper-submit"),
    path(f"{ONE}/rut-lai/", steps.take_back, name="paper-take-back"),
    path(f"{ONE}/dung/", steps.drop, name="paper-drop"),
    path(f"{ONE}/xoa/", steps.delete, name="paper-delete"),
    path(f"{ONE}/ghi-nhan/", steps.record, name="paper-record"),
    path(f"{ONE}/nguoi-ky/", steps.signatory, name="paper-signatory"),
    path(f"{ONE}/thay-the/", steps.replace, name="paper-replace"),
    path(f"{ONE}/dinh-chinh/", steps.correct, name="paper-correct"),
    path(f"{ONE}/so-den/<uuid:recipient>/", steps.arrival, name="paper-arrival"),
]
