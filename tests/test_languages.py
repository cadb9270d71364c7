"""Vietnamese and English: nothing missing, nothing stale, nothing left in the other language."""

from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import allauth
import django
import pytest
from allauth.account.adapter import DefaultAccountAdapter
from babel.messages.catalog import Catalog, Message
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
    missing = [each for each in messages.said() if _key(each) not in held]
    assert missing == [], "run: python -m tests.messages"
    assert messages.waiting(held) == []


def test_the_english_catalogue_holds_no_sentence_that_nobody_says() -> None:
    said = {_key(each) for each in messages.said()}
    assert [
        each.id for each in messages.catalogue("en") if each.id and _key(each.id) not in said
    ] == []


def test_a_sentence_keeps_its_blanks_in_english() -> None:
    assert [
        each.id for each in messages.catalogue("en") if each.id and not _same_blanks(each)
    ] == []


def test_a_sentence_without_english_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    empty = Catalog(locale="en")
    empty.add("Đăng nhập", "")
    assert messages.waiting(empty) == ["Đăng nhập"]


def test_templates_and_python_are_both_heard() -> None:
    said = messages.said()
    assert said["Đến nội dung chính"].endswith(".html")
    assert said["Không có trang này"].endswith("errors.py")
    assert ("%(number)s điều khoản", "%(number)s điều khoản") in said


def test_vietnamese_of_libraries_answers_something_that_they_say() -> None:
    theirs = {_key(each.id) for each in _of_libraries()}
    assert [
        each.id for each in messages.catalogue("vi") if each.id and _key(each.id) not in theirs
    ] == []


def test_what_libraries_say_on_our_forms_is_vietnamese() -> None:
    with override("vi"):
        english = [each.id for each in _of_libraries() if _is_met(each) and _said_as_is(each)]
    assert english == []


@pytest.mark.parametrize(
    "fault", ["email_password_mismatch", "too_many_login_attempts", "account_inactive"]
)
def test_sign_in_refuses_in_vietnamese(fault: str) -> None:
    with override("vi"):
        assert str(DefaultAccountAdapter.error_messages[fault]).startswith("Chưa đăng nhập được: ")


def _key(sentence: object) -> str:
    return str(sentence[0]) if isinstance(sentence, tuple | list) else str(sentence)


def _of_libraries() -> Iterator[Message]:
    for folder in LIBRARIES:
        with (folder / "en/LC_MESSAGES/django.po").open("rb") as opened:
            yield from (each for each in read_po(opened) if each.id)


def _is_met(message: Message) -> bool:
    return any(place.startswith(MET) for place, _line in message.locations)


def _said_as_is(message: Message) -> bool:
    if isinstance(message.id, tuple):
        return ngettext(*message.id, 1) == message.id[0]
    return message.id not in SAME_IN_BOTH and gettext(message.id) == message.id


def _same_blanks(message: Message) -> bool:
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    texts = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(_blanks(text) == _blanks(ids[-1]) for text in texts)


def _blanks(text: str) -> set[str]:
    named = {part.split(")")[0] for part in text.split("%(")[1:]}
    return (
        named
        | {name for _, name, _, _ in Formatter().parse(text) if name}
        | {"%s"} & {text[at : at + 2] for at in range(len(text))}
    )
