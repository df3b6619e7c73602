"""Writes a reading from its first utterance to its last; the ending of the file's name says as what."""

from __future__ import annotations

from pathlib import Path

from tui_reader.errors import UsageError
from tui_reader.export.recital import open_recital
from tui_reader.export.wav import write_wav
from tui_reader.export.whole import whole_file
from tui_reader.opening import Options
from tui_reader.speech.timeline import Timeline

ENDINGS = (".wav",)
"""What can be written."""


def export(path: Path | None, output: Path, options: Options) -> tuple[Timeline, tuple[str, ...]]:
    """Write the whole reading of a document into `output`; gives its timeline and lines for the person.

    Raises UsageError for an ending that is not known, ReaderError where the file cannot be written, and what
    `open_recital` raises. On any failure what was at `output` stays as it was.
    """
    if output.suffix.lower() not in ENDINGS:
        raise UsageError(f"{output}: it must end in {' or '.join(ENDINGS)}.")
    recital = open_recital(path, options)
    try:
        with whole_file(output) as file:
            return write_wav(file, recital), recital.notices
    finally:
        recital.engine.close()
