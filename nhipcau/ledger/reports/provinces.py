"""How the provinces carry the programme out: a sentence and an annex of the joint report."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from nhipcau.language.dates import write_figures
from nhipcau.ledger.coverage.models import ProvinceAction
from nhipcau.ledger.coverage.table import Row, Table, list_on, table
from nhipcau.ledger.programmes.models import Programme

from .figures import count
from .levels import Level
from .models import Report
from .scope import scope_of
from .tables import Plain, Sheet
from .wording import Line

Way = ProvinceAction.Way
KEY = "provinces"

# In a sentence, in the order of the table.
SAID = (
    (Way.OWN_PROGRAMME, "đã ký chương trình"),
    (Way.OWN_PLAN, "có kế hoạch riêng"),
    (Way.FOLDED_FOREIGN, "lồng ghép trong kế hoạch thông tin đối ngoại hằng năm"),
    (Way.FOLDED, "lồng ghép trong văn bản khác"),
)
LEFT = (
    (Way.DRAFTING, "đang xây dựng"),
    (Way.NOT_STARTED, "chưa triển khai"),
    (Way.NOT_APPLICABLE, "không thuộc phạm vi"),
    (Way.UNKNOWN, "chưa có thông tin"),
)


def of_report(report: Report) -> Table | None:
    """The table of the provinces on the day of the figures; only a joint report has one."""
    if report.level != Level.JOINT:
        return None
    return of_year(report.period.programme, report.period.year, scope_of(report).upto)


def of_year(programme: Programme, year: int, on: date) -> Table:
    """The provinces of the list that is in force on a day."""
    return table(programme, year=year, on=on, list=list_on(on))


def sentences(found: Table | None) -> Iterator[Line]:
    """«có 43/63 địa phương ký kết, lồng ghép …», each of the four ways by its own number."""
    if found is None or not found.rows:
        return
    day = write_figures(found.on)
    if found.unknown == len(found.rows):
        text = f"Đến ngày {day}, chưa có thông tin về việc triển khai chương trình tại địa phương."
        yield Line(KEY, text)
        return
    share = f"{count(found.acting)}/{count(len(found.rows))}"
    ways = _numbers(found, SAID)
    left = _numbers(found, LEFT)
    text = f"Đến ngày {day}, có {share} địa phương ký kết, lồng ghép triển khai chương trình"
    text += f" ({ways})" if ways else ""
    text += f"; còn lại: {left}" if left else ""
    yield Line(KEY, f"{text} (chi tiết tại phụ lục về địa phương).")


def _numbers(found: Table, ways: tuple[tuple[Way, str], ...]) -> str:
    held = found.ways
    return ", ".join(f"{count(held[way])} địa phương {words}" for way, words in ways if held[way])


def sheet(found: Table | None) -> Sheet:
    """Phụ lục II: each province, its way, its document, its money."""
    told = found is not None and found.unknown < len(found.rows)
    rows = found.rows if found is not None and told else ()
    on = found.on if found is not None else date.max
    return Sheet(
        _("Địa phương"),
        _("Tình hình triển khai chương trình tại địa phương"),
        (_("TT"), _("Địa phương"), _("Hình thức triển khai"), _("Văn bản"), _("Số, ký hiệu"),
         _("Ngày ban hành"), _("Kinh phí được giao (đồng)")),
        tuple(_row(number, row, on) for number, row in enumerate(rows, start=1)),
        (0.05, 0.16, 0.2, 0.29, 0.1, 0.09, 0.11),
    )  # fmt: skip


def _row(number: int, row: Row, on: date) -> tuple[Plain, ...]:
    action = row.first
    money: Decimal | str | None = row.money.value
    way = str(row.way.label)
    if action is None:
        return (number, row.place.name_on(on), way, "", "", "", "")
    return (
        number,
        row.place.name_on(on),
        way,
        action.title or action.reason,
        action.number,
        write_figures(action.issued_on) if action.issued_on else "",
        "" if money is None and not action.is_acting else money,
    )
