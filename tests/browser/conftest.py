"""A browser, a site that serves it, and the people who look at it."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings
from playwright.sync_api import Browser, sync_playwright
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from nhipcau.agencies.factories import AgencyFactory, MembershipFactory
from nhipcau.agencies.models import Agency
from nhipcau.agencies.roles import Role

from .browser import QUIET

# Files as they lie in the folders: hashing and compressing them is proved elsewhere.
PLAIN_FILES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; the machine must have it."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is not installed")
    # Playwright runs an event loop in this thread, and Django takes that for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    flags = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else [*QUIET]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=flags)
        yield launched
        launched.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@dataclass(frozen=True)
class Site:
    """A site that is served, and a session of somebody in each role."""

    url: str
    sessions: Mapping[str, str]


@contextmanager
def serving(blocker: DjangoDbBlocker, fill: Callable[[], object]) -> Iterator[Site]:
    """The site with committed rows for the tests of one file; nothing of them or of files is left."""
    # The second factor is proved where it is built; here its roles open their pages at once.
    plain = {"STORAGES": PLAIN_FILES, "SECOND_FACTOR_ROLES": set()}
    with (
        blocker.unblock(),
        TemporaryDirectory() as sent,
        override_settings(**plain, MEDIA_ROOT=sent),
    ):
        # A connection that outlives its request would keep the test database from being dropped.
        connection.settings_dict["CONN_MAX_AGE"] = 0
        try:
            fill()
            server = LiveServer("127.0.0.1")
            agency = AgencyFactory.create()
            yield Site(server.url, {role.value: _sign_in(role, agency) for role in Role})
            server.stop()
        finally:
            _end_other_sessions()
            call_command("flush", verbosity=0, interactive=False)


def _end_other_sessions() -> None:
    """A request that its page gave up, as one that renews itself may be, can outlive the server."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def _sign_in(role: Role, agency: Agency) -> str:
    """A session of somebody who holds this role today."""
    client = Client()
    client.force_login(MembershipFactory.create(role=role, agency=agency).user)
    return client.cookies["phien"].value
