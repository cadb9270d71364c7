"""Read the signatures of a PDF of a stranger: in a process of its own, with its time and memory."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from . import limits
from .errors import Reason, Unread
from .roots import Root
from .signature import After, Doubt, Signature

CHILD = "nhipcau.standards.signatures.child"


def read_signatures(pdf_bytes: bytes, trusted_roots: Sequence[Root]) -> tuple[Signature, ...]:
    """Return the signatures of a PDF in the order of signing; an unsigned one gives ().

    Document time stamps are no signatures of a person and are left out. A file without a byte
    range (ISO 32000-2 §12.8.1) is not opened at all. Raises Unread: above the limits in size, time
    or memory, no PDF, broken, locked by a password, or a signature of a kind not known here.
    """
    limits.hold(pdf_bytes)
    if b"/ByteRange" not in pdf_bytes:
        return ()
    held = [root.certificate.dump() for root in trusted_roots]
    sizes = [len(each) for each in (*held, pdf_bytes)]
    answer = _asked(json.dumps(sizes).encode() + b"\n" + b"".join(held) + pdf_bytes)
    if "reason" in answer:
        raise Unread(Reason(answer["reason"]), answer["detail"])
    known = {root.fingerprint: root for root in trusted_roots}
    return tuple(_signature(each, known) for each in answer["signatures"])


def _asked(given: bytes) -> dict[str, Any]:
    """What the child answers; one that was ended by a limit says nothing."""
    try:
        done = subprocess.run(  # noqa: S603  our own program, its input on a pipe
            [sys.executable, "-m", CHILD],
            input=given,
            capture_output=True,
            timeout=limits.MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unread(Reason.TOO_LARGE, "time") from error
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        raise Unread(Reason.TOO_LARGE, f"ended with {done.returncode}") from error
    return answer


def _signature(told: Mapping[str, Any], known: Mapping[str, Root]) -> Signature:
    return Signature(
        signer=told["signer"],
        issuer=told["issuer"],
        signed_at=datetime.fromisoformat(told["signed_at"]) if told["signed_at"] else None,
        time_is_attested=told["time_is_attested"],
        is_intact=told["is_intact"],
        covers_whole=told["covers_whole"],
        after=After(told["after"]),
        root=known[told["root"]] if told["root"] else None,
        doubt=Doubt(told["doubt"]) if told["doubt"] else None,
        fingerprint=told["fingerprint"],
    )
