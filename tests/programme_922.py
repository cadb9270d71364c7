"""Programme 922 as the project keeps it: its agencies, its own text, its review."""

from nhipcau.agencies import loading as agencies
from nhipcau.project import loading


def load_922() -> None:
    """Load the programme without the places of the country, which take longer."""
    agencies.load(loading.DATA / "agencies.json", by=None)
    folder = loading.DATA / "programmes" / "922-ctph-btttt-ubdt"
    loading.load_programme(
        folder / "text.txt", review_file=folder / "review.toml", say=lambda line: None
    )
