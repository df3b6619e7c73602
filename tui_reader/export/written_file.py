"""A file that an export has written, as the ledger and the log of a batch know it."""

from __future__ import annotations

from pathlib import Path

from tui_reader.named_tuple import NamedTuple


class WrittenFile(NamedTuple):
    """Where a file is and what is in it."""

    path: Path
    size: int
    """Bytes."""
    sha256: str
    """Of its bytes, in hex."""
