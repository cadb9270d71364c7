"""What the law orders destroyed goes from a dispatch, its files, messages, events and from search."""

from pathlib import Path
from typing import Any

import pytest

from nhipcau.agencies.factories import person_with
from nhipcau.agencies.roles import Role
from nhipcau.base import clock
from nhipcau.base.append_only import breaks
from nhipcau.base.models import AuditEvent, Redaction
from nhipcau.modules.correspondence import actions
from nhipcau.modules.correspondence.models import Dispatch, DispatchEvent
from nhipcau.modules.correspondence.values import Enclosed, Facts, Topic
from nhipcau.shell.destruction import actions as destruction
from nhipcau.shell.destruction.subjects import find
from nhipcau.shell.search.find import find as search

from .conftest import Two, as_person

pytestmark = pytest.mark.django_db

MATTER = "Tuyến đường tuần tra Quảng Uyên"


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    """Files of its own for this test."""
    backend = "django.core.files.storage.FileSystemStorage"
    stored = {"BACKEND": backend, "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": stored}
    return tmp_path


def test_nothing_of_the_words_is_left_and_the_chain_holds(
    two: Two, folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    facts = Facts(
        sender=two.culture,
        receivers=((two.peoples, str(two.peoples)),),
        number="77/QU",
        issued_on=two.culture.first_day or clock.today(),
        subject=MATTER,
    )
    made = actions.record(
        facts=facts,
        into=Topic(two.programme, ""),
        files=[Enclosed("quang-uyen.txt", MATTER.encode())],
        by=two.writer,
        acting_for=two.culture,
    )
    assert search("Quảng Uyên", user=two.reader).page
    subject = find("correspondence.dispatch", made.uuid)
    assert subject is not None
    held = destruction.propose(
        subject=subject,
        ground=Redaction.Ground.SECRET,
        reason="Nhập nhầm.",
        by=person_with(Role.ADMINISTRATOR),
    )
    with django_capture_on_commit_callbacks(execute=True):
        destruction.confirm(destruction=held, by=person_with(Role.AUDITOR))
    page = as_person(two.reader).get(made.get_absolute_url()).content.decode()
    assert "Quảng Uyên" not in page
    assert "Nội dung đã được hủy theo quy định" in page
    left = Dispatch.objects.get()
    assert "Quảng Uyên" not in f"{left.subject} {left.number} {left.matter.title}"
    assert not DispatchEvent.objects.filter(words__text__contains="Quảng Uyên").exists()
    assert not AuditEvent.objects.filter(words__text__contains="Quảng Uyên").exists()
    assert not search("Quảng Uyên", user=two.reader).page
    assert [each for each in folder.rglob("*") if each.is_file()] == []
    assert breaks(DispatchEvent, after=0, upto=100) == []
