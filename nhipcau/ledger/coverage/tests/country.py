"""People of provinces and of the centre, for the tests of this room."""

from datetime import date
from typing import Any

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Place, User
from nhipcau.agencies.roles import Role
from nhipcau.ledger.coverage.models import ProvinceAction
from nhipcau.ledger.coverage.values import ActionChange

Country = dict[tuple[str, str], Place]
Way = ProvinceAction.Way


def somebody(role: Role, *places: Place, level: str = "provincial") -> User:
    """A person of an agency of these places, or of one at the centre."""
    agency = AgencyFactory.create(level=level)
    agency.places.set(places)
    user: User = MembershipFactory.create(agency=agency, role=role).user
    return user


def said(way: Way = Way.OWN_PLAN, **given: Any) -> ActionChange:
    """What somebody says of a province."""
    first = {"title": "Kế hoạch (ví dụ)", "first_day": date(2025, 9, 1), "source": "Báo cáo số 4"}
    return ActionChange(way=way, **{**first, **given})
