"""Addresses of the shell's own pages."""

from django.urls import path

from . import views

app_name = "shell"
urlpatterns = [
    path("viec-nen/", views.job_list, name="jobs"),
    path("viec-nen/kiem-tra-nhat-ky/", views.start_verification, name="start-verification"),
    path("kieu-dang/", views.style_sheet, name="style-sheet"),
]
