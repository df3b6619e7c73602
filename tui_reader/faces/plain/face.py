"""What is asked and answered in the plain face, key by key, and what the player says meanwhile."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path
from queue import Empty
from typing import TYPE_CHECKING, Any

from tui_reader.document.model import Position
from tui_reader.errors import ReaderError
from tui_reader.faces.plain.place_words import at_the_end, changed, ended, help_hint, opened, place
from tui_reader.faces.plain.prompted_commands import PromptedCommands
from tui_reader.faces.plain.questions import Questions
from tui_reader.faces.plain.text_telling import TextTelling
from tui_reader.faces.plain.typed_line import NUMBERED, meant
from tui_reader.faces.plain.writing import Writing
from tui_reader.faces.printing import note_text
from tui_reader.reading.excerpts import sentence_at
from tui_reader.reading.progress import NO_NOTES
from tui_reader.settings import keep_setting
from tui_reader.startup.session import Session
from tui_reader.terminal.commands import Command
from tui_reader.terminal.keyboard import HANG_UP, Inbox, Keyboard, TypedLine
from tui_reader.terminal.keymap import keymap
from tui_reader.terminal.keys import key_said

if TYPE_CHECKING:
    from tui_reader.playback.events import Event

FACE = "plain"
SMALLER = ("sentence", "word", "paragraph")
"""What a step goes over other than pages: the end of its command's id."""
Ending = int | Session
"""The exit status, or the session that is handed over to the other face."""
SOUNDING = ("play_or_pause", "aside", "back")
"""Commands that look themselves what is being read on."""


class PlainFace:
    """What is asked and answered, key by key."""

    def __init__(
        self, session: Session, inbox: Inbox, keyboard: Keyboard, ascii: bool = False, changed: bool = False
    ) -> None:
        """`ascii`: only that is printed. `changed`: whether another face was left for this one."""
        self._session, self._reading, self._changed = session, session.reading, changed
        self._inbox, self._keyboard = inbox, keyboard
        settings = session.settings
        self._writing = Writing(settings.width, ascii, settings.cursor == "start", settings.typing == "line")
        self._telling = TextTelling(self._reading, settings, self._writing, session.speak)
        self._questions = Questions(self._writing, self._back)
        self._left_for_memo: Position | None = None
        """Where one was when a memo was asked for."""
        self._typed = ""
        """The figures of a turn's number."""
        self._ended = False
        """Whether the end was told last, from where the turn before is the last one."""
        self._reading_on = False
        self._keys = keymap(settings.keymap, settings.keys)
        self._commands = {key: command for command in self._keys.of(FACE) for key in command.keys}
        self._asking = PromptedCommands(self._reading, self._questions, self._telling, self._writing, self._commands)
        self._own: dict[str, Callable[[], None]] = {
            "play_or_pause": self._read_on, "sound": self._own_voice, "notes": self._notes, "aside": self._aside,
            "back": self._back, "verbosity": self._verbosity, "memo": self._memo, "library": self._library,
        }  # fmt: skip

    def run(self, first: tuple[str, ...] = ()) -> Ending:
        """Say the opening and answer each key, until the person leaves, changes the face, or a signal ends it."""
        self._open(first)
        while True:
            item = self._next()
            if isinstance(item, str | TypedLine):
                if item == HANG_UP:
                    return self._hung_up()
                try:
                    ending = self._press(item) if isinstance(item, str) else self._take(item.text)
                except ReaderError as error:  # a voice's file, found to be broken when sound is first wanted
                    self._telling.voice = self._reading_on = False
                    self._say(str(error))
                    continue
                if ending is not None:
                    self._writing.leave(cut=False)
                    return ending
            elif isinstance(item, signal.Signals):
                status = self._signal(item)
                if status:
                    self._writing.leave()
                    return status
            else:
                self._heard(item)

    def _heard(self, event: Event) -> None:
        """Take in what the player says; its events are imported with it, when sound is wanted."""
        from tui_reader.playback.events import Finished, Silenced, Trouble

        changed = self._reading.handle(event)
        if isinstance(event, Trouble):
            self._say(event.line)
        elif isinstance(event, Silenced):
            self._reading_on = False
        elif changed and isinstance(event, Finished) and self._reading_on:
            self._stopped_by_itself()

    def _next(self) -> Any:
        """The next key, signal or event; while it reads on in print, the pages that fall due meanwhile are shown."""
        while self._reading_on and not self._telling.voice:
            try:
                return self._inbox.get(timeout=self._telling.left)
            except Empty:
                self._turn_page()
        return self._inbox.get()

    def _turn_page(self) -> None:
        """The time of the page shown is over: show the next, or stop where that was asked for."""
        if self._reading.stops_behind_page():
            self._stopped_by_itself()
        elif self._reading.next_page() is None:
            self._telling.page()
        else:
            self._end()

    def _signal(self, number: signal.Signals) -> int:
        """Do what a signal asks for; the status to end with, or 0."""
        if sys.platform != "win32":
            if number == signal.SIGTSTP:
                self._fall_silent()
                self._writing.leave()
                self._keyboard.suspend()
                self._telling.print_page()
                return 0
            if number == signal.SIGCONT:
                self._keyboard.resume()
                return 0
        return 128 + number

    # Keys and lines

    def _press(self, key: str) -> Ending | None:
        """Do what a key asks for. Something where it ends this face."""
        if self._questions.answered(key):
            return None
        command = self._commands.get(key)
        if not command:
            self._fall_silent()
            if key.isascii() and key.isdigit() and (self._typed or key != "0"):
                self._typed += key
            else:
                self._typed = ""
                named = f" {key_said(key)}" if key != "unknown" else ""
                self._say(f"Unknown key{named}. {help_hint(self._keys)}")
            return None
        figures, self._typed = self._typed, ""
        if key == "question_mark" and command.id == "help" and key != command.keys[0]:
            self._fall_silent()
            self._asking.describe()
            return None
        if figures and key == "enter":
            command = self._command("go_to")
        return self._act(command, figures if command.id in NUMBERED else "")

    def _take(self, line: str) -> Ending | None:
        """Do what a typed line asks for."""
        if self._questions.answered_line(line):
            return None
        if line.strip() == "?":
            return self._press("question_mark")
        found = meant(line, self._commands)
        if found:
            return self._act(*found)
        self._fall_silent()
        self._say(f"Unknown command {line.strip()}. {help_hint(self._keys)}")
        return None

    def _command(self, id: str) -> Command:
        return next(command for command in self._keys.commands if command.id == id)

    def _act(self, command: Command, typed: str) -> Ending | None:
        """Do a command with what was typed for it."""
        told, self._ended = self._ended, False
        if command.id not in SOUNDING:
            self._fall_silent()
        if told and command.id == "previous_page" and self._reading.page and self._reading.page.turn:
            command = self._command("repeat")
        if command.id == "quit":
            return self._quit()
        if command.id == "face":
            return self._change_face()
        if command.id in self._asking.does:
            self._asking.does[command.id](typed)
        elif command.id in self._own:
            self._own[command.id]()
        else:
            self._do(command)
        return None

    def _do(self, command: Command) -> None:
        """A command that the reading does, and what it has to say."""
        here, by_part = self._reading.position, command.id in ("next_part", "previous_part")
        line = getattr(self._reading, command.id)()
        if self._reading.position != here:
            self._left_for_memo = here if by_part else None
        self._ended = bool(line and line.startswith("End of document."))
        if line:
            self._say(f"{line} {at_the_end(self._keys)}" if self._ended else line)
        elif by_part:
            self._telling.line_or_page(None if self._telling.voice else self._memo_told())
        elif (piece := command.id.rpartition("_")[2]) in SMALLER:
            self._telling.piece(piece)
        else:
            self._telling.page()

    def _read_on(self) -> None:
        """Space: read on from here, or stop."""
        if self._reading_on:
            self._fall_silent(pause=True)
            self._say(f"Stopped at {place(self._reading)}.")
            return
        if self._telling.voice:
            if not self._reading.paused:
                self._reading.stop()
            line = self._reading.play_or_pause()
            if line:
                self._say(line)
                return
        self._reading_on = True

    def _fall_silent(self, pause: bool = False) -> None:
        """Any key stops the reading; with `pause` it goes on at the same sound."""
        self._reading_on = False
        if pause and self._reading.playing:
            self._reading.play_or_pause()
        elif not self._reading.paused:
            self._reading.stop()

    def _stopped_by_itself(self) -> None:
        """Reading aloud has come to the end, or stops where it was to stop."""
        if self._reading.notice:
            self._say(f"{self._reading.notice} Stopped at {place(self._reading)}.")
            self._reading.notice = ""
        elif self._telling.voice and self._reading.up_next is None:
            self._end()
        self._reading_on = False

    def _end(self) -> None:
        self._reading_on, self._ended = False, True
        self._say(ended(self._reading, self._keys))

    def _own_voice(self) -> None:
        if not self._session.options.sound:
            self._say("There is no sound, for --no-sound was given. Your screen reader reads.")
            return
        self._telling.voice = not self._telling.voice
        if self._telling.voice:
            self._reading.start_sound()
            if self._reading.aloud.muted:  # on the full screen, before that was left
                self._reading.sound()
        self._say("Own voice on." if self._telling.voice else "Own voice off. Your screen reader reads.")

    def _notes(self) -> None:
        notes = self._reading.notes_of(self._reading.page)
        lines = [note_text(note.mark, note.text) for note in notes]
        self._say("\n".join(lines) or NO_NOTES)

    def _aside(self) -> None:
        if self._telling.voice:
            line = self._reading.aside()
            if line:
                self._say(line)
            return
        self._fall_silent()
        reading, page = self._reading, self._reading.page
        notes = reading.notes_of(page)
        person = reading.who(page)
        who = ", ".join(filter(None, (reading.document.short_name(person.id), person.role))) if person else ""
        if notes:
            self._say(note_text(notes[0].mark, notes[0].text))
        else:
            self._say(f"{who.rstrip('.')}." if who else NO_NOTES)

    def _memo(self) -> None:
        """Tell the memo one is at, or go to the next and say what it is; Escape leaves it again."""
        reading, here = self._reading, self._reading.position
        if reading.at_memo:
            self._left_for_memo = self._left_for_memo or here
            self._telling.page()
            return
        missing = reading.next_memo()
        self._left_for_memo = None if missing else here
        self._say(missing or self._memo_told() or f"{place(reading)}.")

    def _memo_told(self) -> str | None:
        from tui_reader.faces.plain.plain_words import memo

        return memo(self._reading, self._keys)

    def _verbosity(self) -> None:
        """The next of brief, normal and full, kept for the next time."""
        level = self._telling.next_verbosity()
        try:
            keep_setting("verbosity", level.value)
        except ReaderError as error:
            self._say(f"{level.capitalize()}. {error}")
        else:
            self._say(f"{level.capitalize()}.")

    def _library(self) -> None:
        from tui_reader.faces.plain.library_lists import LibraryLists

        waiting = self._inbox.empty
        LibraryLists(self._reading, self._questions, self._say, self._take_up, lambda: not waiting()).ask()

    def _take_up(self, path: Path, start: str | None = None, words: str = "") -> None:
        """Read another document, where it was left or at a place; where it cannot be read, say why."""
        try:
            told = self._session.take_up(path, start, words)
        except ReaderError as error:
            self._say(str(error))
            return
        self._left_for_memo = None
        if words and (page := self._reading.page):
            said = sentence_at(page, self._reading.position.offset)
            self._say("\n".join([*told, opened(self._reading, self._keys), said]))
        else:
            self._arrive(told)

    def _back(self) -> None:
        """Escape: leave what was asked for, or stop reading on."""
        was_reading = self._reading_on
        self._fall_silent()
        before, self._left_for_memo = self._left_for_memo, None
        if before and self._reading.at_memo and not was_reading:
            if before == self._reading.position or self._reading.go_back():
                self._reading.previous_page()  # one came by reading on
            self._say("Left the memorandum.")
            return
        self._say(f"{'Stopped' if was_reading else 'Back'} at {place(self._reading)}.")

    def _hung_up(self) -> int:
        """The terminal has gone; or the lines have come to their end."""
        if self._session.settings.typing != "line":
            return 128 + signal.SIGHUP if sys.platform != "win32" else 1
        self._fall_silent()
        return self._quit()

    def _quit(self) -> int:
        self._reading.keep()
        self._say(f"Stopped at {place(self._reading)}. {self._session.library.trouble or 'Kept.'}")
        return 0

    def _change_face(self) -> Session:
        """Hand over to the full screen, with what was changed of this face meanwhile."""
        self._say("Full screen.")
        settings = self._session.settings._replace(verbosity=self._telling.verbosity)
        return self._session._replace(settings=settings, speak=self._telling.voice)

    # What is said

    def _open(self, first: tuple[str, ...]) -> None:
        if self._changed:
            self._begin([changed(self._reading)])
        else:
            self._arrive([*first, *self._session.notices, *self._reading.document.warnings])

    def _arrive(self, told: list[str]) -> None:
        """Say lines, which document is open, and where one is in it."""
        if not self._reading.came_back:
            self._reading.repeat()  # The title is said here, and not again by reading on.
        self._begin([*told, opened(self._reading, self._keys)])

    def _begin(self, lines: list[str]) -> None:
        """Say lines and the page."""
        if self._telling.voice:
            self._say("\n".join(lines))
            self._telling.page()
            return
        self._say("\n".join([*lines, self._telling.page_told()]))

    def _say(self, text: str) -> None:
        self._writing.say(text)
