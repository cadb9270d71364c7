"""Where the words of this room live: of evidence, figures, effects, quarters, rules, indicators."""

import json
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from nhipcau.base.copies import Copy, fields, files, removed, told_of, words
from nhipcau.ledger.work.models import TaskMove
from nhipcau.registry.manifest import Copies, nowhere_else

from .kinds import QUARTER
from .models import (
    CommuneQuarter,
    EffectValue,
    Evidence,
    EvidenceRule,
    Figure,
    Indicator,
    PeriodMove,
    Withdrawal,
)
from .models.evidence import EvidenceQuerySet

INDICATOR = ("name", "definition", "unit", "source", "doubt", "disaggregated_by")
EFFECT = ("source", "doubt")


def of_evidence(evidence: Evidence) -> Iterator[Copy]:
    """Words, files with their names, and the reason of its withdrawal; figures stay."""
    kept = list(evidence.files.all())
    yield words(_("Nội dung minh chứng"), [evidence])
    yield files(_("Tệp minh chứng"), kept)
    yield removed(_("Tên tệp minh chứng"), kept)
    yield words(_("Lý do rút lại"), Withdrawal.objects.filter(evidence=evidence))
    # Nothing of the page goes, but a form that still shows the words is no longer the latest.
    yield fields(_("Trang quý"), CommuneQuarter.objects.filter(evidence=evidence), ())


def of_withdrawal(withdrawal: Withdrawal) -> Iterator[Copy]:
    """A reason stands in the audit of its evidence as well."""
    yield told_of(withdrawal.evidence)


def sent_in(page: CommuneQuarter) -> EvidenceQuerySet:
    """What a commune sent for the quarter, also what it withdrew by sending the page again."""
    days = (page.period.first_day, page.period.closing_day)
    return Evidence.objects.filter(
        programme=page.period.programme_id, kind=QUARTER, agency=page.agency
    ).counted_in(*days)


def of_quarter(page: CommuneQuarter) -> Iterator[Copy]:
    """Its difficulties; what was done lies in evidence, one for each time that it was sent."""
    yield fields(_("Khó khăn, kiến nghị ở trang quý"), [page], ("difficulties",))
    for evidence in sent_in(page):
        yield from of_evidence(evidence)


def of_figure(figure: Figure) -> Iterator[Copy]:
    """Why a unit reports another number; the number stays."""
    yield fields(_("Lý do của số đơn vị báo cáo"), [figure], ("reason",))


def of_effect(effect: EffectValue) -> Iterator[Copy]:
    """Who measured and what is doubtful; the number stays."""
    yield fields(_("Nguồn, cách đo giá trị hiệu quả"), [effect], EFFECT)


def of_rule(rule: EvidenceRule) -> Iterator[Copy]:
    """By what a kind of evidence counts."""
    yield fields(_("Căn cứ của quy định về minh chứng"), [rule], ("ground",))


def of_indicator(indicator: Indicator) -> Iterator[Copy]:
    """Its definition, what was said of its numbers, and histories of tasks that name it."""
    named = TaskMove.objects.filter(
        task__programme=indicator.programme_id, words__text__contains=json_words(indicator.name)
    )
    yield fields(_("Tên, định nghĩa, nguồn của chỉ tiêu"), [indicator], INDICATOR)
    yield fields(_("Lý do của số đơn vị báo cáo"), indicator.figures.all(), ("reason",))
    yield fields(_("Nguồn, cách đo giá trị hiệu quả"), indicator.effects.all(), EFFECT)
    yield words(_("Diễn biến nhiệm vụ nhắc đến chỉ tiêu"), named)


def json_words(text: str) -> str:
    """Words as they stand inside a JSON text."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


COPIES = (
    Copies(Evidence, _("Minh chứng"), of_evidence),
    Copies(Withdrawal, _("Rút lại minh chứng"), of_withdrawal),
    Copies(CommuneQuarter, _("Trang quý của xã"), of_quarter),
    Copies(Figure, _("Số liệu của đơn vị"), of_figure),
    Copies(EffectValue, _("Giá trị hiệu quả"), of_effect),
    Copies(EvidenceRule, _("Quy định về minh chứng"), of_rule),
    Copies(Indicator, _("Chỉ tiêu"), of_indicator),
    Copies(PeriodMove, _("Lý do mở lại kỳ báo cáo"), nowhere_else),
)
