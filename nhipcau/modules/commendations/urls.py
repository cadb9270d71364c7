"""Addresses of emulation and commendation."""

from django.urls import path

from . import nomination_views as nominations
from . import views

app_name = "commendations"
ONE = "khen-thuong/ho-so/<uuid:uuid>/"
urlpatterns = [
    path("khen-thuong/", views.emulation_list, name="list"),
    path("khen-thuong/phat-dong/", views.launch, name="launch"),
    path("khen-thuong/hinh-thuc/", views.award_list, name="awards"),
    path("khen-thuong/<uuid:uuid>/", views.emulation_page, name="emulation"),
    path("khen-thuong/<uuid:uuid>/dang-ky/", views.register, name="register"),
    path("khen-thuong/<uuid:uuid>/de-nghi/", nominations.nominate, name="nominate"),
    path("khen-thuong/<uuid:uuid>/trinh/", views.submit, name="submit"),
    path("khen-thuong/<uuid:uuid>/quyet-dinh/", views.decision, name="decision"),
    path(ONE, nominations.nomination_page, name="nomination"),
    path(f"{ONE}sua/", nominations.change, name="change"),
    path(f"{ONE}minh-chung/", nominations.attach_evidence, name="attach-evidence"),
    path(f"{ONE}gui/", nominations.send, name="send"),
    path(f"{ONE}rut/", nominations.withdraw, name="withdraw"),
    path(f"{ONE}hiep-y/", nominations.attest, name="attest"),
    path(f"{ONE}tra-lai/", nominations.give_back, name="give-back"),
    path(f"{ONE}ket-qua-xet/", nominations.vote, name="vote"),
    path(f"{ONE}ket-thuc/", nominations.close, name="close"),
]
