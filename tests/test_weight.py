"""A public page is light: what a first visit downloads, as it travels."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client, override_settings

from .browser import places
from .browser.conftest import PLAIN_FILES
from .programme_922 import load_922

FIRST_VISIT = 60 * 1024
SHEET = 6.5 * 1024


@pytest.mark.django_db
def test_the_programme_page_travels_in_sixty_kilobytes() -> None:
    load_922()
    with override_settings(STORAGES=PLAIN_FILES):
        page = Client().get("/chuong-trinh/922-ctph-btttt-ubdt/").content
    files = [found for name in named_files(page) if (found := finders.find(name))]
    assert len(files) == len(named_files(page)) == 4, "two fonts, one sheet, one mark"
    assert packed(page) + sum(map(on_the_way, files)) <= FIRST_VISIT


@pytest.mark.django_db
def test_public_pages_name_no_script_and_no_other_host() -> None:
    # But for the way in: a passkey needs one.
    read = [place for place in places.public() if place.name != "account_login"]
    with override_settings(STORAGES=PLAIN_FILES):
        pages = [Client().get(place.address).content.decode() for place in read]
    assert not [page for page in pages if "<script" in page or " style=" in page]
    assert not [page for page in pages if re.search(r'(?:src|href)="(?:https?:)?//', page)]


def test_the_style_sheet_stays_small() -> None:
    sheet = finders.find("shell/nhipcau.css")
    assert isinstance(sheet, str)
    assert on_the_way(sheet) <= SHEET


def named_files(page: bytes) -> list[str]:
    """Static files that the page makes a browser fetch."""
    return re.findall(r'(?:src|href)="/static/([^"]+)"', page.decode())


def on_the_way(file: str) -> int:
    """Bytes of a file as it travels: WOFF2 is packed already."""
    content = Path(file).read_bytes()
    return len(content) if file.endswith(".woff2") else packed(content)


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 6))
