"""The world of the work's tests, on a day in July."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from .world import TODAY, World


@pytest.fixture
def world(db: None) -> World:
    return World()


@pytest.fixture
def in_july() -> Iterator[None]:
    """Today is 21 July 2025 for the work."""
    with patch("nhipcau.base.clock.today", return_value=TODAY):
        yield
