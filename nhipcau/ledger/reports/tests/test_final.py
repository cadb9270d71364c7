"""Tổng kết: the paper says what every year sent, and the effect against the baseline."""

import datetime
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from nhipcau.ledger.evidence.actions import set_effect
from nhipcau.ledger.evidence.models import EffectValue, Indicator
from nhipcau.ledger.papers import composing, loading
from nhipcau.ledger.reports import effects, sending
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.models import Proposal, Review
from nhipcau.ledger.work.models import BudgetLine

from .conftest import Scene
from .test_consolidating import handed_up
from .test_drafting import DONE

# Every test lives a reporting year of its own.
pytestmark = pytest.mark.machine

Point = EffectValue.Point


@pytest.fixture
def review(scene: Scene) -> Review:
    loading.load()
    scene.task(1, **DONE)
    BudgetLine.objects.create(
        plan=scene.plan, year=2025, source="state", owner=scene.unit,
        allotted=Decimal(1_250_000_000), spent=Decimal(1_000_000_000),
    )  # fmt: skip
    handed_up(scene.report())
    handed_up(scene.report("party"))
    joint = scene.report("joint")
    draft(report=joint)
    sending.send(report=joint, version=joint.version, by=scene.receiver)
    return Review.objects.create(
        programme=scene.programme, kind="final", year=2030, lead=scene.focal
    )


def measured(scene: Scene, code: str, name: str, **values: tuple[int, int | None]) -> Indicator:
    indicator: Indicator = Indicator.objects.create(
        programme=scene.programme, code=code, name=name, definition="Khảo sát", unit="%",
        is_effect=True, source="ví dụ",
    )  # fmt: skip
    for point, (year, value) in values.items():
        set_effect(
            indicator=indicator, point=Point(point), year=year,
            value=None if value is None else Decimal(value),
            target=Decimal(60) if point == "final" else None,
            source=f"Khảo sát năm {year}", by=None,
        )  # fmt: skip
    return indicator


def test_the_final_report_stands_on_every_year_and_on_effects(
    client: Client, review: Review, scene: Scene
) -> None:
    measured(scene, "hieu-biet", "Tỷ lệ người dân hiểu đúng", baseline=(2024, 40), final=(2030, 55))
    measured(scene, "tiep-can", "Tỷ lệ hộ tiếp cận", baseline=(2024, 70), final=(2030, None))
    for number, year in enumerate((2025, 2026, 2026)):
        Proposal.objects.create(
            programme=scene.programme, agency=scene.unit, kind="proposal", to_words="Lãnh đạo bộ",
            words=f"Giao kinh phí sớm ({number})", asked_on=datetime.date(year, 6, 1),
            answer="" if number else "Đồng ý",
            answered_on=None if number else datetime.date(year, 7, 1),
        )  # fmt: skip
    client.force_login(scene.receiver)
    address = reverse("ledger:annual-review-paper", args=[review.uuid])
    assert address in client.get(review.get_absolute_url()).content.decode()
    client.post(address)
    review.refresh_from_db()
    assert review.paper is not None
    page = client.get(review.paper.get_absolute_url()).content.decode()
    assert "theo số liệu đã chốt trong báo cáo chung năm 2025." in page
    said = "\n".join(composing.text_of(composing.compose(review.paper)))
    assert "Chưa có báo cáo chung đã gửi của các năm:" in said
    assert "2029" in said
    assert "Năm 2025, " in said
    assert (
        "Tỷ lệ người dân hiểu đúng: đầu kỳ (2024) 40%; cuối kỳ (2030) 55%; tăng 15 điểm phần "
        "trăm so với đầu kỳ; mục tiêu 60%, chưa đạt." in said
    )
    assert "chưa có số liệu cuối kỳ, chưa đánh giá được mức thay đổi" in said
    assert "Đánh giá hiệu quả so với đầu kỳ" in said
    # Money: what the years sent, and of which years nothing is known; nothing is added up to it.
    assert (
        "Kinh phí năm 2025: ngân sách nhà nước của mỗi bên: được giao 1.250 triệu đồng, giải ngân 1.000 triệu "
        "đồng, đạt 80% kinh phí được giao." in said
    )
    assert "2026, 2027, 2028, 2029, 2030: chưa có số liệu." in said
    assert "2026 | Chưa có số liệu | chưa có số liệu | chưa có số liệu" in said
    assert "Cộng các năm" not in said
    assert (
        "Cả giai đoạn đã nêu 03 khó khăn, đề xuất, kiến nghị; đã được trả lời 01, chưa được trả "
        "lời 02." in said
    )
    assert "2026 | Trung tâm Tư liệu (ví dụ) | Giao kinh phí sớm (2)" in said
    assert "Năm 2025: 01 khó khăn, đề xuất, kiến nghị, đã được trả lời." in said
    assert "2025 | 1 | 1 | 0 | 0 | 0 | 0" in said
    page = client.get(review.get_absolute_url()).content.decode()
    assert "Kinh phí năm 2025:" in page
    client.post(address)
    assert Review.objects.get(pk=review.pk).paper == review.paper


def test_only_the_lead_begins_it_and_only_for_a_final_review(
    client: Client, review: Review, scene: Scene
) -> None:
    Review.objects.filter(pk=review.pk).update(kind="annual")
    client.force_login(scene.receiver)
    address = reverse("ledger:annual-review-paper", args=[review.uuid])
    page = client.post(address, follow=True).content.decode()
    assert "kỳ này là sơ kết năm" in page


def test_without_a_baseline_nothing_is_judged(scene: Scene) -> None:
    measured(scene, "hieu-biet", "Tỷ lệ người dân hiểu đúng", final=(2030, 55))
    (line,) = effects.sentences(effects.of(scene.programme))
    assert line.text == (
        "Tỷ lệ người dân hiểu đúng: chưa có số liệu đầu kỳ; cuối kỳ (2030) 55%; chưa đánh giá "
        "được mức thay đổi; mục tiêu 60%."
    )
