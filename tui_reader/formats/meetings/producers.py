"""What programs of meetings write in plain text, as producers. The readers are imported when they are needed."""

from __future__ import annotations

from tui_reader.formats.meetings import recording
from tui_reader.formats.producers.producer import LIKELY, Evidence, Producer
from tui_reader.formats.source_file import SourceFile

_TIMED = LIKELY - 15
"""Less than what light markup has for itself, more than a plain text."""


def _is_recording(file: SourceFile) -> Evidence | None:
    seen = recording.is_recording(file)
    return Evidence(_TIMED, seen) if seen else None


PRODUCERS = (Producer("timed-lines", "Lines with times (meetings, recordings)", _is_recording, recording.read),)
