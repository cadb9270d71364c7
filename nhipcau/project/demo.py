"""One invented account for each role, to try the platform; never made outside a demonstration."""

from dataclasses import dataclass

from nhipcau.agencies import actions
from nhipcau.agencies.models import Agency, User
from nhipcau.agencies.roles import Role
from nhipcau.base import clock

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
)
DOMAIN = "vidu.nhipcau.example"


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One way in: the role in words, the address, the password."""

    role: str
    email: str
    password: str


def accounts(password: str) -> list[DemoAccount]:
    """The accounts, for showing; they exist after `open_accounts`."""
    return [
        DemoAccount(str(role.label), f"{local}@{DOMAIN}", password) for role, _, local, _ in PEOPLE
    ]


def open_accounts(password: str) -> list[DemoAccount]:
    """Open what is missing of the accounts and return them all."""
    for role, code, local, name in PEOPLE:
        email = f"{local}@{DOMAIN}"
        if not User.objects.filter(email=email).exists():
            user = actions.open_account(email=email, name=name, password=password, by=None)
            actions.appoint(
                user=user,
                agency=Agency.objects.get(code=code),
                role=role,
                first_day=clock.today(),
                by=None,
            )
    return accounts(password)
