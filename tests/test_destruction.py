"""What the law orders destroyed goes everywhere, by two persons, and leaves the chains whole."""

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, models, transaction
from django.test import Client
from django.urls import reverse

from nhipcau import reader
from nhipcau.agencies.factories import AgencyFactory, MembershipFactory, person_with
from nhipcau.agencies.models import User
from nhipcau.agencies.roles import Role
from nhipcau.base import audit, clock, doomed_files
from nhipcau.base.append_only import AppendOnly, AppendOnlyText, breaks
from nhipcau.base.copies import DESTROYED
from nhipcau.base.models import AuditEvent, Destruction, DoomedFile, Redaction
from nhipcau.base.refusal import Refused
from nhipcau.ledger.evidence import actions as evidence
from nhipcau.ledger.evidence.models import EffectValue, Figure
from nhipcau.ledger.evidence.numbers import Written
from nhipcau.ledger.obligations import actions as obligations
from nhipcau.ledger.obligations.models import Confirmation, Obligation
from nhipcau.ledger.papers import actions as papers
from nhipcau.ledger.papers.composing import document_of, frozen_text
from nhipcau.ledger.papers.tests.two_sides import two_sides
from nhipcau.ledger.programmes import actions as programmes
from nhipcau.ledger.programmes import amending, typing_in
from nhipcau.ledger.programmes.consolidation import Act
from nhipcau.ledger.programmes.models import Amendment, Programme, SignedText
from nhipcau.ledger.testing import (
    EXAMPLE,
    IndicatorFactory,
    PlanFactory,
    ProgrammeFactory,
    ProvisionFactory,
    TaskFactory,
    periods_of,
)
from nhipcau.registry.modules import registry
from nhipcau.shell.destruction import actions
from nhipcau.shell.destruction.subjects import at_address, find
from nhipcau.shell.search.find import find as search
from nhipcau.shell.search.index import rebuild

pytestmark = pytest.mark.django_db

SECRET = "QUẢNG UYÊN"  # stands in the matter, nowhere else in the platform
MATTER = "Tuyến đường tuần tra Quảng Uyên mở lúc 4 giờ sáng"
REASON = "Dán nhầm; đã báo cáo riêng theo quy định."
Destroy = Callable[[models.Model], Destruction]


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    """Files of their own for each test."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }
    return tmp_path


@pytest.fixture
def administrator() -> User:
    return person_with(Role.ADMINISTRATOR)


@pytest.fixture
def auditor() -> User:
    return person_with(Role.AUDITOR)


@pytest.fixture
def destroy(administrator: User, auditor: User, django_capture_on_commit_callbacks: Any) -> Destroy:
    """The whole path: proposed by one, confirmed by the other, files gone with the commit."""

    def path(row: models.Model) -> Destruction:
        held = proposed(row, administrator)
        with django_capture_on_commit_callbacks(execute=True):
            return actions.confirm(destruction=held, by=auditor)

    return path


def proposed(row: models.Model, by: User) -> Destruction:
    subject = find(row._meta.label_lower, row.uuid)  # type: ignore[attr-defined]
    assert subject
    return actions.propose(subject=subject, ground=Redaction.Ground.SECRET, reason=REASON, by=by)


@pytest.fixture
def programme() -> Programme:
    """A programme with the matter in every place where words of it may stand."""
    text = EXAMPLE.replace("TRUYỀN THÔNG Ở CÁC XÃ", f"{MATTER.upper()} Ở CÁC XÃ")
    text = text.replace("ngày hội đọc sách", f"{MATTER}, ngày hội đọc sách")
    text = text.replace("về hoạt động thông tin", f"về {MATTER}, hoạt động thông tin")
    document = reader.read_text(text, "vi-du.txt")
    entered = programmes.enter(
        document, text=text, file_name=f"{MATTER}.txt", by=None,
        file=ContentFile(text.encode(), name=f"{MATTER}.txt"),
    )  # fmt: skip
    obligations.propose(programme=entered, document=document, by=None)
    programmes.retitle(programme=entered, title=f"Về {MATTER}", by=None)
    for each in Obligation.objects.of(entered)[:2]:
        said = obligations.Change.of(each)
        obligations.change(obligation=each, version=each.version, by=None, to=said)
        each.refresh_from_db()
        obligations.confirm(obligation=each, version=each.version, by=None, note=MATTER)
    return entered


def places_with(secret: str) -> Iterator[str]:
    """Every column of every table that holds the words, whatever the model."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            quoted = connection.ops.quote_name(table)
            cursor.execute(
                f"SELECT count(*) FROM {quoted} held WHERE held::text ILIKE %s",
                [f"%{secret}%"],
            )
            if cursor.fetchone()[0]:
                yield table


def files_with(folder: Path, secret: str) -> list[Path]:
    held = [each for each in folder.rglob("*") if each.is_file()]
    return [each for each in held if secret in each.read_text()]


def whole() -> bool:
    """Whether every chain of the platform holds."""
    return all(breaks(model, after=0, upto=10_000) == [] for model in _heads())


def _heads() -> list[type[AppendOnly]]:
    return [model for model in apps.get_models() if issubclass(model, AppendOnly)]


@pytest.mark.parametrize("model", _heads(), ids=lambda model: model.__name__)
def test_every_append_only_model_says_where_its_words_also_live(model: type[AppendOnly]) -> None:
    """Add it to the `copies` of the module's manifest, with `nowhere_else` if that is the truth."""
    assert registry.copies(model), f"{model._meta.label} is named by no module's copies"


@pytest.mark.parametrize("model", _heads(), ids=lambda model: model.__name__)
def test_heads_hold_no_words_of_people(model: type[AppendOnly]) -> None:
    """A head cannot be emptied: what people write belongs into the words."""
    own = {each.name for each in AppendOnly._meta.get_fields()}
    written = {
        each.name
        for each in model._meta.concrete_fields
        if isinstance(each, models.CharField | models.TextField)
        and not isinstance(each, models.SlugField)
        and not each.choices
        and each.name not in own
    }
    by_machine = {
        "code",
        "verb",
        "target_kind",
        "table_name",
        "file_name",
        "file_sha256",
        "fingerprint",
    }
    assert written <= by_machine


def test_a_signed_text_goes_from_every_table_and_from_disk(
    programme: Programme, destroy: Destroy, folder: Path
) -> None:
    assert {"programmes_provision", "programmes_signedtextwords"} <= set(places_with(SECRET))
    assert files_with(folder, MATTER)
    destroy(programme)
    assert list(places_with(SECRET)) == []
    assert files_with(folder, MATTER) == []
    assert not DoomedFile.objects.exists()
    assert whole()


def test_what_stays_says_that_the_content_was_destroyed(
    programme: Programme, destroy: Destroy, client: Client
) -> None:
    Programme.objects.filter(pk=programme.pk).update(
        state=Programme.State.PUBLISHED, circulation=Programme.Circulation.PUBLIC
    )
    destroy(programme)
    programme.refresh_from_db()
    for address in (
        programme.get_absolute_url(),
        reverse("ledger:consolidated", args=[programme.slug]),
        reverse("ledger:provision", args=[programme.slug, "I.1.b"]),
        reverse("api-1:provisions", args=[programme.slug]),
    ):
        page = client.get(address)
        assert page.status_code == 200, address
        is_page = page["Content-Type"].startswith("text/html")
        shown = page.content.decode() if is_page else json.dumps(page.json(), ensure_ascii=False)
        assert DESTROYED in shown, address
        assert SECRET.lower() not in shown.lower()
    officer = person_with(Role.FOCAL_POINT)
    assert not search("Quảng Uyên", user=officer).page.object_list
    rebuild()
    assert not search("Quảng Uyên", user=officer).page.object_list
    assert search(DESTROYED, user=officer).page.object_list


def test_one_provision_goes_with_the_original_and_the_others_stay(
    programme: Programme, destroy: Destroy, folder: Path
) -> None:
    own = programme.provisions.get(address="I.1.b")
    destroy(own)
    own.refresh_from_db()
    assert own.text == DESTROYED
    assert SignedText.objects.get(programme=programme).words.text is None
    assert files_with(folder, MATTER) == []
    other = programme.provisions.get(address="I.1.a")
    assert "tiếng Tày" in other.text
    assert search("tiếng Tày", user=person_with(Role.FOCAL_POINT)).page.object_list
    assert whole()


def test_a_decision_takes_its_remark_from_the_audit(programme: Programme, destroy: Destroy) -> None:
    first = Confirmation.objects.first()
    assert first
    destroy(first)
    said = AuditEvent.objects.filter(target=first.obligation, words__text__contains=MATTER)
    assert not said.exists()
    kept = AuditEvent.objects.filter(target=first.obligation, verb="ledger.obligation_decided")
    assert kept.exists()
    assert whole()


def test_a_transcript_and_an_amendment_go_with_what_they_typed(
    programme: Programme, destroy: Destroy, administrator: User
) -> None:
    Programme.objects.filter(pk=programme.pk).update(state=Programme.State.PUBLISHED)
    programme.refresh_from_db()
    amendment = amending.draft(
        programme=programme, kind=Amendment.Kind.LETTER, title=f"Bãi bỏ {MATTER}",
        is_example=True, by=administrator,
    )  # fmt: skip
    place = programme.provisions.get(address="I.1.a")
    amending.change(
        amendment=amendment, version=amendment.version, by=administrator,
        said=amending.Said(Act.REPLACE, provision=place, paragraphs=(f"Nay {MATTER}.", MATTER)),
    )  # fmt: skip
    destroy(amendment)
    assert "programmes_change" not in set(places_with(SECRET))
    typed = typing_in.begin(
        head=typing_in.Head("Chương trình phối hợp", MATTER, source=MATTER, bases=MATTER), by=None
    )
    destroy(typed)
    assert "programmes_transcript" not in set(places_with(SECRET))
    assert not AuditEvent.objects.filter(target=typed.uuid, words__text__contains=MATTER).exists()


def test_any_searched_object_can_be_proposed(destroy: Destroy) -> None:
    """A place, an agency: rows whose module declares no copies lose their own words."""
    programme = programmes.enter(
        reader.read_text(EXAMPLE), text=EXAMPLE, file_name="vi-du.txt", by=None
    )
    basis = programme.legal_bases.exclude(instrument=None).first()
    assert basis
    assert basis.instrument
    destroy(basis.instrument)
    basis.instrument.refresh_from_db()
    assert basis.instrument.number.startswith("(đã hủy)")


def test_an_issued_paper_goes_from_what_search_finds(destroy: Destroy) -> None:
    both = two_sides()
    paper = both.letter()
    both.write(paper, f"{MATTER}.", key="content")
    paper.refresh_from_db()
    paper = papers.submit(paper=paper, version=paper.version, by=both.officer)
    day, version = clock.today(), paper.version
    papers.record(paper=paper, version=version, number="12/VIDU", issued_on=day, by=both.clerk)
    reader = person_with(Role.OFFICER)
    assert [each.object for each in search("Quảng Uyên", user=reader).page] == [paper.uuid]
    destroy(paper)
    assert not search("Quảng Uyên", user=reader).page.object_list
    rebuild()
    assert not search("Quảng Uyên", user=reader).page.object_list
    assert not {each for each in places_with(SECRET) if each.startswith(("papers", "search"))}


def test_a_task_goes_from_the_edition_that_tells_of_it(destroy: Destroy) -> None:
    both = two_sides()
    paper = both.plan()
    plan = PlanFactory.create(programme=both.programme, paper=paper)
    said = "Báo cáo kết quả thực hiện hằng quý"  # stands in many plans
    task = TaskFactory.create(plan=plan, title=MATTER, deliverable=said)
    paper = papers.ask_opinion(paper=paper, version=paper.version, by=both.officer)
    neighbour = both.plan()
    beside = PlanFactory.create(programme=both.programme, paper=neighbour, year=plan.year + 1)
    TaskFactory.create(plan=beside, deliverable=said)
    papers.ask_opinion(paper=neighbour, version=neighbour.version, by=both.officer)
    assert "papers_papereditiontext" in places_with(SECRET)
    destroy(task)
    assert list(places_with(SECRET)) == []
    assert frozen_text(neighbour, 1) is not None
    printed = document_of(paper)
    assert "đã hủy nội dung theo quy định" in printed.edition
    assert DESTROYED in str(printed)
    with pytest.raises(Refused, match="gửi lấy ý kiến bản mới"):
        papers.consent(paper=paper, edition=1, by=both.other_leader)
    paper.refresh_from_db()
    paper = papers.take_back(
        paper=paper, reason="Nội dung đã hủy.", version=paper.version, by=both.officer
    )
    paper = papers.ask_opinion(paper=paper, version=paper.version, by=both.officer)
    papers.consent(paper=paper, edition=2, by=both.other_leader)


def test_whoever_proposes_does_not_confirm(programme: Programme, administrator: User) -> None:
    held = proposed(programme, administrator)
    with pytest.raises(Refused, match="không tự xác nhận"):
        actions.confirm(destruction=held, by=administrator)
    assert MATTER in programme.provisions.get(address="I.1.b").text
    with pytest.raises(Exception, match="two_persons_destroy"), transaction.atomic():
        Destruction.objects.filter(pk=held.pk).update(state="done", decided_by=held.proposed_by)


def test_a_reason_that_repeats_the_matter_is_refused(
    programme: Programme, administrator: User
) -> None:
    subject = find("programmes.programme", programme.uuid)
    assert subject
    for reason in (MATTER, f"Vì có câu “{MATTER.lower()}”", "tuyen duong tuan tra quang uyen"):
        with pytest.raises(Refused, match="nhắc lại"):
            actions.propose(
                subject=subject, ground=Redaction.Ground.SECRET, reason=reason, by=administrator
            )
    assert not Destruction.objects.exists()


def test_what_was_decided_is_decided_once(
    programme: Programme, destroy: Destroy, administrator: User
) -> None:
    held = destroy(programme)
    for act in (actions.confirm, actions.drop):
        with pytest.raises(Refused, match="đã được xử lý"):
            act(destruction=held, by=administrator)
    again = proposed(programme, administrator)  # nothing is left, and it may be asked again
    with pytest.raises(Refused, match="đang chờ"):
        proposed(programme, administrator)
    actions.drop(destruction=again, by=administrator)


def test_a_file_that_a_crash_left_behind_is_unlinked_later(
    programme: Programme, administrator: User, auditor: User, folder: Path
) -> None:
    """The process ends between the commit and the unlink: the list is in the database."""
    actions.confirm(destruction=proposed(programme, administrator), by=auditor)
    assert files_with(folder, MATTER)  # nothing ran after this commit
    assert DoomedFile.objects.count() == 1
    assert doomed_files.sweep() == 0
    assert files_with(folder, MATTER) == []
    assert not DoomedFile.objects.exists()


def test_a_file_that_cannot_be_unlinked_yet_stays_on_the_list(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    name = default_storage.save("signed/x.txt", ContentFile(b"x"))
    with transaction.atomic():
        doomed_files.doom(name)
    with monkeypatch.context() as broken:
        broken.setattr(type(default_storage), "delete", _refuse, raising=False)
        assert doomed_files.sweep() == 1
    assert DoomedFile.objects.get().tries == 1
    assert doomed_files.sweep() == 0


def _refuse(*given: object) -> None:
    raise OSError(5, "Input/output error")


def test_all_of_it_or_nothing(
    programme: Programme, administrator: User, auditor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = proposed(programme, administrator)
    monkeypatch.setattr(actions, "index", _refuse)
    with pytest.raises(OSError, match="Input"), transaction.atomic():
        actions.confirm(destruction=held, by=auditor)
    assert MATTER in programme.provisions.get(address="I.1.b").text
    assert not Redaction.objects.exists()
    assert not DoomedFile.objects.exists()


def test_pages_lead_from_an_address_to_the_end(
    programme: Programme, django_capture_on_commit_callbacks: Any
) -> None:
    agency = AgencyFactory.create()
    one, two = (
        MembershipFactory.create(agency=agency, role=role).user
        for role in (Role.ADMINISTRATOR, Role.AUDITOR)
    )
    first, second = Client(), Client()
    first.force_login(one)
    second.force_login(two)
    page = reverse("ledger:provision", args=[programme.slug, "I.1.b"])
    assert [each.label for each in at_address(f"https://vi-du.vn{page}")]
    listed = first.get(reverse("shell:destructions"), {"dia_chi": page}).content.decode()
    own = programme.provisions.get(address="I.1.b")
    asked = reverse("shell:propose-destruction", args=["programmes.provision", own.uuid])
    assert asked in listed
    assert "Toàn văn của văn bản gốc: 1" in first.get(asked).content.decode()
    first.post(asked, {"ground": "secret", "reason": REASON})
    held = Destruction.objects.get()
    confirm = reverse("shell:confirm-destruction", args=[held.uuid])
    assert confirm not in first.get(held.get_absolute_url()).content.decode()
    first.post(confirm, {"seen": "on"})
    second.post(confirm)  # without having said that it was seen
    held.refresh_from_db()
    assert held.is_open
    with django_capture_on_commit_callbacks(execute=True):
        second.post(confirm, {"seen": "on"})
    held.refresh_from_db()
    assert held.state == Destruction.State.DONE
    done = first.get(held.get_absolute_url()).content.decode()
    assert f"{programme.get_absolute_url()}#I.1.b" in done  # where to see that it is gone
    done = second.get(held.get_absolute_url()).content.decode()
    assert "Việc còn phải làm" in done
    assert SECRET.lower() not in done.lower()


def test_the_audit_says_who_asked_and_who_confirmed(
    programme: Programme, destroy: Destroy, administrator: User, auditor: User
) -> None:
    held = destroy(programme)
    said = AuditEvent.objects.filter(target=held.uuid).order_by("position")
    assert [(each.verb, each.actor) for each in said] == [
        ("base.destruction_proposed", administrator.uuid),
        ("base.destroyed", auditor.uuid),
    ]


def test_a_remark_of_the_audit_can_go_by_itself(destroy: Destroy, administrator: User) -> None:
    with transaction.atomic():
        event = audit.record("base.tried", by=None, target=administrator, note=MATTER)
    destroy(event)
    assert list(places_with(SECRET)) == []
    assert whole()


def test_figures_effects_rules_and_quarters_go_with_what_was_said_of_them(destroy: Destroy) -> None:
    """The words go, the numbers stay; a form that shows the words is no longer the latest."""
    programme = ProgrammeFactory.create(first_year=2024)
    commune = AgencyFactory.create(name="Ủy ban nhân dân xã Đồng Đăng")
    indicator = IndicatorFactory.create(programme=programme, name=MATTER, definition=MATTER)
    effects = IndicatorFactory.create(programme=programme, is_effect=True)
    task = TaskFactory.create(plan=PlanFactory.create(programme=programme))
    evidence.aim(task=task, indicator=indicator, target=Decimal(12), by=None)
    evidence.aim(
        task=task, indicator=indicator, target=Decimal(8), shown=Decimal(12), reason=MATTER, by=None
    )
    quarter = periods_of(programme, 2025)["quarter-2"]
    sent = {"period": quarter, "agency": commune, "place": None, "by": None}
    for done in (MATTER, f"{MATTER}, gửi lại"):
        page = evidence.send_quarter(said=evidence.Quarter(done, difficulties=MATTER), **sent)  # type: ignore[arg-type]
    own = evidence.give_figure(
        indicator=indicator, period=quarter, agency=commune, kind=Figure.Kind.DONE, by=None,
        written=Written(Figure.Mark.VALUE, Decimal(3)), reason=MATTER,
    )  # fmt: skip
    measured = {"indicator": effects, "point": EffectValue.Point.BASELINE, "year": 2024}
    effect = evidence.set_effect(
        value=Decimal(41), target=None, source=MATTER, doubt=MATTER, by=None, **measured  # type: ignore[arg-type]
    )  # fmt: skip
    obligation = Obligation.objects.create(
        provision=ProvisionFactory.create(programme=programme), line=1
    )
    rule = evidence.add_rule(kind="event", obligation=obligation, ground=MATTER, by=None)
    assert own
    for row in (page, own, effect, rule, indicator, task):
        destroy(row)
        row.refresh_from_db()
    assert list(places_with(SECRET)) == []
    assert (page.difficulties, own.reason, effect.source, rule.ground) == (DESTROYED,) * 4
    assert [own.value, effect.value, task.targets.get().target] == [3, 41, 8]
    with pytest.raises(Refused, match="vừa được người khác cập nhật"):
        evidence.send_quarter(said=evidence.Quarter(MATTER), version=2, **sent)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="vừa được người khác cập nhật"):
        evidence.set_effect(
            value=None, target=Decimal(80), source=MATTER, by=None, version=1, **measured  # type: ignore[arg-type]
        )  # fmt: skip
    assert list(places_with(SECRET)) == []
    assert whole()


def test_words_models_are_all_reached_through_their_heads() -> None:
    siblings = [model for model in apps.get_models() if issubclass(model, AppendOnlyText)]
    assert len(siblings) == len(_heads())
