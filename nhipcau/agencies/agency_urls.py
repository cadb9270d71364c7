"""Addresses of the pages about agencies and places; part of the addresses of this module."""

from django.urls import path

from . import agency_views, place_views, reorganisation_views

urlpatterns = [
    path("co-quan/", agency_views.agency_list, name="list"),
    path("co-quan/sap-xep/", reorganisation_views.choose, name="reorganise"),
    path("co-quan/sap-xep/<slug:kind>/", reorganisation_views.record, name="reorganise-as"),
    path(
        "co-quan/tiep-nhan/<uuid:uuid>/rut-lai/",
        reorganisation_views.withdraw,
        name="withdraw-succession",
    ),
    path("co-quan/<slug:code>/", agency_views.agency_page, name="agency"),
    path("dia-ban/", place_views.place_list, name="places"),
    path("dia-ban/<slug:list_code>/<slug:code>/", place_views.place_page, name="place"),
]
