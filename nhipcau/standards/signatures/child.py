"""The process that parses a stranger's PDF: roots and file on its input, one JSON on its output."""

import json
import resource
import sys
from dataclasses import fields
from typing import Any

from asn1crypto import x509  # type: ignore[import-untyped]

from . import limits
from .errors import Unread
from .judging import judge
from .roots import root_of
from .signature import Signature


def main() -> None:
    """Answer one file; whoever waits takes silence for a limit that was reached."""
    resource.setrlimit(resource.RLIMIT_CPU, (limits.MOST_SECONDS, limits.MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (limits.MOST_MEMORY, limits.MOST_MEMORY))
    sizes = json.loads(sys.stdin.buffer.readline())
    *held, pdf = (sys.stdin.buffer.read(size) for size in sizes)
    roots = [root_of(x509.Certificate.load(der)) for der in held]
    try:
        answer: dict[str, Any] = {"signatures": [_told(each) for each in judge(pdf, roots)]}
    except Unread as unread:
        answer = {"reason": unread.reason.value, "detail": unread.detail}
    sys.stdout.write(json.dumps(answer))


def _told(signature: Signature) -> dict[str, Any]:
    told = {each.name: getattr(signature, each.name) for each in fields(signature)}
    moment, root = signature.signed_at, signature.root
    told["signed_at"] = moment.isoformat() if moment else None
    told["root"] = root.fingerprint if root else None
    return told


if __name__ == "__main__":
    main()
