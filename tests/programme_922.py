"""Programme 922 as the project keeps it: its agencies, its own text, its review."""

import tempfile
from pathlib import Path

from nhipcau.agencies import loading as agencies
from nhipcau.ledger.testing import EXAMPLE
from nhipcau.project import loading


def load_922() -> None:
    """Load the programme without the places of the country, which take longer."""
    agencies.load(loading.DATA / "agencies.json", by=None)
    folder = loading.DATA / "programmes" / "922-ctph-btttt-ubdt"
    loading.load_programme(
        folder / "text.txt", review_file=folder / "review.toml", say=lambda line: None
    )


def load_922_and_a_draft() -> None:
    """The same, and an invented programme that nobody has reviewed yet."""
    load_922()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "du-thao.txt"
        file.write_text(EXAMPLE, encoding="utf-8")
        loading.load_programme(file, say=lambda line: None)
