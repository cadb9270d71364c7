"""An English page speaks English, but for what is quoted: that is marked with its language."""

import re
from collections.abc import Iterable, Iterator

import pytest
from django.test import Client, override_settings
from django.utils.translation import override
from lxml import html

from nhipcau.agencies.factories import MembershipFactory
from nhipcau.agencies.models import AgencyName, User
from nhipcau.agencies.roles import Role
from nhipcau.ledger.programmes.models import Party

from .browser import places
from .browser.conftest import PLAIN_FILES
from .programme_922 import load_922_and_a_draft

pytestmark = pytest.mark.machine

VIETNAMESE = re.compile(
    "[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.I
)
# What a person reads or hears of a page beside its text.
SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-label")
# They hold rows and what people typed, and cannot mark their parts.
UNMARKED = ("title", "textarea")
# Said in Vietnamese on any page: the platform's name, what stands in quotes, numbers of documents.
QUOTED = r"Nhịp Cầu|“[^”]*”|\S*/\S+"


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
    # Forms and labels repeat the names of agencies and people.
    names = {*AgencyName.objects.values_list("name", flat=True)}
    names |= {*User.objects.values_list("name", flat=True)}
    names |= {*Party.objects.values_list("name_as_signed", flat=True)}
    found = []
    for place in [*places.public(), *(places.everything() if role else ())]:
        # The language of a request outlives it in this thread.
        with override("vi"):
            answer = client.get(f"/en{place.address}")
        if answer["Content-Type"].startswith("text/html") and answer.content:
            found += [f"{place.address}: {each}" for each in own_vietnamese(answer.content, names)]
    assert found == []


def test_vietnamese_that_is_not_marked_is_found() -> None:
    page = b'<main><p lang="vi">Tr\xc3\xacnh k\xc3\xbd</p><p>Ban h\xc3\xa0nh</p></main>'
    assert own_vietnamese(page) == ["Ban hành"]


def own_vietnamese(page: bytes, names: Iterable[str] = ()) -> list[str]:
    """Texts and spoken attributes with Vietnamese letters, but for quotations and these names."""
    said: list[str] = []
    _listen(html.fromstring(page.decode()), said)
    quoted = re.compile("|".join([QUOTED, *map(re.escape, sorted(names, key=len, reverse=True))]))
    return [text for text in said if VIETNAMESE.search(quoted.sub("", text))]


def _listen(element: html.HtmlElement, said: list[str]) -> None:
    if element.get("lang") not in {"vi", ""} and element.tag not in UNMARKED:
        said += [str(element.get(name)) for name in SPOKEN if element.get(name)]
        said.append((element.text or "").strip())
        for child in element:
            _listen(child, said)
    said.append((element.tail or "").strip())
