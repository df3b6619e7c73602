"""Opens SQLite files and trusts nothing in them: a schema runs nothing, pages are checked, values are bounded."""

from __future__ import annotations

import sqlite3
from pathlib import Path

LONGEST_VALUE = 200_000_000
"""The most bytes of one value: more than the words of the longest page can take."""


def connect(file: Path | str, wait: float) -> sqlite3.Connection:
    """A connection that waits so many seconds for another process, and begins no transaction by itself.

    Text that is not UTF-8 is read with signs of replacement. Raises sqlite3.Error.
    """
    database = sqlite3.connect(file, timeout=wait, isolation_level=None)
    database.text_factory = lambda raw: raw.decode(errors="replace")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON"):
        database.execute(f"PRAGMA {pragma}")
    return database
