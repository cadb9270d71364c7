"""A brief of one page with two charts, for a leader's desk."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import altair as alt
import typst
import vl_convert

from nhipcau.language.dates import write_figures

from . import parties
from .account import Account
from .composing import subject
from .drafting import account_of
from .figures import count, percent
from .models import Report
from .scope import scope_of
from .wording import whole

BOXES = (
    ("Hoàn thành đúng hạn", "on_time", "#2b6a4d"),
    ("Hoàn thành quá hạn", "late", "#b98a1d"),
    ("Chờ xác nhận", "awaiting", "#6b7ab8"),
    ("Đang thực hiện", "ongoing", "#33428f"),
    ("Chưa triển khai", "not_started", "#9aa0b4"),
    ("Quá hạn", "overdue", "#c8321f"),
    ("Tạm dừng", "paused", "#6d6d6d"),
)
TEMPLATE = Path(__file__).with_name("brief.typ")
MOST_POINTS = 12


def to_pdf(report: Report) -> bytes:
    """The brief as a PDF of one page."""
    account = account_of(report)
    with TemporaryDirectory() as folder:
        charts = {"boxes.svg": boxes_chart(account), "points.svg": points_chart(account)}
        for name, svg in charts.items():
            (Path(folder) / name).write_text(svg, encoding="utf-8")
        (Path(folder) / "brief.typ").write_bytes(TEMPLATE.read_bytes())
        given = json.dumps(said(report, account), ensure_ascii=False)
        return typst.compile(
            str(Path(folder) / "brief.typ"), root=folder, format="pdf", sys_inputs={"brief": given}
        )


def said(report: Report, account: Account) -> dict[str, Any]:
    """The words of the brief."""
    counts = account.counts
    share = percent(counts.done, counts.dated)
    rows = [(label, count(getattr(counts, box))) for label, box, _ in BOXES]
    return {
        "title": subject(report),
        "agency": parties.name_of(report),
        "upto": f"Số liệu tính đến ngày {write_figures(scope_of(report).upto)}",
        "lead": whole(counts, account.units) if counts.dated or counts.routine else
        "Trong kỳ chưa có nhiệm vụ nào được ghi nhận.",
        "share": share,
        "rows": [*rows, ("Thường xuyên", count(counts.routine)), ("Minh chứng", count(counts.evidence))],
        "example": "VÍ DỤ MINH HỌA" if report.is_example else "",
    }  # fmt: skip


def boxes_chart(account: Account) -> str:
    """Tasks by state, as SVG."""
    counts = account.counts
    given = [(label, getattr(counts, box)) for label, box, _ in BOXES]
    rows = [{"state": label, "number": number} for label, number in given]
    labels, colours = [label for label, _, _ in BOXES], [colour for _, _, colour in BOXES]
    chart = (
        alt.Chart(_data(rows))
        .mark_bar()
        .encode(
            x=_numbers(max(row[1] for row in given)),
            y=alt.Y("state:N", sort=labels, title=None),
            color=alt.Color("state:N", scale=alt.Scale(domain=labels, range=colours), legend=None),
        )
        .properties(width=460, height=190)
    )
    return _svg(chart)


def points_chart(account: Account) -> str:
    """Done of all dated tasks by point, as SVG, in the order of the text."""
    points = [point for point in account.points if point.counts.dated][:MOST_POINTS]
    order = [point.address or "Khác" for point in points]
    rows = [
        {"point": point.address or "Khác", "kind": kind, "number": number}
        for point in points
        for kind, number in (
            ("Đã hoàn thành", point.counts.done),
            ("Chưa hoàn thành", point.counts.carried_over),
        )
    ]
    kinds = ["Đã hoàn thành", "Chưa hoàn thành"]
    chart = (
        alt.Chart(_data(rows))
        .mark_bar()
        .encode(
            x=_numbers(max((point.counts.dated for point in points), default=0)),
            y=alt.Y("point:N", sort=order, title="Điểm"),
            color=alt.Color(
                "kind:N", sort=kinds, title=None,
                scale=alt.Scale(domain=kinds, range=["#2b6a4d", "#c9cede"]),
            ),
            order=alt.Order("kind:N", sort="descending"),
        )
        .properties(width=420, height=max(60, 22 * len(points)))
    )  # fmt: skip
    return _svg(chart)


def _data(rows: list[dict[str, Any]]) -> Any:
    return alt.Data(values=rows)  # type: ignore[no-untyped-call]


def _numbers(most: int) -> alt.X:
    """An axis of whole numbers, also where there are few."""
    top = max(most, 4)
    axis = alt.Axis(format="d", tickCount=min(top, 8))
    return alt.X("number:Q", title="Số nhiệm vụ", scale=alt.Scale(domain=[0, top]), axis=axis)


def _svg(chart: alt.Chart) -> str:
    drawn = chart.configure(font="Noto Sans").configure_view(stroke=None)
    svg: str = vl_convert.vegalite_to_svg(drawn.to_json())
    return svg
