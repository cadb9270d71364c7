"""An English page speaks English, but for what is quoted: that is marked with its language."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client, override_settings
from django.utils.translation import override
from lxml import html

from nhipcau.agencies.factories import MembershipFactory
from nhipcau.agencies.roles import Role

from .browser import places
from .browser.conftest import PLAIN_FILES
from .programme_922 import load_922_and_a_draft

VIETNAMESE = re.compile(
    "[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.I
)
# What a person reads or hears of a page beside its text.
SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-label", "value")
BRAND = "Nhịp Cầu"


@pytest.fixture
def with_922(db: None) -> Iterator[None]:
    load_922_and_a_draft()
    with override_settings(STORAGES=PLAIN_FILES, SECOND_FACTOR_ROLES=set()):
        yield


@pytest.mark.usefixtures("with_922")
@pytest.mark.parametrize("role", [None, Role.FOCAL_POINT, Role.ADMINISTRATOR])
def test_a_page_in_english_has_no_vietnamese_of_its_own(role: Role | None) -> None:
    client = Client()
    if role:
        client.force_login(MembershipFactory.create(role=role).user)
    found = []
    for place in [*places.public(), *(places.everything() if role else ())]:
        # The language of a request outlives it in this thread.
        with override("vi"):
            answer = client.get(f"/en{place.address}")
        if answer["Content-Type"].startswith("text/html") and answer.status_code != 302:
            found += [f"{place.address}: {each}" for each in own_vietnamese(answer.content)]
    assert found == []


def test_vietnamese_that_is_not_marked_is_found() -> None:
    page = b'<main><p lang="vi">Tr\xc3\xacnh k\xc3\xbd</p><p>Ban h\xc3\xa0nh</p></main>'
    assert own_vietnamese(page) == ["Ban hành"]


def own_vietnamese(page: bytes) -> list[str]:
    """Texts and spoken attributes with Vietnamese letters, outside what is marked as quoted."""
    said: list[str] = []
    _listen(html.fromstring(page.decode()), said)
    return [text for text in said if VIETNAMESE.search(text.replace(BRAND, ""))]


def _listen(element: html.HtmlElement, said: list[str]) -> None:
    if element.get("lang") not in {"vi", ""}:
        said += [str(element.get(name)) for name in SPOKEN if element.get(name)]
        said.append((element.text or "").strip())
        for child in element:
            _listen(child, said)
    said.append((element.tail or "").strip())
