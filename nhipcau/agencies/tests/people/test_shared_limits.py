"""Limits on guessing hold for all processes together: what one counts, the other sees."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from nhipcau.agencies.factories import UserFactory

pytestmark = [pytest.mark.machine, pytest.mark.django_db(transaction=True)]

# Guesses at the page of signing in, from another address each time: only the account is the same.
GUESS = """
import sys
import django
from django.conf import settings
django.setup()
settings.DATABASES["default"]["NAME"] = sys.argv[1]
from django.test import Client
said = {"login": sys.argv[2], "password": "sai"}
for turn in range(int(sys.argv[3])):
    page = Client(REMOTE_ADDR=f"10.0.{sys.argv[4]}.{turn + 1}", SERVER_NAME="localhost")
    text = page.post("/dang-nhap/", said).content.decode()
    print("limited" if "quá nhiều lần" in text else "guessed")
"""


def guess(email: str, *, times: int, network: int) -> list[str]:
    """What a process of its own is told when it guesses so many times."""
    name = str(connection.settings_dict["NAME"])
    command = [sys.executable, "-c", GUESS, name, email, str(times), str(network)]
    surroundings = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_what_one_process_counted_stops_the_guesses_of_another() -> None:
    assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")
    email = UserFactory.create().email
    assert guess(email, times=3, network=1) == ["guessed"] * 3
    assert guess(email, times=4, network=2) == ["guessed", "guessed", "limited", "limited"]
    assert guess(UserFactory.create().email, times=1, network=3) == ["guessed"]
