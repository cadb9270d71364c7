"""Locks that end with their process, so that a `kill -9` leaves none behind."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Place:
    """A place among those who share a lock."""

    descriptor: int

    def nobody_else(self) -> bool:
        """Whether we are the last; then newcomers wait until we have left."""
        return _lock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def shared(file: Path) -> Iterator[Place]:
    """Hold a lock together with others."""
    with _open(file) as descriptor:
        _lock(descriptor, fcntl.LOCK_SH)
        yield Place(descriptor)


@contextmanager
def exclusive(file: Path) -> Iterator[None]:
    """Hold a lock alone, waiting for it."""
    with _open(file) as descriptor:
        _lock(descriptor, fcntl.LOCK_EX)
        yield


@contextmanager
def if_free(file: Path) -> Iterator[bool]:
    """Hold a lock alone if nobody has it; yields whether we do."""
    with _open(file) as descriptor:
        yield _lock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def _open(file: Path) -> Iterator[int]:
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _lock(descriptor: int, how: int) -> bool:
    try:
        fcntl.flock(descriptor, how)
    except BlockingIOError:
        return False
    return True
