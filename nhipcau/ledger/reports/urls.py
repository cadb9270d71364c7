"""Addresses of this room; the ledger includes them."""

from django.urls import URLPattern, path

from . import back_views as back
from . import out_views as out
from . import proposal_views as proposals
from . import review_views as reviews
from . import standing_views as standings
from . import step_views as steps
from . import views

urlpatterns: list[URLPattern] = [
    path("bao-cao/", views.report_list, name="reports"),
    path("bao-cao/che-do/", standings.regime_list, name="regimes"),
    path("bao-cao/kien-nghi/", proposals.proposal_list, name="proposals"),
    path("bao-cao/kien-nghi/<uuid:uuid>/tra-loi/", proposals.answer, name="proposal-answer"),
    path("bao-cao/kien-nghi/<uuid:uuid>/ke-hoach/", proposals.plan, name="proposal-plan"),
    path("bao-cao/<uuid:uuid>/", views.report_page, name="report"),
    path("bao-cao/<uuid:uuid>/ho-so/<path:key>/", views.records_page, name="report-records"),
    path("bao-cao/<uuid:uuid>/cau/<uuid:line>/", steps.write_line, name="report-line"),
    path("bao-cao/<uuid:uuid>/muc/<slug:section>/", steps.add_line, name="report-add-line"),
    path("bao-cao/<uuid:uuid>/so-lieu/", steps.give_number, name="report-number"),
    path("bao-cao/<uuid:uuid>/trinh/", steps.submit, name="report-submit"),
    path("bao-cao/<uuid:uuid>/gui/", steps.send, name="report-send"),
    path("bao-cao/<uuid:uuid>/tiep-nhan/", steps.receive, name="report-receive"),
    path("bao-cao/<uuid:uuid>/tra-lai/", steps.send_back, name="report-send-back"),
    path("bao-cao/<uuid:uuid>/tong-hop/", steps.consolidate, name="report-consolidate"),
    path("bao-cao/<uuid:uuid>/thay-the/", steps.replace, name="report-replace"),
    path("bao-cao/<uuid:uuid>/kien-nghi/", proposals.propose, name="report-propose"),
    path("bao-cao/<uuid:uuid>/tinh-hinh-gui/", standings.standing_page, name="report-standing"),
    path("bao-cao/<uuid:uuid>/van-ban/", back.begin_paper, name="report-paper"),
    path("bao-cao/<uuid:uuid>/dinh-chinh/", back.correct, name="report-correct"),
    path("bao-cao/<uuid:uuid>/tep-sua/", back.take_in, name="report-take-in"),
    path("bao-cao/<uuid:uuid>/tep-sua/<uuid:incoming>/", back.preview, name="report-back"),
    path("bao-cao/<uuid:uuid>.docx", out.docx, name="report-docx"),
    path("bao-cao/<uuid:uuid>.pdf", out.pdf, name="report-pdf"),
    path("bao-cao/<uuid:uuid>.xlsx", out.xlsx, name="report-xlsx"),
    path("bao-cao/<uuid:uuid>/tom-tat.pdf", out.brief_pdf, name="report-brief"),
    path("so-ket/", reviews.review_list, name="annual-reviews"),
    path("so-ket/<uuid:uuid>/", reviews.review_page, name="annual-review"),
    path("so-ket/<uuid:uuid>/hoi-nghi/", reviews.hold, name="annual-review-hold"),
    path("so-ket/<uuid:uuid>/bao-cao/", reviews.paper, name="annual-review-paper"),
    path("so-ket/<uuid:uuid>/giay-moi/", reviews.invite, name="annual-review-invite"),
    path("so-ket/<uuid:uuid>/ket-luan/", reviews.conclude, name="annual-review-conclude"),
    path("so-ket/<uuid:uuid>/ghi-chu/", reviews.note, name="annual-review-note"),
    path("so-ket/<uuid:uuid>/hoi-nghi.ics", reviews.calendar, name="annual-review-calendar"),
]
