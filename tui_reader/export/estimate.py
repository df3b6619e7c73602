"""What an export will hold, before it is made: turns, minutes and bytes, by measured averages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.document.model import Document, Position
from tui_reader.errors import UsageError
from tui_reader.export.output_formats import Needs, OutputFormat
from tui_reader.named_tuple import NamedTuple
from tui_reader.narration.pause import Pause
from tui_reader.reading.reading_progress import ReadingProgress
from tui_reader.settings import Settings
from tui_reader.terminal.counts import count, duration

if TYPE_CHECKING:
    from tui_reader.playback.recording.alignment import Alignment

BYTES_A_SECOND = {
    "wav": 88_200, "flac": 41_000, "opus": 5_700, "mp3": 8_250, "m4b": 9_200, "epub": 8_300, "html": 11_200,
}  # fmt: skip
"""Of sound, by the name of the format, measured on the memorandum."""
BYTES_A_CHARACTER = {
    "vtt": 1.8, "srt": 1.9, "ass": 2.2, "json": 18.0, "chapters": 0.4, "md": 1.2, "txt": 1.2, "tei": 1.6,
}  # fmt: skip
"""Of a character that is read aloud, likewise."""


class Estimate(NamedTuple):
    """About how much an export will hold."""

    turns: int
    seconds: float | None
    """How long it is heard; None for a format without sound or times."""
    size: int
    """Bytes."""

    @property
    def line(self) -> str:
        """In words: "23 turns, about 7 minutes, about 3.5 MB"."""
        words = [count(self.turns, "turn")] if self.turns else []
        if self.seconds is not None:
            words.append(f"about {duration(self.seconds)}" if self.seconds >= 60 else duration(self.seconds))
        return ", ".join([*words, f"about {bytes_in_words(self.size)}"])


def estimate(
    document: Document,
    format: OutputFormat,
    settings: Settings,
    first: int,
    last: int,
    recording: Alignment | None = None,
) -> Estimate:
    """About how much the turns from `first` to `last`, counted from 1, hold in a format at the speed of the settings.

    What comes before turn 1 and after the last turn belongs to them. `recording`: where they are in the recording, if
    that is heard. Raises as `check_turns` does.
    """
    turns = len(document.turns)
    check_turns(document, first, last)
    index = (
        {page.turn.number: page.index for page in document.pages if page.turn} if (first, last) != (1, turns) else {}
    )
    progress = ReadingProgress(document)
    start = index[first] if first > 1 else 0
    end = index[last] + 1 if last < turns else len(document.pages)

    def left(page: int, speed: float, pause: int) -> float:
        at_end = page >= len(document.pages)
        if recording and not at_end and (at := recording.seconds_at(Position(page, 0))) is not None:
            return max(0.0, recording.last - at) / speed
        return 0.0 if at_end else progress.seconds_left(Position(page, 0), speed, pause)

    pause = settings.pauses[Pause.CHANGE]
    seconds = left(start, settings.speed, pause) - left(end, settings.speed, pause)
    characters = progress.characters(start, end)
    rate = BYTES_A_SECOND.get(format.name)
    size = rate * seconds if rate else BYTES_A_CHARACTER[format.name] * characters
    return Estimate(last - first + 1 if turns else 0, None if format.needs is Needs.TEXT else seconds, round(size))


def check_turns(document: Document, first: int, last: int) -> None:
    """Raise UsageError where the document has no such turns, or the last is before the first."""
    turns = len(document.turns)
    if turns and not (1 <= first <= turns and 1 <= last <= turns):
        raise UsageError(f"{document.name} has turns 1 to {turns}.")
    if last < first and turns:
        raise UsageError(f"The last turn, {last}, is before the first, {first}.")


def bytes_in_words(size: int) -> str:
    """A size to two figures: "840 bytes", "12 kB", "3.6 MB"."""
    for unit, name in ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")):
        if size >= unit:
            number = size / unit
            return f"{number:.1f} {name}" if number < 10 else f"{number:.0f} {name}"
    return f"{size} bytes"
