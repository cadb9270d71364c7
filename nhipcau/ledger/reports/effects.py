"""Evaluation: what each effect indicator was at the baseline and is at the end, never output only."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from nhipcau.ledger.evidence.models import EffectValue, Indicator
from nhipcau.ledger.programmes.models import Programme

from .figures import measure, percent
from .tables import Sheet
from .wording import Line

Point = EffectValue.Point


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect indicator at its three points; a point that nobody measured is missing."""

    indicator: Indicator
    at: dict[str, EffectValue]

    def value(self, point: str) -> Decimal | None:
        """What was measured at a point; None is «chưa có số liệu»."""
        held = self.at.get(point)
        return held.value if held is not None else None

    @property
    def latest(self) -> EffectValue | None:
        """The last measure after the baseline."""
        for point in (Point.FINAL, Point.MIDTERM):
            if self.value(point) is not None:
                return self.at[point]
        return None

    @property
    def target(self) -> Decimal | None:
        held = self.at.get(Point.FINAL)
        return held.target if held is not None else None

    @property
    def reached(self) -> bool | None:
        """Whether the end reached its target, seen from the baseline; None where that is unknown."""
        base, end, target = self.value(Point.BASELINE), self.value(Point.FINAL), self.target
        if base is None or end is None or target is None:
            return None
        return end >= target if target >= base else end <= target


def of(programme: Programme) -> list[Effect]:
    """The effect indicators of a programme with what was measured."""
    rows = programme.indicators.filter(is_effect=True).prefetch_related("effects")
    return [Effect(each, {held.point: held for held in each.effects.all()}) for each in rows]


def sentences(measured: list[Effect]) -> Iterator[Line]:
    """Each indicator against its baseline; what was not measured is said."""
    if not measured:
        yield Line("effects", "Chưa có chỉ tiêu hiệu quả được đo; chưa đánh giá được hiệu quả.")
    for each in measured:
        name = each.indicator.name.rstrip(" .;:")
        yield Line(f"effect:{each.indicator.code}", f"{name}: {'; '.join(_parts(each))}.")


def _parts(effect: Effect) -> Iterator[str]:
    unit = effect.indicator.unit
    base, latest = effect.at.get(Point.BASELINE), effect.latest
    known = base is not None and base.value is not None
    if base is not None and base.value is not None:
        yield f"đầu kỳ ({base.year}) {_with_unit(base.value, unit)}"
    else:
        yield "chưa có số liệu đầu kỳ"
    if latest is None or latest.value is None:
        yield "chưa có số liệu cuối kỳ, chưa đánh giá được mức thay đổi"
        return
    yield f"{latest.get_point_display()} ({latest.year}) {_with_unit(latest.value, unit)}"
    if known and base is not None and base.value is not None:
        yield _change(base.value, latest.value, unit)
    else:
        yield "chưa đánh giá được mức thay đổi"
    if effect.target is not None:
        yield f"mục tiêu {_with_unit(effect.target, unit)}{_REACHED[effect.reached]}"


def _with_unit(value: Decimal, unit: str) -> str:
    return f"{measure(value)}%" if unit == "%" else f"{measure(value)} {unit}"


_REACHED = {True: ", đã đạt", False: ", chưa đạt", None: ""}


def _change(base: Decimal, now: Decimal, unit: str) -> str:
    if now == base:
        return "không thay đổi so với đầu kỳ"
    word = "tăng" if now > base else "giảm"
    share = f" ({percent(abs(now - base), base)})" if base > 0 and unit != "%" else ""
    by = "điểm phần trăm" if unit == "%" else unit
    return f"{word} {measure(abs(now - base))} {by}{share} so với đầu kỳ"


def sheet(measured: list[Effect]) -> Sheet:
    """Phụ lục: baseline, mid-term, end, target, the source of each measure."""
    return Sheet(
        "Hiệu quả",
        "Đánh giá hiệu quả so với đầu kỳ",
        ("Chỉ tiêu", "Đơn vị tính", "Đầu kỳ", "Giữa kỳ", "Cuối kỳ", "Mục tiêu", "Nguồn, cách đo"),
        tuple(
            (
                each.indicator.name, each.indicator.unit,
                *(each.value(point) for point in Point), each.target,
                "; ".join(dict.fromkeys(held.source for held in each.at.values())),
            )
            for each in measured
        ),
        (0.28, 0.1, 0.09, 0.09, 0.09, 0.09, 0.26),
    )  # fmt: skip
