"""Addresses of this room; the ledger includes them."""

from django.urls import URLPattern, path

from . import evaluation_views as evaluations
from . import indicator_views as indicators
from . import lodge_views as lodging
from . import period_views as periods
from . import quarter_views as quarters
from . import rule_views as rules
from . import target_views as targets
from . import views

PROGRAMME = "chuong-trinh/<slug:slug>"

urlpatterns: list[URLPattern] = [
    path(f"{PROGRAMME}/minh-chung/", views.evidence_list, name="evidence"),
    path(f"{PROGRAMME}/minh-chung/ghi-nhan/", lodging.lodge, name="evidence-lodge"),
    path(f"{PROGRAMME}/minh-chung/quy-dinh/", rules.rules, name="evidence-rules"),
    path(
        f"{PROGRAMME}/minh-chung/quy-dinh/<uuid:uuid>/bo/",
        rules.rule_drop,
        name="evidence-rule-drop",
    ),
    path("minh-chung/<uuid:uuid>/", views.evidence_one, name="evidence-one"),
    path("minh-chung/<uuid:uuid>/rut-lai/", lodging.withdraw, name="evidence-withdraw"),
    path("minh-chung/tep/<uuid:uuid>/", views.evidence_file, name="evidence-file"),
    path(f"{PROGRAMME}/chi-tieu/", indicators.indicator_list, name="indicators"),
    path(f"{PROGRAMME}/chi-tieu/moi/", indicators.indicator_new, name="indicator-new"),
    path("chi-tieu/<uuid:uuid>/", indicators.indicator, name="indicator"),
    path("chi-tieu/<uuid:uuid>.xlsx", indicators.indicator_sheet, name="indicator-sheet"),
    path("chi-tieu/<uuid:uuid>/sua/", indicators.indicator_edit, name="indicator-edit"),
    path("chi-tieu/<uuid:uuid>/so-lieu/", indicators.figure, name="figure"),
    path("chi-tieu/<uuid:uuid>/hieu-qua/<slug:point>/", evaluations.effect, name="effect-value"),
    path("nhiem-vu/<uuid:uuid>/chi-tieu/", targets.task_targets, name="task-targets"),
    path(f"{PROGRAMME}/danh-gia/", evaluations.evaluation, name="evaluation"),
    path(f"{PROGRAMME}/ky-bao-cao/", periods.period_list, name="periods"),
    path(f"{PROGRAMME}/ky-bao-cao/lap/", periods.period_make, name="period-make"),
    path("ky-bao-cao/<uuid:uuid>/", periods.period, name="period"),
    path("ky-bao-cao/<uuid:uuid>/chot/", periods.period_close, name="period-close"),
    path("ky-bao-cao/<uuid:uuid>/mo-lai/", periods.period_reopen, name="period-reopen"),
    path(f"{PROGRAMME}/quy/", quarters.commune_quarter, name="commune-quarter"),
    path(f"{PROGRAMME}/quy.xlsx", quarters.commune_sheet, name="commune-sheet"),
    path(f"{PROGRAMME}/quy/bang-tinh/", quarters.commune_sheet_back, name="commune-sheet-back"),
]
