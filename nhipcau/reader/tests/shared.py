"""Where the documents that are not ours to copy lie, beside the repository."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[4] / "shared"
needs_shared = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="../shared is not beside this repository"
)
