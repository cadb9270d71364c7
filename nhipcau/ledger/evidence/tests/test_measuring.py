"""Indicators, figures, effects, periods and rules, by their pages."""

import datetime
from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency
from nhipcau.agencies.roles import Role
from nhipcau.base.refusal import Refused
from nhipcau.ledger.evidence import actions, figure_policies, proposed_effects
from nhipcau.ledger.evidence.models import EvidenceRule, Figure, Indicator
from nhipcau.ledger.evidence.values import Given
from nhipcau.ledger.obligations.models import Obligation
from nhipcau.ledger.programmes.models import Programme
from nhipcau.ledger.testing import IndicatorFactory, ProgrammeFactory, ProvisionFactory, periods_of

pytestmark = pytest.mark.django_db

SAID = {
    "code": "so-buoi", "name": "Số buổi truyền thông", "definition": "Buổi có từ 20 người.",
    "unit": "buổi", "over_time": "sum", "over_places": "sum", "source": "Kế hoạch năm 2025",
}  # fmt: skip


@pytest.fixture
def programme() -> Programme:
    return ProgrammeFactory.create(state="published")


@pytest.fixture
def agency() -> Agency:
    return AgencyFactory.create(name="Trung tâm Chuyển đổi số")


@pytest.fixture
def client(agency: Agency) -> Client:
    made = Client()
    made.force_login(MembershipFactory.create(agency=agency, role=Role.FOCAL_POINT).user)
    return made


def page(name: str, *args: object) -> str:
    return reverse(f"ledger:{name}", args=args)


def test_a_focal_point_defines_an_indicator_whose_meaning_then_stands(
    client: Client, programme: Programme, agency: Agency
) -> None:
    client.post(page("indicator-new", programme.slug), SAID)
    indicator = Indicator.objects.get()
    again = client.post(page("indicator-new", programme.slug), SAID)
    assert "mã “so-buoi” đã có" in again.text
    by_people = {**SAID, "code": "khac", "disaggregated_by": "giới tính; dân tộc"}
    assert "nhạy cảm" in client.post(page("indicator-new", programme.slug), by_people).text
    actions.lodge(
        programme=programme, kind="figures", agency=agency, day=datetime.date(2025, 5, 2),
        summary="Số liệu", by=None, measures=[Given(indicator, Decimal(3))],
    )  # fmt: skip
    edit = page("indicator-edit", indicator.uuid)
    refused = client.post(edit, {**SAID, "unit": "người", "version": 1})
    assert "đã có số liệu" in refused.text
    assert client.post(edit, {**SAID, "name": "Số buổi", "version": 1}).status_code == 302
    assert "vừa được người khác cập nhật" in client.post(edit, {**SAID, "version": 1}).text


def test_a_sixteenth_effect_indicator_is_refused(programme: Programme) -> None:
    IndicatorFactory.create_batch(15, programme=programme, is_effect=True)
    one_more = actions.Definition("a", "b", "%", "last", "mean", "c", is_effect=True)
    with pytest.raises(Refused, match="đã có đủ 15 chỉ tiêu hiệu quả"):
        actions.add_indicator(programme=programme, code="nua", said=one_more, by=None)


def test_a_plan_an_estimate_and_an_own_number_are_given_and_shown(
    client: Client, programme: Programme, agency: Agency
) -> None:
    indicator = IndicatorFactory.create(programme=programme)
    periods = periods_of(programme, 2025)
    given = {"agency": f"{agency} ({agency.code})", "written": "1.250"}
    year, quarter = str(periods["year"].uuid), str(periods["quarter-2"].uuid)
    address = page("figure", indicator.uuid)
    assert client.post(address, {**given, "kind": "planned", "period": year}).status_code == 302
    wrong = client.post(address, {**given, "kind": "estimate", "period": quarter})
    assert "ghi cho cả năm" in wrong.text
    unexplained = client.post(address, {**given, "kind": "done", "period": quarter})
    assert "Đề nghị bổ sung lý do" in unexplained.text
    own = {**given, "kind": "done", "period": quarter, "reason": "Tính cả buổi lồng ghép"}
    assert client.post(address, own).status_code == 302
    shown = client.get(page("indicator", indicator.uuid) + f"?ky={quarter}").text
    assert "Tính cả buổi lồng ghép" in shown
    assert shown.count("1.250") >= 2
    assert Figure.objects.count() == 2
    assert client.post(address, {**own, "written": ""}).status_code == 302
    assert Figure.objects.count() == 1
    listed = client.get(page("indicators", programme.slug))
    assert "1.250" in listed.text
    sheet = client.get(page("indicator-sheet", indicator.uuid) + f"?ky={year}")
    cells = [cell.value for row in load_workbook(BytesIO(sheet.content)).active for cell in row]
    assert 1250 in cells


def test_effects_are_given_at_three_points_with_their_source_and_drawn(
    client: Client, programme: Programme
) -> None:
    indicator = IndicatorFactory.create(programme=programme, is_effect=True, unit="%")
    baseline, final = (page("effect-value", indicator.uuid, each) for each in ("baseline", "final"))
    assert client.post(baseline, {"year": 2024, "value": "41,5%"}).status_code == 422
    said = {"source": "Điều tra chọn mẫu 400 hộ", "doubt": "Mẫu nhỏ"}
    assert client.post(baseline, {"year": 2024, "value": "41,5%", **said}).status_code == 302
    assert client.post(final, {"year": 2030, "target": "80", **said}).status_code == 302
    shown = client.get(page("evaluation", programme.slug)).text
    assert "<svg" in shown
    assert "41,5" in shown
    assert "Mẫu nhỏ" in shown
    assert "chưa có số liệu" in shown
    assert " style=" not in shown


def test_the_data_propose_definitions_from_the_words_of_the_signed_text_and_no_number(
    client: Client, programme: Programme
) -> None:
    Programme.objects.filter(pk=programme.pk).update(slug="922-ctph-btttt-ubdt")
    programme.refresh_from_db()
    proposed = proposed_effects.of(programme)
    assert proposed
    assert 0 < len(proposed.indicators) <= figure_policies.MOST_EFFECTS
    signed = (proposed_effects.FOLDER / programme.slug / "text.txt").read_text(encoding="utf-8")
    for each in proposed.indicators:
        assert " ".join(each.words.split()) in " ".join(signed.split())
        assert each.doubt
    for place in {each.provision for each in proposed.indicators}:
        ProvisionFactory.create(programme=programme, address=place)
    address, first = page("evaluation", programme.slug), proposed.indicators[0]
    shown = client.get(address).text
    assert "đề xuất, chờ hai bên thống nhất" in shown
    assert first.name in shown
    assert not Indicator.objects.exists()
    new = page("indicator-new", programme.slug)
    form = client.get(f"{new}?de-xuat={first.code}")
    client.post(new, form.context["form"].initial)
    made = Indicator.objects.get()
    assert (made.code, made.is_effect, made.effects.count()) == (first.code, True, 0)
    assert made.doubt.startswith("đề xuất, chờ hai bên thống nhất")
    assert first.words in made.source
    assert "chưa có số liệu" in client.get(address).text


def test_periods_are_made_for_a_year_closed_and_opened_again(
    client: Client, programme: Programme
) -> None:
    periods = periods_of(programme, 2025)
    assert len(periods) == 19
    client.post(page("period-make", programme.slug), {"nam": "2026"})
    year = periods["year"]
    assert "Đã chốt số liệu kỳ năm 2025" in client.post(
        page("period-close", year.uuid), follow=True
    ).text  # fmt: skip
    shown = client.get(page("period", year.uuid)).text
    assert "Sau ngày chốt có 0 thay đổi" in shown
    refused = client.post(page("period-reopen", year.uuid), {"reason": ""})
    assert refused.status_code == 422
    opened = client.post(page("period-reopen", year.uuid), {"reason": "Bổ sung"}, follow=True)
    assert "Bổ sung" in opened.text


def test_rules_are_added_and_dropped_on_their_page(client: Client, programme: Programme) -> None:
    obligation = Obligation.objects.create(
        provision=ProvisionFactory.create(programme=programme), line=1
    )
    address = page("evidence-rules", programme.slug)
    sent = {"kind": "broadcast", "obligation": str(obligation.uuid)}
    assert client.post(address, sent).status_code == 302
    rule = EvidenceRule.objects.get()
    assert "Tin, bài" in client.get(address).text
    client.post(page("evidence-rule-drop", programme.slug, rule.uuid))
    assert not EvidenceRule.objects.exists()


def test_a_provisions_margin_says_how_much_was_done_to_those_inside(
    client: Client, programme: Programme, agency: Agency
) -> None:
    obligation = Obligation.objects.create(
        provision=ProvisionFactory.create(programme=programme), line=1, state="confirmed"
    )
    actions.lodge(
        programme=programme, kind="event", agency=agency, day=datetime.date(2025, 5, 2),
        summary="Ngày hội", obligation=obligation, by=None,
    )  # fmt: skip
    Programme.objects.filter(pk=programme.pk).update(circulation="public")
    address = page("programme", programme.slug)
    assert "Đã làm: 1 minh chứng" in client.get(address).text
    assert "Đã làm" not in Client().get(address).text
    provision = page("provision", programme.slug, obligation.provision.address)
    assert "Đã làm: 1 minh chứng" in client.get(provision).text
