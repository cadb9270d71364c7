"""Addresses of the people of an agency, and of the audit."""

from django.urls import path

from . import audit_views, person_views, signing_views

app_name = "people"
urlpatterns = [
    path("nguoi-dung/", person_views.agencies, name="agencies"),
    path("nguoi-dung/<slug:code>/", person_views.people, name="people"),
    path("nguoi-dung/<slug:code>/mo-tai-khoan/", person_views.open_account, name="open-account"),
    path("nguoi-dung/<slug:code>/giao-vai-tro/", person_views.appoint, name="appoint"),
    path(
        "nguoi-dung/<slug:code>/vai-tro/<uuid:uuid>/ket-thuc/",
        person_views.end_role,
        name="end-role",
    ),
    path("nguoi-dung/<slug:code>/<uuid:uuid>/", person_views.one_person, name="person"),
    path("nguoi-dung/<slug:code>/<uuid:uuid>/lien-ket/", person_views.give_link, name="give-link"),
    path(
        "nguoi-dung/<slug:code>/<uuid:uuid>/bo-hai-lop/",
        person_views.clear_factors,
        name="clear-factors",
    ),
    path("nguoi-dung/<slug:code>/tham-quyen-ky/", signing_views.grant, name="grant-signing"),
    path(
        "nguoi-dung/<slug:code>/tham-quyen-ky/<uuid:uuid>/ket-thuc/",
        signing_views.end,
        name="end-signing",
    ),
    path("nhat-ky/", audit_views.audit_page, name="audit"),
]
