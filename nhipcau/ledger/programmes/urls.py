"""Addresses of the pages of instruments, amendments and consolidated texts."""

from django.urls import path

from . import amendment_views as amendments
from . import change_views as changes
from . import consolidated_views as texts
from . import instrument_views as instruments
from . import line_views as lines
from . import standing_views as standings
from . import typing_views as typing_in

ONE = "chuong-trinh/<slug:slug>/"
AMENDMENT = f"{ONE}dieu-chinh/<uuid:uuid>/"
TYPED = "chuong-trinh/nhap-tay/<uuid:uuid>/"

urlpatterns = [
    path("van-ban/", instruments.instrument_list, name="instruments"),
    path("van-ban/het-hieu-luc/", instruments.ended, name="ended"),
    path("van-ban/them/", instruments.hold, name="instrument-new"),
    path("van-ban/<slug:slug>/", instruments.instrument_page, name="instrument"),
    path("van-ban/<slug:slug>/hieu-luc/", instruments.tell, name="instrument-event"),
    path("chuong-trinh/nhap-tay/", typing_in.transcript_list, name="transcripts"),
    path("chuong-trinh/nhap-tay/moi/", typing_in.begin, name="transcript-new"),
    path(TYPED, typing_in.transcript_page, name="transcript"),
    path(f"{TYPED}dau/", typing_in.rewrite_head, name="transcript-head"),
    path(f"{TYPED}ben-ky/", typing_in.add_party, name="transcript-add-party"),
    path(f"{TYPED}ben-ky/bo/", typing_in.drop_party, name="transcript-drop-party"),
    path(f"{TYPED}dieu-khoan/sau/<int:after>/", lines.insert, name="line-new"),
    path(f"{TYPED}dieu-khoan/<int:order>/", lines.change, name="line"),
    path(f"{TYPED}dieu-khoan/<int:order>/bo/", lines.drop, name="line-drop"),
    path(f"{TYPED}xoa/", typing_in.discard, name="transcript-discard"),
    path(f"{ONE}hop-nhat/", texts.consolidated, name="consolidated"),
    path(f"{ONE}tinh-trang/", standings.stand, name="standing"),
    path(f"{ONE}dieu-chinh/", amendments.amendment_list, name="amendments"),
    path(f"{ONE}dieu-chinh/moi/", amendments.new, name="amendment-new"),
    path(AMENDMENT, amendments.amendment_page, name="amendment"),
    path(f"{AMENDMENT}noi-dung/", changes.choose, name="change-place"),
    path(f"{AMENDMENT}noi-dung/<str:act>/<str:place>/", changes.words, name="change-words"),
    path(f"{AMENDMENT}bo/<int:order>/", changes.drop, name="change-drop"),
    path(f"{AMENDMENT}ghi-nhan/", amendments.record, name="amendment-record"),
    path(f"{AMENDMENT}thong-nhat/", amendments.agree, name="amendment-agree"),
    path(f"{AMENDMENT}tra-lai/", amendments.send_back, name="amendment-send-back"),
]
