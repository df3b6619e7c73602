"""The targets of `python -m tests.fuzz` by name."""

from __future__ import annotations

from pathlib import Path

from tests.fuzz.documents import Documents
from tests.fuzz.libraries import Libraries
from tests.fuzz.own_files import OwnFiles
from tests.fuzz.target import Target


def target(name: str, seeds: Path | None) -> Target:
    """The target of a name; `seeds` is a folder with files that are damaged as well."""
    if name == "dresses":
        from tests.dress.target import Dresses

        return Dresses()
    return Documents(seeds) if name == "documents" else Libraries() if name == "libraries" else OwnFiles()
