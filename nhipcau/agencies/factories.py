"""People and agencies for tests, with Vietnamese values one would believe."""

import datetime

from factory.declarations import Sequence, SubFactory
from factory.django import DjangoModelFactory
from factory.helpers import post_generation

from .models import Agency, AgencyName, Membership, User
from .roles import Role

PASSWORD = "cau-treo-qua-suoi-2026"  # noqa: S105  only ever in a test database


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


class UserFactory(DjangoModelFactory[User]):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = Sequence(lambda n: f"can-bo-{n}@vidu.nhipcau.example")
    name = Sequence(lambda n: f"Lò Thị Hoa {n} (ví dụ)")

    @post_generation
    def password(user: User, create: bool, extracted: str | None, **kwargs: object) -> None:
        user.set_password(extracted or PASSWORD)
        user.save(update_fields=["password"])


class MembershipFactory(DjangoModelFactory[Membership]):
    class Meta:
        model = Membership

    user = SubFactory(UserFactory)
    agency = SubFactory(AgencyFactory)
    role = Role.OFFICER
    first_day = datetime.date(2024, 6, 4)


def person_with(role: Role) -> User:
    """Somebody who holds one role today."""
    return MembershipFactory.create(role=role).user
