"""The private temporary folder for pyttsx3's sound. Those that killed processes have left are removed by the next one.

A living process holds the lock of a file in its folder.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from tui_reader.small_file import take_lock

PREFIX = "tui-reader-pyttsx3-"
LOCK = "lock"


class PrivateFolder:
    """A new folder, at `path`, until `close`."""

    def __init__(self) -> None:
        """Raises OSError where it cannot be made."""
        _remove_leftovers()
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._lock = (self.path / LOCK).open("xb")
        take_lock(self._lock.fileno())

    def close(self) -> None:
        """Delete it."""
        self._lock.close()
        shutil.rmtree(self.path, ignore_errors=True)


def _remove_leftovers() -> None:
    """Remove the person's folders of which nobody holds the lock."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if hasattr(os, "getuid") and folder.lstat().st_uid != os.getuid():
                continue
            with (folder / LOCK).open("r+b") as file:
                free = take_lock(file.fileno())
            if free:
                shutil.rmtree(folder)
