"""Addresses of the inspections."""

from django.urls import path

from . import following_views as following
from . import views
from . import visiting_views as visiting

app_name = "inspections"
urlpatterns = [
    path("kiem-tra/", views.inspection_list, name="list"),
    path("kiem-tra/them/", views.new, name="new"),
    path("kiem-tra/<uuid:uuid>/", views.inspection_page, name="inspection"),
    path("kiem-tra/<uuid:uuid>/doan/", views.add_member, name="add-member"),
    path("kiem-tra/<uuid:uuid>/doan/<int:pk>/bo/", views.drop_member, name="drop-member"),
    path("kiem-tra/<uuid:uuid>/de-cuong/", views.outline, name="outline"),
    path("kiem-tra/<uuid:uuid>/gui-de-cuong/", views.announce, name="announce"),
    path("kiem-tra/<uuid:uuid>/van-ban/<slug:kind>/", views.begin_paper, name="begin-paper"),
    path("kiem-tra/<uuid:uuid>/bao-cao/", visiting.report, name="report"),
    path("kiem-tra/<uuid:uuid>/tai-cho/", visiting.checklist, name="checklist"),
    path("kiem-tra/<uuid:uuid>/tai-cho/them/", visiting.add_check, name="add-check"),
    path("kiem-tra/<uuid:uuid>/ket-qua/", visiting.results, name="results"),
    path(
        "kiem-tra/<uuid:uuid>/ket-qua/<uuid:result>/giai-trinh/", visiting.explain, name="explain"
    ),
    path("kiem-tra/<uuid:uuid>/bien-ban/", visiting.close_minutes, name="close-minutes"),
    path("kiem-tra/<uuid:uuid>/kien-nghi/", following.recommend, name="recommend"),
    path("kiem-tra/kien-nghi/<uuid:uuid>/", following.recommendation, name="recommendation"),
    path("kiem-tra/kien-nghi/<uuid:uuid>/khac-phuc/", following.mend, name="mend"),
    path("kiem-tra/kien-nghi/<uuid:uuid>/xac-nhan/", following.confirm, name="confirm"),
    path("kiem-tra/kien-nghi/<uuid:uuid>/tra-lai/", following.return_remedy, name="return-remedy"),
]
