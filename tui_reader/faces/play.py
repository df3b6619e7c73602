"""Reads a document aloud without a screen: prints who speaks at each turn, and with captions the words too."""

from __future__ import annotations

import shutil
from pathlib import Path
from queue import Empty, SimpleQueue

from tui_reader.desktop.desktop_controls import DesktopControls
from tui_reader.desktop.requests import adjust, command_for
from tui_reader.document.model import Position
from tui_reader.errors import ReaderError
from tui_reader.faces.printing import wrapped
from tui_reader.narration.utterance import Utterance
from tui_reader.playback.asked import Asked, Wish
from tui_reader.playback.events import Began, Event, Finished, Silenced, Trouble, Unplugged
from tui_reader.reading import Reading
from tui_reader.reading.reading_commands import READING_COMMANDS
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.session import Session, open_session
from tui_reader.terminal.output import complain, print_lines
from tui_reader.terminal.signals import orderly_ending

LONGEST_WAIT = 2.0
"""Seconds between checks that it still plays; on Windows also between checks for Ctrl+C."""


def run(path: Path | None, options: ReadingOptions, captions: bool = False) -> int:
    """Read from the stored place, or from where the options say, to the end; returns the exit status.

    Raises as `open_session`, and KeyboardInterrupt for Ctrl+C, with the place stored.
    """
    inbox: SimpleQueue[Event] = SimpleQueue()
    with orderly_ending():
        session = open_session(path, options, inbox.put)
        try:
            for line in (*session.notices, *session.reading.document.warnings):
                complain(line)
            reading = session.reading
            if _read_aloud(session, inbox, _TurnPrinter(reading, session.settings.width, captions)):
                reading.place.go(Position(0, 0))  # read to the end: the next time it starts at the beginning
        finally:
            session.close()
    return 0


def _read_aloud(session: Session, inbox: SimpleQueue[Event], printer: _TurnPrinter) -> bool:
    """Read from here to the end; False where the desktop's controls have stopped it before.

    Raises ReaderError where nothing can be read aloud, or the last engine was lost.
    """
    reading, controls = session.reading, session.controls
    nothing = reading.playback.play_or_pause()
    if nothing:
        raise ReaderError(nothing)
    controls.start()
    held = False
    while True:
        try:
            event = inbox.get(timeout=LONGEST_WAIT)
        except Empty:
            if reading.playback.playing or held:
                continue
            raise ReaderError("Reading aloud stopped: no engine is left.") from None
        if isinstance(event, Asked):
            if event.wish is Wish.STOP:
                return False
            _do(reading, event)
            held = not reading.playback.playing
        current = reading.playback.handle(event)
        if isinstance(event, Trouble):
            complain(event.line)
        held = held or _is_held(event, controls)
        if current and isinstance(event, Began):
            printer.print_turn(event.utterance)
        elif current and isinstance(event, Finished):
            return True
        controls.update()


def _is_held(event: Event, controls: DesktopControls) -> bool:
    """Whether an event has paused it, and the desktop's controls can go on. Raises ReaderError where nothing can."""
    if not isinstance(event, Silenced | Unplugged):
        return False
    if not controls.started:
        raise ReaderError("Reading aloud stopped; the same command goes on from there.")
    return True


def _do(reading: Reading, asked: Asked) -> None:
    """Do what the desktop asks."""
    id = command_for(asked, reading.playback.playing)
    if id:
        READING_COMMANDS[id](reading)
    else:
        adjust(reading, asked)


class _TurnPrinter:
    """Prints who speaks, and with captions what, when it starts to be heard."""

    def __init__(self, reading: Reading, width: int, captions: bool) -> None:
        self._names = reading.document.short_names
        self._width, self._captions = width, captions
        self._last: tuple[int, str] | None = None

    def print_turn(self, utterance: Utterance) -> None:
        """Print the name where the turn or the voice changes, and the words with captions."""
        name = self._names.get(utterance.voice, utterance.voice)
        new = self._last != (utterance.page, utterance.voice)
        self._last = (utterance.page, utterance.voice)
        line = ""
        if self._captions:
            line = f"{name}: {utterance.shown}" if new else utterance.shown
        elif new:
            line = name
        if line:
            columns = shutil.get_terminal_size().columns
            print_lines(wrapped(line, min(columns, self._width) - 1).split("\n"))
