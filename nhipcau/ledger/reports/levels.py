"""At which level a report is made; each level gathers the ones below it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """Cấp báo cáo: from the commune up to the account of all parties together."""

    COMMUNE = "commune", _("cấp xã")
    DEPARTMENT = "department", _("sở, ngành cấp tỉnh")
    COMMITTEE = "committee", _("Ủy ban nhân dân cấp tỉnh")
    UNIT = "unit", _("đơn vị thuộc bộ, cơ quan trung ương")
    PARTY = "party", _("bên ký kết")
    JOINT = "joint", _("chung của các bên")


# Who gathers whom: the first level above at which somebody owes a report takes it.
ABOVE: dict[str, tuple[str, ...]] = {
    Level.COMMUNE: (Level.DEPARTMENT, Level.COMMITTEE),
    Level.DEPARTMENT: (Level.COMMITTEE, Level.PARTY, Level.JOINT),
    Level.COMMITTEE: (Level.PARTY, Level.JOINT),
    Level.UNIT: (Level.PARTY, Level.JOINT),
    Level.PARTY: (Level.JOINT,),
    Level.JOINT: (),
}
