"""Invented accounts, one for each role and a few more units; never made outside a demonstration."""

from dataclasses import dataclass
from datetime import date

from nhipcau.agencies import actions
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.roles import Role

from . import units

# Role, agency, e-mail before the @, invented name. The agencies are those that answer for 922 now.
PEOPLE = (
    (Role.FOCAL_POINT, "mera-cds", "dau-moi", "Hoàng Thị Mai (ví dụ)"),
    (Role.FOCAL_POINT, "mcst-ttcs-ttdn", "dau-moi-ben-kia", "Lương Văn Thành (ví dụ)"),
    (Role.OFFICER, "mcst-ttcs-ttdn", "chuyen-vien", "Lê Văn Sơn (ví dụ)"),
    (Role.LEADER, "mera-cds", "lanh-dao", "Nông Văn Bình (ví dụ)"),
    (Role.SIGNATORY, "mera", "nguoi-ky", "Vi Thị Hạnh (ví dụ)"),
    (Role.CLERK, "mera", "van-thu", "Trần Thu Hà (ví dụ)"),
    (Role.SPOKESPERSON, "mcst", "phat-ngon", "Phạm Quốc Anh (ví dụ)"),
    (Role.INSPECTOR, "mcst", "kiem-tra", "Đinh Thị Lan (ví dụ)"),
    (Role.AUDITOR, "mcst", "kiem-toan", "Bùi Minh Đức (ví dụ)"),
    (Role.ADMINISTRATOR, "mera-cds", "quan-tri", "Ksor Hùng (ví dụ)"),
    # The other side of the plan, a merged province, a commune, a border post.
    (Role.LEADER, "mcst-ttcs-ttdn", "lanh-dao-ben-kia", "Đặng Thu Trang (ví dụ)"),
    (Role.OFFICER, "ubnd-tuyen-quang-2025", "tinh", "Ma Văn Dũng (ví dụ)"),
    (Role.LEADER, "ubnd-tuyen-quang-2025", "lanh-dao-tinh", "Hoàng Thị Nga (ví dụ)"),
    (Role.OFFICER, "ubnd-lang-son", "tinh-lang-son", "Lương Thị Hiền (ví dụ)"),
    (Role.OFFICER, "ubnd-xa-00715", "xa", "Vàng Mí Sính (ví dụ)"),
    (Role.OFFICER, "ubnd-xa-06184", "xa-dong-dang", "Nông Thị Bích (ví dụ)"),
    (Role.OFFICER, "vi-du-don-bien-phong", "bien-phong", "Trần Quốc Việt (ví dụ)"),
)
SINCE = date(2025, 3, 1)
DOMAIN = "vidu.nhipcau.example"


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One way in: the role in words, the address, the password."""

    role: str
    email: str
    password: str


def accounts(password: str) -> list[DemoAccount]:
    """The accounts, for showing; they exist after `open_accounts`."""
    names = {each.code: each.short_name for each in Agency.objects.prefetch_related("names")}
    return [
        DemoAccount(f"{role.label} · {names[code]}", f"{local}@{DOMAIN}", password)
        for role, code, local, _ in PEOPLE
    ]


def person(local: str) -> User:
    """The invented person with this name before the @."""
    return User.objects.get(email=f"{local}@{DOMAIN}")


def open_accounts(password: str) -> list[DemoAccount]:
    """Open what is missing of the accounts and return them all."""
    units.open_units()
    for role, code, local, name in PEOPLE:
        email = f"{local}@{DOMAIN}"
        if not User.objects.filter(email=email).exists():
            user = actions.open_account(email=email, name=name, password=password, by=None)
            actions.appoint(
                user=user,
                agency=Agency.objects.get(code=code),
                role=role,
                first_day=_first_day(code),
                by=None,
            )
    return accounts(password)


def _first_day(code: str) -> date:
    """As early as the agency and the example allow."""
    first = Agency.objects.get(code=code).first_day
    return max(SINCE, first) if first else SINCE
