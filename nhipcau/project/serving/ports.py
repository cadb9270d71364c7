"""Which port is free, and when the first page answers."""

import http.client
import os
import socket
import time
from collections.abc import Callable
from contextlib import closing, suppress

from nhipcau.project.failure import NotDone

TRIES = 50
ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared with, not bound to


def free(host: str, wanted: int) -> int:
    """The port that was wished for, or the next free one; raises NotDone when there is none."""
    for port in range(wanted, min(wanted + TRIES, 65_536)):
        if _is_free(host, port):
            return port
    raise NotDone(
        "Mở cổng phục vụ",
        f"các cổng từ {wanted} đến {wanted + TRIES - 1} trên {host} đều bận hoặc bị cấm",
        "chọn cổng khác bằng --port, hoặc địa chỉ khác bằng --host",
    )


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def address(host: str, port: int) -> str:
    """What a person types into a browser on this machine."""
    shown = ANYWHERE.get(host, host)
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"


def wait_for_page(host: str, port: int, alive: Callable[[], bool], seconds: float = 60) -> int:
    """The status of the first page as soon as there is one; 0 when it never came."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and alive():
        with suppress(OSError, http.client.HTTPException):
            return _status(ANYWHERE.get(host, host), port)
        time.sleep(0.1)
    return 0


def _status(host: str, port: int) -> int:
    with closing(http.client.HTTPConnection(host, port, timeout=20)) as connection:
        connection.request("GET", "/", headers=_as_a_visitor())
        return connection.getresponse().status


def _as_a_visitor() -> dict[str, str]:
    """Asked as the settings expect it: by a name that is served, over HTTPS where that is so."""
    named = os.environ.get("NHIPCAU_HOSTS", "").split(",")[0].strip()
    is_exact = named and not named.startswith((".", "*"))
    return {"Host": named if is_exact else "localhost", "X-Forwarded-Proto": "https"}
