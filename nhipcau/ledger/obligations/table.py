"""The table of obligations: its filters and its order are links, so that a choice can be sent."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Obligation
from .reading import ObligationView, ProgrammePage, ProvisionView


@dataclass(frozen=True, slots=True)
class Row:
    """One obligation in its provision."""

    provision: ProvisionView
    obligation: ObligationView


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter or an order as a link; the one that holds leads back to all."""

    label: str | Promise
    address: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Choices of one kind."""

    label: str | Promise
    choices: tuple[Choice, ...]


STATE, KIND, AGENCY, ORDER = "tinh-trang", "tinh-chat", "co-quan", "sap-xep"
ORDERS: Mapping[str, tuple[str | Promise, Callable[[Row], tuple[object, ...]]]] = {
    "": (_("theo văn bản"), lambda row: (row.provision.provision.order,)),
    "tinh-trang": (_("chờ xác nhận trước"), lambda row: (row.obligation.is_confirmed,)),
    "tinh-chat": (_("có thời hạn trước"), lambda row: (row.obligation.obligation.kind,)),
}


class Table:
    """The rows that a query string asks for, and the links that lead to others."""

    def __init__(self, page: ProgrammePage, asked: Mapping[str, str]) -> None:
        self._asked = {key: asked[key] for key in (STATE, KIND, AGENCY, ORDER) if asked.get(key)}
        self._all = [Row(place, each) for place in page.provisions for each in place.obligations]
        rows = [row for row in self._all if self._fits(row)]
        order = ORDERS.get(self._asked.get(ORDER, ""), ORDERS[""])[1]
        # The order of the text decides between equals: sorting keeps it.
        self.rows = sorted(rows, key=order)

    def groups(self) -> Iterable[Group]:
        """Filters and orders as links."""
        yield Group(_("Tình trạng"), tuple(self._choices(STATE, _states())))
        yield Group(_("Tính chất"), tuple(self._choices(KIND, Obligation.Kind.choices)))
        yield Group(_("Cơ quan"), tuple(self._choices(AGENCY, self._agencies())))
        orders = [(key, label) for key, (label, _key) in ORDERS.items() if key]
        yield Group(_("Sắp xếp"), tuple(self._choices(ORDER, orders)))

    def _fits(self, row: Row) -> bool:
        obligation, asked = row.obligation.obligation, self._asked
        return (
            asked.get(STATE, obligation.state) == obligation.state
            and asked.get(KIND, obligation.kind) == obligation.kind
            and (
                AGENCY not in asked
                or asked[AGENCY] in {each.code for each in row.obligation.agencies}
            )
        )

    def _agencies(self) -> list[tuple[str, str]]:
        found = {
            each.code: each.short_name for row in self._all for each in row.obligation.agencies
        }
        return sorted(found.items(), key=lambda pair: pair[1])

    def _choices(self, key: str, options: Iterable[tuple[str, str | Promise]]) -> Iterable[Choice]:
        for value, label in options:
            holds = self._asked.get(key) == value
            others = {k: v for k, v in self._asked.items() if k != key}
            query = urlencode(others if holds else {**others, key: value})
            yield Choice(label, f"?{query}", holds)


def _states() -> list[tuple[str, str | Promise]]:
    return [
        (Obligation.State.CONFIRMED, _("đã xác nhận")),
        (Obligation.State.PROPOSED, _("chờ xác nhận")),
    ]
