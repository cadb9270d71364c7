"""Addresses of the destruction of content."""

from django.urls import path

from . import views

urlpatterns = [
    path("huy-noi-dung/", views.destructions, name="destructions"),
    path("huy-noi-dung/de-nghi/<str:kind>/<uuid:uuid>/", views.propose, name="propose-destruction"),
    path("huy-noi-dung/<uuid:uuid>/", views.destruction, name="destruction"),
    path("huy-noi-dung/<uuid:uuid>/xac-nhan/", views.confirm, name="confirm-destruction"),
    path("huy-noi-dung/<uuid:uuid>/bo/", views.drop, name="drop-destruction"),
]
