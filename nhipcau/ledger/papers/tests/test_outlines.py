"""Every kind of paper begins from its outline and comes out in the layout of Decree 30."""

import json
import re
from datetime import date

import pytest

from nhipcau.agencies.document_types import DocumentType
from nhipcau.ledger.papers import actions, filling, loading
from nhipcau.ledger.papers.composing import compose, document_of
from nhipcau.ledger.papers.freezing import freeze, thaw
from nhipcau.ledger.papers.models import Outline, Rung
from nhipcau.ledger.papers.values import Recipient, Side
from nhipcau.standards import nd30
from nhipcau.standards.nd30.document import Level

from .two_sides import TwoSides, two_sides

KINDS = {
    "annual-plan", "plan-decision", "guiding-letter", "opinion-request", "agreement-letter",
    "sending-back-letter", "invitation", "conclusion-notice", "urging-letter",
    "cooperation-letter", "focal-point-letter", "extension-letter", "annual-report-short",
    "annual-report-long", "unit-report", "province-report", "commune-report",
    "joint-review-report", "final-review-report", "correction-letter", "inspection-plan",
    "inspection-decision", "inspection-notice", "inspection-minutes", "inspection-report",
    "inspection-conclusion", "emulation-launch", "achievement-report", "council-minutes",
    "award-submission", "award-decision", "submission-note", "proposal-submission",
    "agreement-of-managing-agency",
}  # fmt: skip
OUTLINES = [
    outline
    for file in sorted(loading.FOLDER.glob("*.json"))
    for outline in json.loads(file.read_text(encoding="utf-8"))["outlines"]
]
each_outline = pytest.mark.parametrize("said", OUTLINES, ids=[each["code"] for each in OUTLINES])
# What an official never writes here: we number nothing, and nobody hands in.
NEVER = re.compile(r"\bnộp\b|đã ký duyệt|\bký số hóa\b", re.IGNORECASE)


@pytest.fixture
def both(db: None) -> TwoSides:
    return two_sides()


def test_there_is_an_outline_for_every_kind() -> None:
    assert {each["kind"] for each in OUTLINES} == KINDS


@each_outline
def test_an_outline_says_what_it_is_and_where_it_comes_from(said: dict[str, object]) -> None:
    sections: list[dict[str, str]] = said["sections"]  # type: ignore[assignment]
    assert said["source"]
    assert said["document_type"] in {"", *DocumentType.values}
    keys = [section["key"] for section in sections]
    assert len(keys) == len(set(keys))
    assert {section.get("level", "") for section in sections} <= {"", *(e.value for e in Level)}
    assert not NEVER.search(json.dumps(said, ensure_ascii=False))


@pytest.mark.django_db
def test_loading_twice_adds_nothing() -> None:
    assert loading.load() == len(OUTLINES)
    rungs = Rung.objects.count()
    assert loading.load() == 0
    assert (Outline.objects.count(), Rung.objects.count()) == (len(OUTLINES), rungs)


@each_outline
def test_every_kind_comes_out_as_the_decree_wants_it(said: dict[str, str], both: TwoSides) -> None:
    is_joint = bool(said.get("is_joint"))
    other = [Side(both.other)] if is_joint else []
    paper = actions.begin(
        programme=both.programme,
        kind=said["kind"],
        title="",
        drafted_by=both.lead,
        sides=[Side(both.lead, leads=True, numbers=True), *other],
        recipients=[
            Recipient(name="Ủy ban nhân dân các xã biên giới", is_addressee=True),
            Recipient(both.other, note="để p/h"),
        ],
        by=both.officer,
        subject_values={"year": 2026, "corrected": "05/KH-VIDU", "corrected_title": "kế hoạch"},
    )
    for section in paper.sections.filter(words=""):
        section.words = "Các đơn vị triển khai theo kế hoạch, có sản phẩm và thời hạn."
        section.save()
    document = compose(paper)
    assert (document.number, document.issued_on) == ("", None)
    assert (
        "{" not in nd30.to_json(document).replace('":{', "").replace("[{", "").replace(",{", "")[1:]
    )
    assert thaw(freeze(document)[0]).blocks == document.blocks
    assert nd30.faults(nd30.to_docx(document_of(paper))) == []
    # Begun by itself, with nothing above it in any room: that it was recorded is no error there.
    filling.tell_recorded(paper, both.officer)


@pytest.mark.django_db
def test_an_outline_of_other_days_is_not_used(both: TwoSides) -> None:
    Outline.objects.filter(kind="annual-plan").update(last_day=date(2025, 12, 31))
    newer = Outline.objects.create(
        code="annual-plan", kind="annual-plan", label="Kế hoạch năm (mẫu mới)", document_type="KH",
        first_day=date(2026, 1, 1), sections=[{"key": "a", "words": "Mới"}], source="ví dụ",
    )  # fmt: skip
    assert both.plan().outline == newer
