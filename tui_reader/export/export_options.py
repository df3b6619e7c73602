"""What a person asks of an export, beside what is said of the document. Knows no form's insides."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class ExportOptions(NamedTuple):
    """One export, as the command line asks for it."""

    output: Path
    """The file to write; with several formats each takes this name with its own ending."""
    formats: tuple[str, ...] = ()
    """Endings without the full stop; empty for that of `output`."""
    first: int | None = None
    """The turn to begin with; None for all that stands before the first too."""
    last: int | None = None
    """The turn to end with."""
    loudness: float | None = None
    """LUFS by ITU-R BS.1770; None for each form's own choice."""
    stems: bool = False
    """Whether each speaker has a file of his or her own."""
    text_only: bool = False
    """Whether books and pages are written without sound."""
    ledger: bool = False
    """Whether the account of what was spoken and skipped is written beside."""
    licence: str = ""
    """Under which terms the text may be used; goes into the tags."""
