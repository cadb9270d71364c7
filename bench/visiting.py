"""A person of the focal point at the served application: pages are fetched as a browser would."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode
from wsgiref.types import WSGIApplication
from wsgiref.util import setup_testing_defaults

HOST = "localhost"


@dataclass(frozen=True, slots=True)
class Answer:
    """The content, and how many bytes travelled."""

    content: bytes
    travelled: int


@cache
def application() -> WSGIApplication:
    from nhipcau.project.wsgi import application

    return application


@cache
def cookies() -> str:
    """The session of a focal officer who signed in."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from nhipcau.agencies.models import User
    from nhipcau.agencies.roles import Role

    user = User.objects.filter(memberships__role=Role.FOCAL_POINT).order_by("pk").first()
    assert user is not None, "The demo has no focal officer."
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def fetch(address: str) -> Answer:
    """A page as it travels. Raises AssertionError unless it was found."""
    packed = b"".join(stream(address))
    is_packed = packed[:2] == b"\x1f\x8b"
    return Answer(gzip.decompress(packed) if is_packed else packed, len(packed))


def stream(address: str) -> Iterator[bytes]:
    """The pieces of an answer as they come."""
    yield from _call("GET", address)


def send(address: str, **said: str) -> None:
    """A form of a page, sent by a person; the answer leads on (302) or shows the page again."""
    body = urlencode(said).encode()
    for _piece in _call("POST", address, body):
        pass


def _call(method: str, address: str, body: bytes = b"") -> Iterator[bytes]:
    from io import BytesIO

    path, _, query = address.partition("?")
    environ: dict[str, object] = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": HOST,
        "HTTP_ACCEPT_ENCODING": "gzip",
        "HTTP_COOKIE": _with_token(method),
        "HTTP_X_CSRFTOKEN": TOKEN,
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": BytesIO(body),
    }
    setup_testing_defaults(environ)
    answered: list[str] = []

    def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> object:
        answered.append(status)
        return None

    response = application()(environ, start_response)  # type: ignore[arg-type]
    try:
        yield from response
    finally:
        if hasattr(response, "close"):
            response.close()
    assert answered[0][:3] in {"200", "302"}, f"{address}: {answered[0]}"


TOKEN = "b" * 32


def _with_token(method: str) -> str:
    from django.conf import settings

    return cookies() if method == "GET" else f"{cookies()}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
