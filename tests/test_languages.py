"""Vietnamese and English: nothing missing, nothing stale, nothing left in the other language."""

import re
from collections.abc import Iterator
from pathlib import Path

import allauth
import django
import pytest
from allauth.account.adapter import DefaultAccountAdapter
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.utils.translation import gettext, ngettext, override

from . import messages

LIBRARIES = (
    Path(django.__file__).parent / "conf/locale",
    Path(django.__file__).parent / "contrib/auth/locale",
    Path(allauth.__file__).parent / "locale",
)
# Where a library says what a person can meet on our pages.
MET = ("forms/", "core/validators.py", "contrib/auth/password_validation.py")
SAME_IN_BOTH = {"IPv4", "IPv6", ":", ":?.!"}


def test_every_sentence_has_its_english() -> None:
    held = messages.catalogue("en")
    keys = {each.key for each in messages.entries(held)}
    missing = [each for each in map(_key, messages.said()) if each not in keys]
    assert missing == [], "run: python -m tests.messages"
    assert messages.waiting(held) == []


def test_the_english_catalogue_holds_no_sentence_that_nobody_says() -> None:
    said = set(map(_key, messages.said()))
    held = messages.entries(messages.catalogue("en"))
    assert [each.key for each in held if each.key not in said] == []


def test_a_sentence_keeps_its_blanks_in_english() -> None:
    held = messages.entries(messages.catalogue("en"))
    assert [each.key for each in held if not _keeps_its_blanks(each)] == []


def test_a_sentence_without_english_is_found() -> None:
    catalogue = Catalog(locale="en")
    catalogue.add("Đăng nhập", "")
    assert messages.waiting(catalogue) == ["Đăng nhập"]


def test_templates_and_python_are_both_heard() -> None:
    said = messages.said()
    assert said["Đến nội dung chính"].endswith(".html")
    assert said["Không có trang này"].endswith("errors.py")
    assert ("%(number)s điều khoản", "%(number)s điều khoản") in said


def test_the_vietnamese_catalogue_answers_only_what_libraries_say() -> None:
    theirs = {each.key for each in _of_libraries()}
    held = messages.entries(messages.catalogue("vi"))
    assert [each.key for each in held if each.key not in theirs] == []


def test_what_libraries_say_on_our_forms_is_vietnamese() -> None:
    with override("vi"):
        english = [each.key for each in _of_libraries() if _is_met(each) and _said_as_is(each)]
    assert english == []


@pytest.mark.parametrize(
    "fault", ["email_password_mismatch", "too_many_login_attempts", "account_inactive"]
)
def test_sign_in_refuses_in_vietnamese(fault: str) -> None:
    with override("vi"):
        assert str(DefaultAccountAdapter.error_messages[fault]).startswith("Chưa đăng nhập được: ")


def _key(sentence: messages.Said) -> str:
    return sentence if isinstance(sentence, str) else sentence[0]


def _of_libraries() -> Iterator[messages.Entry]:
    for folder in LIBRARIES:
        with (folder / "en/LC_MESSAGES/django.po").open("rb") as opened:
            yield from messages.entries(read_po(opened))


def _is_met(entry: messages.Entry) -> bool:
    return any(place.startswith(MET) for place in entry.places)


def _said_as_is(entry: messages.Entry) -> bool:
    if len(entry.ids) > 1:
        return ngettext(entry.ids[0], entry.ids[1], 1) == entry.key
    return entry.key not in SAME_IN_BOTH and gettext(entry.key) == entry.key


def _keeps_its_blanks(entry: messages.Entry) -> bool:
    return all(_blanks(text) == _blanks(entry.ids[-1]) for text in entry.texts)


def _blanks(text: str) -> list[str]:
    return sorted(re.findall(r"%\(\w+\)s|%[sd]|\{\w+\}", text))
