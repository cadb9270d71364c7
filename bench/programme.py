"""The public page of a programme: how long the server takes, how much a first visit weighs."""

import gzip
import re
from functools import cache
from urllib.parse import urljoin
from wsgiref.types import WSGIApplication
from wsgiref.util import setup_testing_defaults

from bench import measure

LINKED = re.compile(r"""<(?:link|script|img)\b[^>]*?\b(?:href|src)="(/static/[^"]+)\"""")
NAMED = re.compile(r"""url\(["']?([^"')]+)["']?\)""")


@measure("programme.page", "ms", most=40)
def time_of_the_page() -> None:
    _fetch(_address())


@measure("programme.page_kb", "KB", n=1, most=60)
def weight_of_a_first_visit() -> float:
    """The page and everything that it names, as it travels: compressed."""
    html, weight = _fetch(_address())
    for address in sorted(set(LINKED.findall(html.decode()))):
        content, size = _fetch(address)
        weight += size
        if address.endswith(".css"):
            named = {urljoin(address, each) for each in NAMED.findall(content.decode())}
            weight += sum(_fetch(each)[1] for each in named if not each.startswith("data:"))
    return weight / 1024


@cache
def _application() -> WSGIApplication:
    from nhipcau.project.wsgi import application

    return application


@cache
def _address() -> str:
    """The first programme that everybody may read."""
    from django.contrib.auth.models import AnonymousUser
    from django.urls import reverse

    from nhipcau.ledger.programmes.models import Programme

    programme = Programme.objects.visible_to(AnonymousUser()).order_by("pk").first()
    assert programme is not None, "No programme is public: there is no page to measure."
    return reverse("ledger:programme", kwargs={"slug": programme.slug})


def _fetch(address: str) -> tuple[bytes, int]:
    """The content, and the bytes that travelled; raises AssertionError unless it was found."""
    environ: dict[str, object] = {
        "PATH_INFO": address,
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_ENCODING": "gzip",
    }
    setup_testing_defaults(environ)
    answered: dict[str, str] = {}

    def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> object:
        answered.update({"status": status, **{name.lower(): value for name, value in headers}})
        return None

    response = _application()(environ, start_response)  # type: ignore[arg-type]
    body = b"".join(response)
    if hasattr(response, "close"):
        response.close()
    assert answered["status"].startswith("200"), f"{address}: {answered['status']}"
    packed = answered.get("content-encoding") == "gzip"
    return (gzip.decompress(body) if packed else body), len(body)
