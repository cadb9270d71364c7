"""Sending is all or nothing, also when the machine goes away in the middle; and it is quick."""

import os
import signal
import subprocess
import sys
import time
from threading import Barrier, Thread

import pytest
from django.db import connection, connections

from nhipcau.base.refusal import Refused
from nhipcau.ledger.reports import sending
from nhipcau.ledger.reports.drafting import draft
from nhipcau.ledger.reports.models import Report, ReportMove, Snapshot
from nhipcau.ledger.work.models import Task

from .conftest import Scene
from .test_drafting import DONE

pytestmark = pytest.mark.machine

# Stops in the middle of sending: after the snapshot was written, before the move.
CHILD = """
import sys, time
import django
from django.conf import settings
django.setup()
settings.DATABASES["default"]["NAME"] = {name!r}
from django.db import connections
connections["default"].settings_dict["NAME"] = {name!r}
from nhipcau.agencies.models import User
from nhipcau.ledger.reports import sending
from nhipcau.ledger.reports.models import Report

def stand_still(*args, **kwargs):
    print("in the middle", flush=True)
    time.sleep(60)

sending.{where} = stand_still
report = Report.objects.get(pk={report})
sending.send(report=report, version=report.version, by=User.objects.get(pk={by}))
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("where", ["freeze", "move"])
def test_a_machine_that_goes_away_in_the_middle_leaves_nothing(scene: Scene, where: str) -> None:
    scene.task(1, **DONE)
    report = scene.report()
    draft(report=report)
    name = str(connection.settings_dict["NAME"])
    code = CHILD.format(name=name, report=report.pk, by=scene.leader.pk, where=where)
    command = [sys.executable, "-c", code]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "in the middle"
        child.send_signal(signal.SIGKILL)
    report.refresh_from_db()
    assert (report.state, report.edition, report.sent_at) == ("open", 0, None)
    assert not Snapshot.objects.exists()
    assert not ReportMove.objects.exists()
    sending.send(report=report, version=report.version, by=scene.leader)
    assert Snapshot.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_send_at_once_one_is_told(scene: Scene) -> None:
    scene.task(1, **DONE)
    report = scene.report()
    draft(report=report)
    start, said = Barrier(2), []

    def act() -> None:
        start.wait()
        try:
            sending.send(report=report, version=report.version, by=scene.leader)
            said.append("sent")
        except Refused as refusal:
            said.append(str(refusal))
        finally:
            connections.close_all()

    threads = [Thread(target=act) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(word == "sent" for word in said) == [False, True]
    assert any("vừa được người khác cập nhật" in word for word in said)
    assert Snapshot.objects.count() == 1


@pytest.mark.django_db
def test_a_draft_over_twenty_thousand_tasks_takes_less_than_three_seconds(scene: Scene) -> None:
    first = scene.task(1, **DONE)
    plain = {"programme": scene.programme, "plan": scene.plan, "provision": scene.point}
    Task.objects.bulk_create(
        Task(
            **plain, lead=scene.unit if number % 2 else scene.focal, title=f"Nhiệm vụ {number}",
            code=f"25.I1.{number}", due=first.due, state="ongoing",
        )
        for number in range(2, 20_001)
    )  # fmt: skip
    report = scene.report()
    began = time.monotonic()
    draft(report=report)
    took = time.monotonic() - began
    assert took < 3, took
    assert Report.objects.get(pk=report.pk).drafted_at
