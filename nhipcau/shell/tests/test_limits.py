"""A request that is too long, of unknown length or with NUL is refused before anything reads it."""

import re

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from nhipcau.shell.limits import MOST, MOST_OF_STRANGERS, Limits

SENTENCE = re.compile(r"[^:]+ chưa thực hiện được: [^.]+\. Đề nghị .+\.")


@pytest.fixture
def known(client: Client) -> Client:
    """Somebody with a session's cookie."""
    client.cookies[settings.SESSION_COOKIE_NAME] = "x"
    return client


def announced(client: Client, length: int | str, path: str = "/") -> tuple[int, str]:
    """The answer to a body that is announced and never sent."""
    answer = client.post(path, CONTENT_LENGTH=str(length))
    return answer.status_code, answer.content.decode()


def passes(request: HttpRequest) -> HttpResponse:
    return HttpResponse("đã qua")


def test_an_over_long_body_is_refused_in_a_sentence(known: Client) -> None:
    status, sentence = announced(known, MOST + 1)
    assert status == 413
    assert SENTENCE.fullmatch(sentence)
    assert "52 MB" in sentence


def test_a_stranger_may_send_a_form_and_no_more(client: Client) -> None:
    status, sentence = announced(client, MOST_OF_STRANGERS + 1)
    assert status == 413
    assert SENTENCE.fullmatch(sentence)
    assert "2 MB" in sentence
    assert "đăng nhập" in sentence


@pytest.mark.parametrize("length", [MOST, 0, "", "nhiều"])
def test_a_body_within_the_limit_passes(length: int | str) -> None:
    request = RequestFactory().post("/", CONTENT_LENGTH=str(length))
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "x"
    assert Limits(passes)(request).status_code == 200


def test_an_upload_passes_whole() -> None:
    content = b"x" * 3 * 1024 * 1024
    file = SimpleUploadedFile("công văn.pdf", content)
    request = RequestFactory().post("/", {"file": file})
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "x"
    assert Limits(passes)(request).status_code == 200
    received = request.FILES["file"]
    assert isinstance(received, UploadedFile)
    with received:
        assert received.read() == content


def test_a_body_in_chunks_is_asked_for_its_length(known: Client) -> None:
    answer = known.post("/", headers={"Transfer-Encoding": "chunked"})
    assert answer.status_code == 411
    assert SENTENCE.fullmatch(answer.content.decode())


@pytest.mark.parametrize("path", ["/?q=%00", "/?%00=1", "/?q=a&q=b%00", "/tim%00", "/static/%00"])
def test_nul_in_an_address_is_refused_in_a_sentence(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert SENTENCE.fullmatch(answer.content.decode())


def test_the_api_refuses_nul_in_its_own_shape(client: Client) -> None:
    answer = client.get("/api/agencies/agencies?name=%00")
    assert answer.status_code == 400
    assert SENTENCE.fullmatch(answer.json()["detail"])


def test_below_en_the_refusal_is_english(client: Client) -> None:
    assert "Please" in client.get("/en/?q=%00").content.decode()
    assert "Đề nghị" in client.get("/?q=%00").content.decode()
