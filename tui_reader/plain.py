"""The plain face: append-only lines and single keys, as screen readers and braille displays need them.

Each message begins with a line feed, so that the cursor is left on its text (`spoken_lines`); nothing is written
without a key but a page turned by reading on, an error, and the end. No escape sequence, no cursor addressing. The
same words for the same thing.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from tui_reader.commands import COMMANDS, Command, key_name
from tui_reader.document.model import Page
from tui_reader.errors import ReaderError
from tui_reader.keyboard import HANG_UP, Inbox, Keyboard, character_of, open_keyboard
from tui_reader.opening import Options
from tui_reader.printing import note_text, page_text, passage_text, wrapped
from tui_reader.reading.progress import CHARACTERS_A_SECOND, NO_NOTES, count
from tui_reader.script.utterance import Pause
from tui_reader.session import Session, open_session
from tui_reader.spoken_lines import SpokenLines

if TYPE_CHECKING:
    from tui_reader.speech.events import Event

FACE = "plain"
SMALLER = ("sentence", "word", "paragraph", "part")
"""What a step goes over other than pages: the end of its command's id."""
HELP_LINES = 20
"""The most that is told at once."""
AT_THE_END = "q to quit, p for the last turn."
CHANGE = "Change: "
SEARCH = "Search: "


def run(path: Path | None, options: Options, speak: bool = False, first: tuple[str, ...] = ()) -> int:
    """Open the document and read it until the person leaves; gives the exit status.

    `speak`: own voice on from the start. `first`: lines that are said before all others. Raises as `open_session`, and
    UsageError where there is no keyboard.
    """
    inbox: Inbox = SimpleQueue()
    keyboard = open_keyboard(inbox)
    session = open_session(path, options, inbox.put, voices=False, live=True)
    try:
        with keyboard:
            return PlainFace(session, inbox, keyboard, speak).run(first)
    finally:
        session.close()


class PlainFace:
    """What is asked and answered, key by key."""

    def __init__(self, session: Session, inbox: Inbox, keyboard: Keyboard, voice: bool) -> None:
        """`voice`: whether turns are said by the reader's own voice, and not printed."""
        self._session, self._reading = session, session.reading
        self._inbox, self._keyboard, self._voice = inbox, keyboard, voice
        self._width = session.settings.width
        self._typed = ""
        """The figures of a turn's number."""
        self._answer: Callable[[str], bool] | None = None
        """What the next key answers; False where it does not, and is a command."""
        self._reading_on = False
        self._due = 0.0
        """When the page shown will have been read, by the monotonic clock."""
        self._lines = SpokenLines()
        self._commands = {key: command for command in COMMANDS if FACE in command.faces for key in command.keys}
        self._own: dict[str, Callable[[], None]] = {
            "play_or_pause": self._read_on, "sound": self._own_voice, "notes": self._notes, "people": self._people,
            "aside": self._aside, "go_to": self._go_to, "help": self._help, "back": self._back,
            "search": self._search, "to_bookmark": self._to_bookmark,
        }  # fmt: skip

    def run(self, first: tuple[str, ...] = ()) -> int:
        """Say the opening and answer each key, until the person leaves or a signal ends it."""
        self._open(first)
        while True:
            item = self._next()
            if isinstance(item, str):
                if item == HANG_UP:
                    return 128 + signal.SIGHUP if sys.platform != "win32" else 1
                try:
                    ends = self._press(item)
                except ReaderError as error:  # a voice's file, found to be broken when sound is first wanted
                    self._voice = self._reading_on = ends = False
                    self._say(str(error))
                if ends:
                    self._write("\n")
                    return 0
            elif isinstance(item, signal.Signals):
                status = self._signal(item)
                if status:
                    self._write("\n")
                    return status
            else:
                self._heard(item)

    def _heard(self, event: Event) -> None:
        """Take in what the player says; its events are imported with it, when sound is wanted."""
        from tui_reader.speech.events import Finished, Silenced, Trouble

        changed = self._reading.handle(event)
        if isinstance(event, Trouble):
            self._say(event.line)
        elif isinstance(event, Silenced):
            self._reading_on = False
        elif changed and isinstance(event, Finished) and self._reading_on:
            self._stopped_by_itself()

    def _next(self) -> Any:
        """The next key, signal or event; while it reads on in print, the pages that fall due meanwhile are shown."""
        while self._reading_on and not self._voice:
            try:
                return self._inbox.get(timeout=max(0.0, self._due - time.monotonic()))
            except Empty:
                self._turn_page()
        return self._inbox.get()

    def _turn_page(self) -> None:
        """The time of the page shown is over: show the next, or stop where that was asked for."""
        if self._reading.stops_behind_page():
            self._stopped_by_itself()
        elif self._reading.next_page() is None:
            self._show_page()
        else:
            self._end()

    def _signal(self, number: signal.Signals) -> int:
        """Do what a signal asks for; the status to end with, or 0."""
        if sys.platform != "win32":
            if number == signal.SIGTSTP:
                self._fall_silent()
                self._write("\n")
                self._lines = SpokenLines()
                self._keyboard.suspend()
                self._print_page()
                return 0
            if number == signal.SIGCONT:
                self._keyboard.resume()
                return 0
        return 128 + number

    # Keys

    def _press(self, key: str) -> bool:
        """Do what a key asks for. True where it ends the reading."""
        answer, self._answer = self._answer, None
        if answer and answer(key):
            return False
        command = self._commands.get(key)
        if not command:
            self._fall_silent()
            if key.isascii() and key.isdigit() and (self._typed or key != "0"):
                self._typed += key
            else:
                self._typed = ""
                named = f" {key_name(key)}" if key != "unknown" else ""
                self._say(f"Unknown key{named}. h for help.")
            return False
        if command.id == "quit":
            self._quit()
            return True
        if command.id == "help" and key == "question_mark":
            self._fall_silent()
            self._ask("Press a key to be told what it does.", self._describe)
        elif self._typed and key == "enter":
            self._go_to()
        elif command.id in self._own:
            self._own[command.id]()
        else:
            self._do(command)
        self._typed = ""
        return False

    def _do(self, command: Command) -> None:
        """A command that the reading does, and what it has to say."""
        self._fall_silent()
        line = getattr(self._reading, command.id)()
        if line:
            self._say(f"{line} {AT_THE_END}" if line.startswith("End of document.") else line)
        elif (piece := command.id.rpartition("_")[2]) in SMALLER:
            self._show_piece(piece)
        else:
            self._show_page()

    def _read_on(self) -> None:
        """Space: read on from here, or stop."""
        if self._reading_on:
            self._fall_silent(pause=True)
            self._say(f"Stopped at {self._place()}.")
            return
        if self._voice:
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
            self._say(f"{self._reading.notice} Stopped at {self._place()}.")
            self._reading.notice = ""
        elif self._voice and self._reading.up_next is None:
            self._end()
        self._reading_on = False

    def _end(self) -> None:
        self._reading_on = False
        self._say(f"End of document. {count(len(self._reading.document.turns), 'turn')}. {AT_THE_END}")

    def _own_voice(self) -> None:
        self._fall_silent()
        self._voice = not self._voice
        if self._voice:
            self._reading.start_sound()
        self._say("Own voice on." if self._voice else "Own voice off. Your screen reader reads.")

    def _notes(self) -> None:
        self._fall_silent()
        notes = self._reading.notes_of(self._reading.page)
        lines = [note_text(note.mark, note.text) for note in notes]
        self._say("\n".join(lines) or NO_NOTES)

    def _aside(self) -> None:
        if self._voice:
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

    def _people(self) -> None:
        """List who speaks; a number goes to the next turn of one, c changes who is who."""
        from tui_reader.plain_people import list_labels, list_people, people

        self._fall_silent()
        found = people(self._reading)

        def chosen(key: str, before: str = "") -> bool:
            if key == "c" and not before:
                self._ask_line(list_labels(self._reading), CHANGE, self._change_people)
                return True
            figures = before if key == "enter" else before + key
            if not (figures.isascii() and figures.isdecimal() and 0 < int(figures) <= len(found)):
                return False
            if key != "enter" and 10 * int(figures) <= len(found):  # it may have another figure
                self._answer = partial(chosen, before=figures)
                return True
            line = self._reading.next_turn_of(found[int(figures) - 1].id)
            if line:
                self._say(line)
            else:
                self._show_page()
            return True

        self._ask(list_people(self._reading), chosen)

    def _change_people(self, typed: str) -> None:
        from tui_reader.plain_people import change

        self._ask_line(change(self._reading, typed), CHANGE, self._change_people)

    def _go_to(self) -> None:
        self._fall_silent()
        if not self._typed:
            self._say("Type the number of a turn before g: 12 g.")
            return
        line = self._reading.go_to(int(self._typed[:9]))
        if line:
            self._say(line)
        else:
            self._show_page()

    def _search(self) -> None:
        self._fall_silent()
        found = self._reading.search
        self._ask_line("Type words to find, then Enter.", SEARCH, lambda typed: self._say(found(typed)))

    def _to_bookmark(self) -> None:
        self._fall_silent()
        self._say(self._reading.to_bookmark(int(self._typed[:9]) if self._typed else None))

    def _help(self) -> None:
        from tui_reader.plain_words import help_lines

        self._fall_silent()
        self._tell_more(help_lines(self._commands.values()))

    def _tell_more(self, lines: list[str]) -> None:
        """More than a screenful only when asked on."""
        if len(lines) <= HELP_LINES:
            self._say("\n".join(lines))
            return

        def more(key: str) -> bool:
            if key != "h":
                return False
            self._tell_more(lines[HELP_LINES - 1 :])
            return True

        self._ask("\n".join([*lines[: HELP_LINES - 1], "h: More keys."]), more)

    def _describe(self, key: str) -> bool:
        from tui_reader.plain_words import described

        self._say(described(key, self._commands.get(key)))
        return True

    def _back(self) -> None:
        """Escape: leave what was asked for, or stop reading on."""
        was_reading = self._reading_on
        self._fall_silent()
        self._say(f"{'Stopped' if was_reading else 'Back'} at {self._place()}.")

    def _quit(self) -> None:
        self._fall_silent()
        self._reading.keep()
        self._say(f"Stopped at {self._place()}. {self._session.library.trouble or 'Kept.'}")

    def _ask(self, line: str, answer: Callable[[str], bool], question: str = "") -> None:
        self._say(line, question)
        self._answer = answer

    def _ask_line(self, line: str, question: str, answer: Callable[[str], None]) -> None:
        """Ask for a line, whose characters are echoed as they are typed; Backspace says what is left, Escape leaves."""

        def typed(key: str, before: str = "") -> bool:
            if key == "escape":
                return False
            if key == "enter":
                answer(before)
                return True
            if key == "backspace":
                before = before[:-1]
                self._write(f"\n{question}{before}")
            elif (character := character_of(key)) is not None:
                before += character
                self._write(character)
            self._answer = partial(typed, before=before)
            return True

        self._ask(line, typed, question)

    # What is said

    def _open(self, first: tuple[str, ...]) -> None:
        document = self._reading.document
        title = passage_text(document.title) if document.title else document.name
        lines = [*first, *self._session.notices, *document.warnings]
        if self._reading.came_back:
            told = f"Back at {self._place(whole=True)}."
        else:
            speakers = {turn.speaker for turn in document.turns}
            counts = ((len(document.turns), "turn"), (len(speakers), "speaker"), (len(document.notes), "note"))
            counted = ", ".join(count(number, thing) for number, thing in counts if number)
            told = f"{counted}. h for help." if counted else "h for help."
        lines.append(f"{title.rstrip('.')}. {told}")
        if not self._reading.came_back:
            self._reading.repeat()  # The title is said here, and not again by reading on.
        if self._voice:
            self._say("\n".join(lines))
            self._show_page()
            return
        self._say("\n".join([*lines, self._page_told()]))

    def _place(self, whole: bool = False) -> str:
        """Where one is, in words."""
        page = self._reading.page
        if page is None:
            return "the end"
        if page.turn:
            of = f" of {len(self._reading.document.turns)}" if whole else ""
            return f"turn {page.turn.number}{of}"
        return self._reading.name_of(page)

    def _page_told(self) -> str:
        page = self._reading.page
        self._due = time.monotonic() + (self._seconds(page) if page else 0)
        return page_text(page, self._reading.document.short_names) if page else "The document has no text."

    def _print_page(self) -> None:
        self._say(self._page_told())

    def _show_page(self) -> None:
        """The page one is on, said or printed, never both."""
        if self._voice:
            self._reading.say_page()
        else:
            self._print_page()

    def _show_piece(self, name: str) -> None:
        """What a step has gone to, less than a page: said or printed, never both."""
        if self._voice and name != "part":
            getattr(self._reading, f"say_{name}")()
            return
        from tui_reader.plain_words import PIECES

        text = None if self._voice else PIECES[name](self._reading)
        if text is None:
            self._show_page()
        else:
            self._say(text)

    def _seconds(self, page: Page) -> float:
        """How long the page takes to say at the speed set, the pause behind it included."""
        pause = self._session.settings.pauses.get(Pause.CHANGE, 0) / 1000
        return (len(page.text) / CHARACTERS_A_SECOND + pause) / self._reading.aloud.speed

    def _say(self, text: str, question: str = "") -> None:
        """One message; the cursor is left on its last line.

        A `question` stands on a line of its own, and what is typed behind it.
        """
        try:
            columns, rows = os.get_terminal_size(1)
        except OSError:
            columns, rows = 80, 24
        lines = wrapped(text, min(columns or 80, self._width) - 1)
        lines += f"\n{question}" if question else ""
        for piece, seconds in self._lines.pieces(lines, rows or 24):
            self._write(piece)
            if seconds:
                time.sleep(seconds)

    def _write(self, text: str) -> None:
        data = text.encode(sys.stdout.encoding, sys.stdout.errors or "replace")
        while data:
            data = data[os.write(1, data) :]
