"""The options of an export as a person gives them: which files, which turns, how loud. Knows no format."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from tui_reader.named_tuple import NamedTuple


class ExportOptions(NamedTuple):
    """One export, as the command line asks for it."""

    output: Path
    """The file to write, or a folder for many documents; several formats each put their own ending on this name."""
    formats: tuple[str, ...] = ()
    """Names of output formats; empty to go by the ending of `output`."""
    first: int | None = None
    """Number of the first turn; None begins with what comes before turn 1."""
    last: int | None = None
    """Number of the last turn; None goes to the end."""
    loudness: float | None = None
    """LUFS by ITU-R BS.1770; None for -16, and for a WAV file as loud as it is played."""
    stems: bool = False
    """Whether a sound file for each speaker is written too."""
    text_only: bool = False
    """Whether EPUB and HTML are written without sound."""
    times: Literal["original", "new"] | None = None
    """Which times captions have: those of the document's file or those of the speech. None takes those of the file if
    it has any and no sound is written."""
    word_times: bool = False
    """Whether WebVTT has the time of each word; some readers of captions lose lines that hold times."""
    ledger: bool = False
    """Whether a ledger of what was spoken and skipped is written beside the files."""
    licence: str = ""
    """The terms of use of the text, for the tags of the files."""
    cite: str | None = None
    """The style in which the document is cited where its source is named, or "setting"; None names the source alone."""
