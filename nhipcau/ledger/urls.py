"""Addresses of the ledger's pages."""

from django.urls import path

from nhipcau.ledger.coverage import urls as coverage
from nhipcau.ledger.evidence import urls as evidence
from nhipcau.ledger.obligations import acting_urls as acting
from nhipcau.ledger.obligations import decision_views as decisions
from nhipcau.ledger.obligations import intake_views as intake
from nhipcau.ledger.obligations import review_views as reviews
from nhipcau.ledger.obligations import sheet_views as sheets
from nhipcau.ledger.obligations import transcript_views as transcripts
from nhipcau.ledger.obligations import views as obligations
from nhipcau.ledger.papers import urls as papers
from nhipcau.ledger.programmes import urls as texts
from nhipcau.ledger.programmes import views as programmes
from nhipcau.ledger.reports import urls as reports
from nhipcau.ledger.work import urls as work

app_name = "ledger"
urlpatterns = [
    path("chuong-trinh/", programmes.programme_list, name="programmes"),
    path("chuong-trinh/dua-vao/", intake.upload, name="upload"),
    *texts.urlpatterns,
    *acting.urlpatterns,
    *papers.urlpatterns,
    *work.urlpatterns,
    *coverage.urlpatterns,
    *evidence.urlpatterns,
    *reports.urlpatterns,
    path(
        "chuong-trinh/nhap-tay/<uuid:uuid>/dua-vao/",
        transcripts.take_in,
        name="transcript-take-in",
    ),
    path("chuong-trinh/<slug:slug>/", obligations.programme_page, name="programme"),
    path(
        "chuong-trinh/<slug:slug>/dieu-khoan/<str:address>/",
        obligations.provision_page,
        name="provision",
    ),
    path(
        "chuong-trinh/<slug:slug>/noi-dung-phoi-hop/",
        obligations.obligation_list,
        name="obligations",
    ),
    path(
        "chuong-trinh/<slug:slug>/noi-dung-phoi-hop/<uuid:uuid>/xac-nhan/",
        obligations.confirm,
        name="confirm",
    ),
    path(
        "chuong-trinh/<slug:slug>/noi-dung-phoi-hop/<uuid:uuid>/rut-lai/",
        obligations.withdraw,
        name="withdraw",
    ),
    path("chuong-trinh/<slug:slug>/noi-dung-phoi-hop.xlsx", sheets.out, name="sheet"),
    path("chuong-trinh/<slug:slug>/ra-soat/bang-tinh/", sheets.back, name="sheet-back"),
    path("chuong-trinh/<slug:slug>/ra-soat/", reviews.review, name="review"),
    path("chuong-trinh/<slug:slug>/ra-soat/them/", reviews.add, name="review-add"),
    path("chuong-trinh/<slug:slug>/ra-soat/ten-goi/", reviews.say_names, name="say-names"),
    path("chuong-trinh/<slug:slug>/ra-soat/ben-ky/", reviews.say_party, name="say-party"),
    path("chuong-trinh/<slug:slug>/ra-soat/<uuid:uuid>/", decisions.review_one, name="review-one"),
    path("chuong-trinh/<slug:slug>/dua-vao-su-dung/", reviews.publish, name="publish"),
    path("chuong-trinh/<slug:slug>/cong-khai/", reviews.make_public, name="make-public"),
]
