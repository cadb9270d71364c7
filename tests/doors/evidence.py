"""Doors of evidence, indicators, periods and evaluation."""

from .kinds import Door

DOORS: dict[str, Door] = {}

HOLDERS = {
    "ledger.lodge": {"officer", "focal_point", "leader"},
    "ledger.measure": {"focal_point"},
}
