"""The loop of reading aloud without a screen: it takes what the player, the desktop, a person and the system send."""

from __future__ import annotations

import signal
from queue import Empty
from typing import TYPE_CHECKING, Any

from tui_reader.desktop.requests import adjust, command_for
from tui_reader.errors import ReaderError
from tui_reader.faces.play.turn_printer import TurnPrinter
from tui_reader.playback.asked import Asked, Wish
from tui_reader.playback.events import Began, Event, Finished, Silenced, StreamEnded, Trouble, Unplugged
from tui_reader.reading.reading_commands import READING_COMMANDS
from tui_reader.startup.session import Session
from tui_reader.terminal.keyboard import HANG_UP, Inbox, Keyboard, TypedLine
from tui_reader.terminal.output import complain, print_lines, print_messages

if TYPE_CHECKING:
    from tui_reader.faces.play.line_commands import LineCommands

LONGEST_WAIT = 2.0
"""Seconds between checks that it still plays; on Windows also between checks for Ctrl+C."""


class PlayFace:
    """Reads one document aloud."""

    def __init__(self, session: Session, inbox: Inbox, keyboard: Keyboard | None, captions: bool) -> None:
        """`keyboard` puts typed lines and signals into the inbox; without it nobody types."""
        self._reading, self._settings, self._controls = session.reading, session.settings, session.controls
        self._inbox, self._keyboard = inbox, keyboard
        self._listens = keyboard is not None
        """Whether a typed line may still come."""
        self._streams = session.options.stream is not None
        print_names = print_messages if self._streams else print_lines
        self._printer = TurnPrinter(self._reading, self._settings.line_width, captions, print_names)
        self._held = False
        """Whether it is paused, or has stopped by itself, and can be told to go on."""
        self._lines: LineCommands | None = None

    def run(self) -> bool:
        """Read from here to the end; False where it was told to stop before.

        Raises ReaderError where nothing can be read aloud, or the last engine was lost; OSError where the stream can
        take no more; KeyboardInterrupt and SystemExit for the signals that the keyboard takes.
        """
        self._reading.player.start()  # its threads open engine and device while the text is prepared
        if not self._listens:
            self._reading.stops.waits = False  # nobody could say that a turn of theirs is over
        nothing = self._reading.playback.play_or_pause()
        if nothing:
            raise ReaderError(nothing)
        if not self._streams:  # what is heard elsewhere is not this desktop's
            self._controls.start()
        self._wait_for_person()
        ended: bool | None = None
        while ended is None:
            item = self._next()
            if isinstance(item, TypedLine):
                ended = self._answer(item.text)
            elif isinstance(item, signal.Signals):
                self._signal(item)
            elif item == HANG_UP:
                self._listens = False
            else:
                ended = self._heard(item)
            if ended is None and self._held and not self._can_go_on:
                print_messages([self._commands.stopped()])
                ended = False
            self._controls.update()
        return ended

    @property
    def _can_go_on(self) -> bool:
        """Whether anybody can say that it is to go on."""
        return self._listens or self._controls.started

    @property
    def _commands(self) -> LineCommands:
        if self._lines is None:
            from tui_reader.faces.play.line_commands import LineCommands

            self._lines = LineCommands(self._reading, self._settings)
        return self._lines

    def _next(self) -> Any:
        """The next of what comes. Raises ReaderError where nothing plays and nothing can."""
        while True:
            try:
                return self._inbox.get(timeout=LONGEST_WAIT)
            except Empty:
                if not (self._reading.playback.playing or self._held):
                    raise ReaderError("Reading aloud stopped: no engine is left.") from None

    # What a person types, and signals

    def _answer(self, line: str) -> bool | None:
        """Do what a line asks for, and print what there is to say of it. False to end."""
        if self._commands.is_quit(line):
            self._reading.playback.stop()
            print_messages([self._commands.stopped()])
            return False
        playback = self._reading.playback
        waited = playback.waiting
        try:
            print_messages(self._commands.do(line))
        except ReaderError as error:
            complain(error)
        self._held = not playback.playing
        self._wait_for_person()
        return self._finished() if waited and playback.saying is None else None

    def _wait_for_person(self) -> None:
        """Where it waits at a turn of the person, print that and be ready to be told to go on."""
        if self._reading.playback.waiting:
            self._printer.print_own_turn()
            self._held = True

    def _signal(self, number: signal.Signals) -> None:
        """End as a signal asks, or stop until the program is in the foreground again."""
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        if self._keyboard and number.name == "SIGTSTP":
            self._keyboard.suspend()
        elif number.name != "SIGCONT":
            raise SystemExit(128 + number)

    # What the player and the desktop send

    def _heard(self, event: Event) -> bool | None:
        """Take an event; True at the end of the document, False to end before."""
        if isinstance(event, StreamEnded):
            raise event.error
        if isinstance(event, Asked):
            if event.wish is Wish.STOP:
                return False
            self._do(event)
        current = self._reading.playback.handle(event)
        if isinstance(event, Trouble):
            complain(event.line)
        if isinstance(event, Silenced | Unplugged):
            self._take_interruption()
        if current and isinstance(event, Began):
            self._printer.print_turn(event.utterance)
        elif current and isinstance(event, Finished):
            return self._finished()
        return None

    def _take_interruption(self) -> None:
        """Something else has paused it. Raises ReaderError where nobody can say that it is to go on."""
        if not self._can_go_on:
            raise ReaderError("Reading aloud stopped; the same command goes on from there.")
        self._held = True

    def _do(self, asked: Asked) -> None:
        """Do what the desktop asks."""
        id = command_for(asked, self._reading.playback.playing)
        if id:
            READING_COMMANDS[id](self._reading)
        else:
            adjust(self._reading, asked)
        self._held = not self._reading.playback.playing

    def _finished(self) -> bool | None:
        """All was read that was to be read: True at the end, False for the sleep timer, None after a step."""
        if self._reading.playback.waiting:
            self._wait_for_person()
            return None
        if self._reading.playback.up_next is None:
            self._printer.print_report()
            return True
        if notice := self._reading.stops.take_notice():
            print_messages([f"{notice} {self._commands.stopped()}"])
            return False
        self._held = True
        return None
