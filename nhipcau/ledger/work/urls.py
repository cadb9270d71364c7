"""Addresses of this room; the ledger includes them."""

from django.urls import URLPattern, path

from . import plan_views, task_views

urlpatterns: list[URLPattern] = [
    path("ke-hoach/<uuid:uuid>/", plan_views.plan_page, name="plan"),
    path("nhiem-vu/<uuid:uuid>/", task_views.task_page, name="task"),
]
