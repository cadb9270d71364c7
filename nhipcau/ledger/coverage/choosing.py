"""The filters and orders of the table of provinces as links, so that a choice can be sent."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nhipcau.language.sort import sort_key

from .models import ProvinceAction
from .table import Row, Table

LIST, YEAR, DAY, WAY, LACK, ORDER = "danh-muc", "nam", "ngay", "cach", "con-thieu", "sap-xep"
LACKS: Mapping[str, tuple[str | Promise, Callable[[Row], bool]]] = {
    "can-xac-dinh": (_("cần xác định chương trình áp dụng"), lambda row: row.must_be_settled),
    "kinh-phi": (_("chưa có số liệu kinh phí"), lambda row: row.money.missing > 0),
    "thong-tin": (_("chưa có thông tin"), lambda row: row.unknown > 0),
}
TYPES = ("Thành phố ", "Tỉnh ")


def plain_name(row: Row) -> str:
    """«Tuyên Quang» of «Tỉnh Tuyên Quang»: by this lists of provinces are read."""
    name = row.place.name
    return next((name.removeprefix(each) for each in TYPES if name.startswith(each)), name)


ORDERS: Mapping[str, tuple[str | Promise, Callable[[Row], tuple[object, ...]]]] = {
    "": (_("theo mã"), lambda row: (row.place.code,)),
    "ten": (_("theo tên"), lambda row: sort_key(plain_name(row))),
    "cach": (_("theo hình thức"), lambda row: (ProvinceAction.Way.values.index(row.way),)),
    "kinh-phi": (
        _("kinh phí nhiều trước"),
        lambda row: (row.money.value is None, -(row.money.value or Decimal(0))),
    ),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter or an order as a link; the one that holds leads back to all."""

    label: str | Promise
    address: str
    holds: bool
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Choices of one kind."""

    label: str | Promise
    choices: tuple[Choice, ...]


class Chosen:
    """The rows of a table that a query string asks for, and the links that lead to others."""

    def __init__(self, table: Table, asked: Mapping[str, str]) -> None:
        self.table = table
        keys = (LIST, YEAR, DAY, WAY, LACK, ORDER)
        self._asked = {key: asked[key] for key in keys if asked.get(key)}
        rows = [row for row in table.rows if self._fits(row)]
        self.rows = sorted(rows, key=ORDERS.get(self._asked.get(ORDER, ""), ORDERS[""])[1])

    @property
    def query(self) -> str:
        """What was asked, for a link to the same choice in another form."""
        return urlencode(self._asked)

    @property
    def is_narrowed(self) -> bool:
        return WAY in self._asked or LACK in self._asked

    def lists(self) -> Iterable[Choice]:
        """Both lists; the one that is shown is marked, and stays."""
        for key, label in (("63", _("63 tỉnh, thành phố")), ("34", _("34 tỉnh, thành phố"))):
            query = urlencode({**self._asked, LIST: key})
            yield Choice(label, f"?{query}", self.table.list == key)

    def groups(self) -> Iterable[Group]:
        """Filters and orders as links; a kind that has nothing to offer is left out."""
        return [group for group in self._groups() if group.choices]

    def _groups(self) -> Iterator[Group]:
        counts = self.table.ways
        ways = [(key, label, counts[key]) for key, label in ProvinceAction.Way.choices]
        yield Group(_("Hình thức"), tuple(self._choices(WAY, ways)))
        lacks = [
            (key, label, sum(fits(row) for row in self.table.rows))
            for key, (label, fits) in LACKS.items()
        ]
        yield Group(_("Còn thiếu"), tuple(self._choices(LACK, lacks)))
        orders = [(key, label, None) for key, (label, _key) in ORDERS.items() if key]
        yield Group(_("Sắp xếp"), tuple(self._choices(ORDER, orders)))

    def _fits(self, row: Row) -> bool:
        way, lack = self._asked.get(WAY), self._asked.get(LACK, "")
        if way in ProvinceAction.Way.values and row.way != way:
            return False
        return lack not in LACKS or LACKS[lack][1](row)

    def _choices(
        self, key: str, options: Iterable[tuple[str, str | Promise, int | None]]
    ) -> Iterable[Choice]:
        for value, label, count in options:
            holds = self._asked.get(key) == value
            if count == 0 and not holds:
                continue
            others = {k: v for k, v in self._asked.items() if k != key}
            query = urlencode(others if holds else {**others, key: value})
            yield Choice(label, f"?{query}", holds, count)
