"""Addresses of this room; the ledger includes them."""

from django.urls import URLPattern, path

from . import directive_views as directives
from . import list_views as lists
from . import money_views as money
from . import plan_views as plans
from . import sheet_views as sheets
from . import task_views as tasks
from . import worklist_views as waiting

PLAN, TASK, DIRECTIVE = "ke-hoach/<uuid:uuid>", "nhiem-vu/<uuid:uuid>", "chi-dao/<uuid:uuid>"

urlpatterns: list[URLPattern] = [
    path("ke-hoach/", plans.plan_list, name="plans"),
    path("ke-hoach/lap/", plans.plan_new, name="plan-new"),
    path(f"{PLAN}/", plans.plan_page, name="plan"),
    path(f"{PLAN}/ten/", plans.plan_head, name="plan-head"),
    path(f"{PLAN}/noi-dung-phoi-hop/", plans.plan_fill, name="plan-fill"),
    path(f"{PLAN}/them/", tasks.task_new, name="task-new"),
    path(f"{PLAN}/kinh-phi/", money.money_of_plan, name="money-of-plan"),
    path(f"{PLAN}.xlsx", sheets.out, name="plan-sheet"),
    path(f"{PLAN}/bang-tinh/", sheets.back, name="plan-sheet-back"),
    path("nhiem-vu/", lists.task_list, name="tasks"),
    path("nhiem-vu.csv", lists.tasks_csv, name="tasks-csv"),
    path("nhiem-vu.xlsx", lists.tasks_xlsx, name="tasks-xlsx"),
    path("nhiem-vu/theo-dia-phuong/", lists.tasks_by_province, name="tasks-by-province"),
    path(f"{TASK}/", tasks.task_page, name="task"),
    path(f"{TASK}/sua/", tasks.task_edit, name="task-edit"),
    path(f"{TASK}/dong/", plans.task_row, name="task-row"),
    path(f"{TASK}/kinh-phi/", money.money_of_task, name="money-of-task"),
    path(f"{TASK}/buoc/<slug:act>/", tasks.task_do, name="task-do"),
    path(f"{TASK}/quyet-dinh/<slug:act>/", tasks.task_decide, name="task-decide"),
    path(
        "chuong-trinh/<slug:slug>/dieu-khoan/<str:address>/nhiem-vu/",
        lists.provision_work,
        name="provision-work",
    ),
    path("chi-dao/", directives.directive_list, name="directives"),
    path("chi-dao/ghi-nhan/", directives.directive_new, name="directive-new"),
    path(f"{DIRECTIVE}/", directives.directive_page, name="directive"),
    path(f"{DIRECTIVE}/sua/", directives.directive_edit, name="directive-edit"),
    path(f"{DIRECTIVE}/giao/", directives.directive_task, name="directive-task"),
    path("kinh-phi/", money.money_of_year, name="money-year"),
    path("kinh-phi/<uuid:uuid>/", money.money_line, name="money"),
    path("kinh-phi/<uuid:uuid>/bo/", money.money_drop, name="money-drop"),
    path("viec-cho-xu-ly/", waiting.work_list, name="work-list"),
    path("viec-cho-xu-ly/lich/", waiting.calendar_make, name="calendar-make"),
    path("viec-cho-xu-ly/lich/thu-hoi/", waiting.calendar_take_back, name="calendar-take-back"),
    path("viec-cho-xu-ly/thu/", waiting.digest_choose, name="digest"),
    path("lich/<slug:secret>.ics", waiting.calendar, name="calendar"),
]
