"""The decree's own figures, read out of it: they lie beside the repository, not in it."""

import json
from typing import Any

import pytest

from nhipcau.reader.tests.shared import SHARED

FIGURES = SHARED / "reference" / "nd30-2020" / "nd30.json"
needs_figures = pytest.mark.skipif(
    not FIGURES.is_file(), reason="../shared/reference is not beside this repository"
)


def figures() -> dict[str, Any]:
    """Everything that nd30.json says."""
    found: dict[str, Any] = json.loads(FIGURES.read_text(encoding="utf-8"))
    return found


def elements() -> list[dict[str, Any]]:
    """Its elements, one by one; none where the file is not there, so the table of cases is empty."""
    return list(figures()["elements"]) if FIGURES.is_file() else []
