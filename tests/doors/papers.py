"""Doors of the papers: drafted, agreed, recorded."""

from typing import Any

from nhipcau.ledger.papers import actions
from nhipcau.ledger.papers.values import Recipient
from nhipcau.ledger.testing import load_outlines

from .kinds import Door, opens, writes

READ, DRAFT, AGREE, RECORD = (
    "ledger.read_internal", "papers.draft", "papers.agree", "papers.record",
)  # fmt: skip

DOORS = {
    "ledger:papers": opens(READ),
    "ledger:paper": opens(READ),
    "ledger:paper-difference": opens(READ),
    "ledger:paper-docx": opens(READ),
    "ledger:paper-pdf": opens(READ),
    # No signed file is recorded for the one of the walker.
    "ledger:paper-file": Door(302, 404, READ),
    "ledger:paper-new": opens(DRAFT),
    "ledger:paper-urge": opens(DRAFT),
    "ledger:paper-section": opens(DRAFT),
    "ledger:paper-head": opens(DRAFT),
    "ledger:paper-ask": writes(DRAFT),
    "ledger:paper-submit": writes(DRAFT),
    "ledger:paper-take-back": writes(DRAFT),
    "ledger:paper-drop": writes(DRAFT),
    "ledger:paper-delete": writes(DRAFT),
    "ledger:paper-signatory": writes(DRAFT),
    "ledger:paper-replace": writes(DRAFT),
    "ledger:paper-correct": writes(DRAFT),
    "ledger:paper-consent": writes(AGREE),
    "ledger:paper-send-back": writes(AGREE),
    "ledger:paper-record": writes(RECORD),
    "ledger:paper-arrival": writes(RECORD),
}
HOLDERS = {
    DRAFT: {"officer", "focal_point"},
    AGREE: {"leader", "signatory"},
    RECORD: {"clerk", "focal_point"},
}


def objects(world: Any) -> dict[str, dict[str, object]]:
    """One draft of the agency for which everybody of the walker acts."""
    load_outlines()
    paper = actions.begin(
        programme=world.programme, kind="guiding-letter", title="", drafted_by=world.agency,
        recipients=[Recipient(name="Các xã biên giới", is_addressee=True)], by=None,
    )  # fmt: skip
    one: dict[str, object] = {"uuid": paper.uuid}
    recipient = paper.recipients.get(is_addressee=True)
    own = {"ledger:papers", "ledger:paper-new", "ledger:paper-urge"}
    return {
        **{name: one for name in DOORS if name not in own},
        "ledger:paper-section": {**one, "key": "content"},
        "ledger:paper-arrival": {**one, "recipient": recipient.uuid},
    }
