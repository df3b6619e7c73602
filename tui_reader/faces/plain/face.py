"""The loop of the plain face: it answers each key, typed line and signal, and tells what the player says meanwhile."""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Mapping
from queue import Empty
from typing import TYPE_CHECKING, Any

from tui_reader.cleaning import one_line
from tui_reader.errors import ReaderError
from tui_reader.faces.plain.parts import PlainParts
from tui_reader.faces.plain.place_words import help_hint
from tui_reader.library import LibraryError
from tui_reader.startup.session import Session
from tui_reader.terminal.commands import Command, CommandId
from tui_reader.terminal.keyboard import HANG_UP, Inbox, Keyboard, Pasted, TypedLine
from tui_reader.terminal.keys import key_said

if TYPE_CHECKING:
    from tui_reader.faces.plain.plain_commands import Ending
    from tui_reader.playback.events import Event

MOVES: Mapping[str, tuple[CommandId, str]] = {
    "down": ("next_page", ""), "up": ("previous_page", ""), "pagedown": ("next_page", ""),
    "pageup": ("previous_page", ""), "home": ("go_to", "start"), "end": ("last_turn", ""), "tab": ("notes", ""),
}  # fmt: skip
"""What keys do that move in lists and texts everywhere: a command, and what is typed with it."""
STEPS: Mapping[str, int] = {"down": 1, "up": -1}
"""Keys that first go through the rows of the message, on or back, where the cursor is left at its start."""


class PlainFace:
    """Takes what comes in, one after the other, and has it done."""

    def __init__(
        self, session: Session, inbox: Inbox, keyboard: Keyboard, ascii: bool = False, changed: bool = False
    ) -> None:
        """With `ascii` nothing else is printed. `changed`: whether the person comes from another face."""
        self._parts = PlainParts(session, inbox, ascii)
        self._inbox, self._keyboard, self._changed = inbox, keyboard, changed
        self._controls = session.controls
        self._figures = ""
        """The figures that were typed of a turn's number."""
        self._by_lines = session.settings.typing == "line"
        self._lines: deque[str | TypedLine] = deque()
        """Lines that were typed during a search, and HANG_UP where they ended."""

    def run(self, first: tuple[str, ...] = ()) -> Ending:
        """Say the opening and answer each key, until the person leaves, changes the face, or a signal ends it."""
        self._parts.opening.begin(first, self._changed)

        self._controls.start()
        self._parts.reading.place.keep()
        self._parts.reading.library.cache.keep_soon()
        while True:
            self._show_desktop()
            item = self._next()
            ending: Ending | None = None
            if isinstance(item, str | TypedLine | Pasted):
                if item == HANG_UP:
                    return self._hung_up()
                ending = self._answer(item)
                if ending is not None:
                    self._parts.writing.leave(cut=False)
            elif isinstance(item, signal.Signals):
                ending = self._signal(item)
                if ending is not None:
                    self._parts.writing.leave()
            else:
                self._heard(item)
            if ending is not None:
                return ending

    def close(self) -> None:
        """Fall silent."""
        self._parts.sounds.close()

    def _next(self) -> Any:
        """The next key, line, signal or event.

        While it searches, keys and signals come at once, and typed lines when it is over. While it reads on in print,
        the pages that fall due meanwhile are shown.
        """
        continuous, telling, search = self._parts.continuous, self._parts.telling, self._parts.search
        while search.busy:
            try:
                item = self._inbox.get_nowait()
            except Empty:
                search.go_on()
                continue
            if not (self._by_lines and isinstance(item, str | TypedLine)):
                return item
            self._lines.append(item)
        if self._lines:
            return self._lines.popleft()
        while continuous.in_print:
            try:
                return self._inbox.get(timeout=telling.left)
            except Empty:
                continuous.turn_page()
                self._show_desktop()
        return self._inbox.get()

    def _show_desktop(self) -> None:
        continuous = self._parts.continuous
        self._controls.update(continuous.active, continuous.paused)

    def _heard(self, event: Event) -> None:
        """Take an event of the player; their module is imported with it, when sound is wanted."""
        from tui_reader.playback.asked import Asked

        if isinstance(event, Asked):
            from tui_reader.faces.plain.desktop_requests import do_asked

            do_asked(self._parts, event)
            return
        from tui_reader.playback.events import Finished, Silenced, Trouble, Unplugged

        continuous = self._parts.continuous
        changed = self._parts.reading.playback.handle(event)
        if isinstance(event, Trouble):
            self._parts.writing.say(event.line)
        reading = self._parts.reading
        begun = changed and reading.rehearsing and not reading.playback.waiting
        if begun and (notice := reading.rehearsal.take_notice()):
            self._parts.writing.say(self._parts.telling.own_turn(notice))
        if isinstance(event, Silenced | Unplugged):
            continuous.active = False
        elif changed and isinstance(event, Finished) and continuous.active:
            continuous.stopped_by_itself()

    def _signal(self, number: signal.Signals) -> int | None:
        """Do what a signal asks for; the exit status, or None to go on."""
        if sys.platform != "win32":
            if number == signal.SIGTSTP:
                self._parts.continuous.stop()
                self._parts.writing.leave()
                self._keyboard.suspend()
                self._parts.telling.print_page()
                return None
            if number == signal.SIGCONT:
                self._keyboard.resume()
                return None
        return 128 + number

    def _hung_up(self) -> int:
        """The terminal is gone, or the typed lines have come to their end."""
        if not self._by_lines:
            return 128 + signal.SIGHUP if sys.platform != "win32" else 1
        from tui_reader.faces.plain.plain_commands import quit

        self._parts.continuous.stop()
        return quit(self._parts)

    # Keys and lines

    def _answer(self, item: str | TypedLine | Pasted) -> Ending | None:
        """Answer a key or a typed line; something to end this face."""
        try:
            if isinstance(item, Pasted):
                return self._take_pasted(item)
            return self._take_key(item) if isinstance(item, str) else self._take_line(item.text)
        except LibraryError as error:
            self._parts.writing.say(str(error))
            return None
        except ReaderError as error:  # a voice's file, found to be broken when sound is first wanted
            self._parts.telling.voice = self._parts.continuous.active = False
            self._parts.writing.say(str(error))
            return None

    def _take_key(self, key: str) -> Ending | None:
        from tui_reader.faces.plain.plain_commands import do

        parts = self._parts
        if key == "enter" and parts.writing.rest and not self._figures:
            parts.writing.more()
            return None
        if parts.questions.answered(key):
            return None
        command = parts.commands.get(key)
        if not command and key in MOVES:
            if key in STEPS and not self._figures and parts.continuous.step(STEPS[key]):
                return None
            id, typed = MOVES[key]
            self._figures = ""
            return do(parts, self._command(id), typed)
        if not command:
            self._take_figure(key)
            return None
        figures, self._figures = self._figures, ""
        if key == "question_mark" and command.id == "help" and key != command.keys[0]:
            parts.continuous.stop()
            parts.prompts.describe()
            return None
        if figures and key == "enter":
            command = self._command("go_to")
        return do(parts, command, figures if command.takes_number else "")

    def _take_figure(self, key: str) -> None:
        """Take a figure of a number that is being typed; a key that is neither figure nor command is told."""
        self._parts.continuous.stop()
        if key.isascii() and key.isdigit() and (self._figures or key != "0"):
            self._figures += key
            if not self._by_lines:
                self._parts.writing.say(self._figures)
            return
        self._figures = ""
        self._unknown(f"key {key_said(key)}" if key != "unknown" else "key")

    def _take_pasted(self, pasted: Pasted) -> Ending | None:
        """Type pasted text into the open question; it is never taken for commands."""
        words = pasted.text.rstrip("\r\n")
        if self._parts.questions.pasted(" ".join(one_line(words.replace("\r", "\n")).split())):
            is_typed = not pasted.is_certain and words != pasted.text and not set("\r\n") & set(words)
            return self._take_key("enter") if is_typed else None
        self._parts.continuous.stop()
        key = self._parts.keys.key("search")
        self._parts.writing.say(f"Pasted text is no command. {key} asks for words, then paste.")
        return None

    def _take_line(self, line: str) -> Ending | None:
        parts = self._parts
        if parts.writing.rest and not line.strip():
            parts.writing.more()
            return None
        if parts.questions.answered_line(line):
            return None
        if line.strip() == "?":
            return self._take_key("question_mark")
        from tui_reader.faces.plain.typed_line import meant

        found = meant(line, parts.commands)
        if found:
            from tui_reader.faces.plain.plain_commands import do

            return do(parts, *found)
        parts.continuous.stop()
        self._unknown(f"command {line.strip()}")
        return None

    def _unknown(self, what: str) -> None:
        self._parts.writing.say(f"Unknown {what}. {help_hint(self._parts.keys)}")

    def _command(self, id: CommandId) -> Command:
        return next(command for command in self._parts.keys.commands if command.id == id)
