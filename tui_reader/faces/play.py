"""Reads aloud without a screen: prints who speaks as each turn begins, and with captions the words too."""

from __future__ import annotations

import shutil
from pathlib import Path
from queue import Empty, SimpleQueue

from tui_reader.document.model import Position
from tui_reader.errors import ReaderError
from tui_reader.faces.printing import wrapped
from tui_reader.narration.utterance import Utterance
from tui_reader.playback.events import Began, Event, Finished, Trouble
from tui_reader.reading import Reading
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.session import open_session
from tui_reader.terminal.output import complain
from tui_reader.terminal.signals import orderly_ending

LONGEST_WAIT = 2.0
"""Seconds until it is looked whether it still plays; on Windows also until Ctrl+C is seen."""


def run(path: Path | None, options: ReadingOptions, captions: bool = False) -> int:
    """Read from the place kept, or where the options say, to the end; gives the exit status. Raises as `open_session`.

    Ctrl+C passes on as KeyboardInterrupt, with the place kept.
    """
    inbox: SimpleQueue[Event] = SimpleQueue()
    with orderly_ending():
        session = open_session(path, options, inbox.put)
        try:
            for line in (*session.notices, *session.reading.document.warnings):
                complain(line)
            reading = session.reading
            _read_aloud(reading, inbox, _Teller(reading, session.settings.width, captions))
            reading.go(Position(0, 0))  # Read to its end: the next time it begins anew.
        finally:
            session.close()
    return 0


def _read_aloud(reading: Reading, inbox: SimpleQueue[Event], teller: _Teller) -> None:
    """From here to the end. Raises ReaderError where nothing is said, or no engine is left to say it."""
    nothing = reading.play_or_pause()
    if nothing:
        raise ReaderError(nothing)
    while True:
        try:
            event = inbox.get(timeout=LONGEST_WAIT)
        except Empty:
            if reading.playing:
                continue
            raise ReaderError("Reading aloud has ended.") from None
        current = reading.handle(event)
        if isinstance(event, Trouble):
            complain(event.line)
        elif current and isinstance(event, Began):
            teller.tell(event.utterance)
        elif current and isinstance(event, Finished):
            return


class _Teller:
    """Prints who speaks, and what, when it begins to be heard."""

    def __init__(self, reading: Reading, width: int, captions: bool) -> None:
        self._names = reading.document.short_names
        self._width, self._captions = width, captions
        self._last: tuple[int, str] | None = None

    def tell(self, utterance: Utterance) -> None:
        """Print the name where the turn or the voice is another, and the words if they are wanted."""
        name = self._names.get(utterance.voice, utterance.voice)
        new = self._last != (utterance.page, utterance.voice)
        self._last = (utterance.page, utterance.voice)
        told = ""
        if self._captions:
            told = f"{name}: {utterance.wording}" if new else utterance.wording
        elif new:
            told = name
        if told:
            columns = shutil.get_terminal_size().columns
            print(wrapped(told, min(columns, self._width) - 1), flush=True)
