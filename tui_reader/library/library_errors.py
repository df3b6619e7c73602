"""What is raised about a library."""

from __future__ import annotations

from pathlib import Path

from tui_reader.errors import ReaderError


class LibraryError(ReaderError):
    """A library that cannot be opened, or something that cannot be read from it or saved in it."""


class DamagedLibraryError(LibraryError):
    """A library with wrong content, which must be put aside."""

    def __init__(self, path: Path | None, reason: str) -> None:
        super().__init__(f"{path}: the library is damaged ({reason}).")
        self.reason = reason
