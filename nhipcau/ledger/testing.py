"""Factories that the tests of the modules may use; Vietnamese values one would believe."""

import datetime

from factory.declarations import Sequence, SubFactory
from factory.django import DjangoModelFactory
from factory.helpers import post_generation

from nhipcau.agencies.models import Agency, AgencyName
from nhipcau.ledger.programmes.models import Programme, Provision


class AgencyFactory(DjangoModelFactory[Agency]):
    class Meta:
        model = Agency
        skip_postgeneration_save = True

    code = Sequence(lambda n: f"so-vi-du-{n}")
    kind = "unit"
    level = "provincial"
    first_day = datetime.date(2016, 1, 1)
    source = "ví dụ của bộ kiểm thử"

    @post_generation
    def name(agency: Agency, create: bool, extracted: str | None, **kwargs: object) -> None:
        """The full name that it bears from its first day."""
        AgencyName.objects.create(
            agency=agency,
            form=AgencyName.Form.FULL,
            name=extracted or f"Sở Văn hóa, Thể thao và Du lịch ({agency.code})",
            first_day=agency.first_day,
            source=agency.source,
        )


class ProgrammeFactory(DjangoModelFactory[Programme]):
    class Meta:
        model = Programme

    slug = Sequence(lambda n: f"chuong-trinh-vi-du-{n}")
    kind = "Chương trình phối hợp"
    number = Sequence(lambda n: f"{n + 1:02}/CTPH-VIDU")
    title = "Chương trình phối hợp truyền thông ở các xã biên giới (ví dụ)"
    place = "Lạng Sơn"
    signed_on = datetime.date(2025, 3, 20)
    first_year = 2025
    last_year = 2028
    is_example = True


class ProvisionFactory(DjangoModelFactory[Provision]):
    class Meta:
        model = Provision

    programme = SubFactory(ProgrammeFactory)
    order = Sequence(lambda n: n + 1)
    address = Sequence(lambda n: f"I.{n + 1}")
    marker = "1."
    kind = "clause"
    text = (
        "Hai bên trao đổi tài liệu truyền thông bằng tiếng Tày, tiếng Nùng cho đài truyền thanh xã."
    )
    first_line = 1
