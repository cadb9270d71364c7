"""Regimes with their deadlines, reports with their lines and snapshots, proposals, reviews."""

from .moves import ReportMove, ReportMoveText, Snapshot, SnapshotText
from .proposal import Proposal
from .regime import Deadline, Regime
from .report import Incoming, Report, ReportedNumber, ReportLine, ReportSection
from .review import AgendaItem, Conference, PrivateNote, Review

__all__ = [
    "AgendaItem",
    "Conference",
    "Deadline",
    "Incoming",
    "PrivateNote",
    "Proposal",
    "Regime",
    "Report",
    "ReportLine",
    "ReportMove",
    "ReportMoveText",
    "ReportSection",
    "ReportedNumber",
    "Review",
    "Snapshot",
    "SnapshotText",
]
