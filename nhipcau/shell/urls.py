"""Addresses of the shell's own pages."""

from django.urls import path

from . import views
from .destruction.urls import urlpatterns as destruction
from .search.views import search

app_name = "shell"
urlpatterns = [
    path("tim-kiem/", search, name="search"),
    path("viec-nen/", views.job_list, name="jobs"),
    path("viec-nen/kiem-tra-nhat-ky/", views.start_verification, name="start-verification"),
    path("kieu-dang/", views.style_sheet, name="style-sheet"),
    *destruction,
]
