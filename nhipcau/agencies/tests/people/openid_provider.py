"""A real OpenID Connect provider in a process of its own, and a person in front of it."""

import http.client
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode, urlsplit

Claims = dict[str, Any]


@contextmanager
def provider(people: Sequence[Claims]) -> Iterator[str]:
    """Start a provider that knows these people; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    known = [part for claims in people for part in ("--user-claims", json.dumps(claims))]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "-p", str(port), *known]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(port, process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def settings_for(address: str) -> dict[str, Any]:
    """What settings make of the four NHIPCAU_OIDC variables, for this provider."""
    service = {
        "provider_id": "co-quan",
        "name": "Cổng cán bộ tỉnh",
        "client_id": "nhip-cau",
        "secret": "bi-mat",
        "settings": {"server_url": address, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [service]}}


def consent(authorize: str, **said: str) -> str:
    """What a person says on the provider's page; gives the address to which it sends back."""
    parts = urlsplit(authorize)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", f"{parts.path}?{parts.query}", urlencode(said), kind)
    back = connection.getresponse().headers["Location"]
    connection.close()
    return str(back)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        if process.poll() is not None:
            raise RuntimeError("the OpenID Connect provider did not start")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the OpenID Connect provider does not answer")
