"""The parts of the plain face, put together for one session. Knows no loop and no dispatch of keys."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui_reader.faces.plain.document_opening import DocumentOpening
from tui_reader.faces.plain.kind_sounds import KindSounds
from tui_reader.faces.plain.place_words import place
from tui_reader.faces.plain.text_telling import TextTelling
from tui_reader.faces.plain.writing import Writing
from tui_reader.settings.values import Settings, Value
from tui_reader.startup.screen_reader_detection import on_accessibility_bus
from tui_reader.startup.session import Session
from tui_reader.terminal.commands import PLAIN
from tui_reader.terminal.keyboard import Inbox
from tui_reader.terminal.keymap import keymap

if TYPE_CHECKING:
    from tui_reader.faces.plain.continuous_reading import ContinuousReading
    from tui_reader.faces.plain.copying import Copying
    from tui_reader.faces.plain.memo_visit import MemoVisit
    from tui_reader.faces.plain.note_steps import NoteSteps
    from tui_reader.faces.plain.numbered_list import NumberedList
    from tui_reader.faces.plain.plain_search import PlainSearch
    from tui_reader.faces.plain.prompted_commands import PromptedCommands
    from tui_reader.faces.plain.questions import Questions


class PlainParts:
    """What the commands of the plain face work with."""

    def __init__(self, session: Session, inbox: Inbox, ascii: bool) -> None:
        """`inbox` has the keys that are not answered yet; with `ascii` nothing else is printed."""
        settings = session.settings
        self.session, self.reading, self.inbox = session, session.reading, inbox
        self.keys = keymap(settings.keymap, settings.keys)
        self.commands = {key: command for command in self.keys.of(PLAIN) for key in command.keys}
        """The commands of this face, by each of their keys."""
        self.writing = Writing(
            settings.line_width,
            lambda: inbox.waiting,
            ascii,
            settings.cursor == "start",
            settings.typing == "line",
            feeds_first=on_accessibility_bus(),
        )
        self.sounds = KindSounds(session.options.sound, self._tell_later)
        """Short sounds beside what is printed."""
        self.telling = TextTelling(self.reading, settings, self.writing, session.speak, self.sounds)
        self.opening = DocumentOpening(
            session, self.telling, self.writing, self.keys, lambda: self.memos, lambda: bool(inbox.waiting)
        )
        self.settings_left: NumberedList | None = None
        """The list of settings as it was left."""

    def _tell_later(self, line: str) -> None:
        """Tell a line from another thread."""
        from tui_reader.playback.events import Trouble

        self.inbox.put(Trouble(line))

    # What the first page does not need

    @cached_property
    def notes(self) -> NoteSteps:
        """The notes of the page, one after the other."""
        from tui_reader.faces.plain.note_steps import NoteSteps

        return NoteSteps(self.reading)

    @cached_property
    def copying(self) -> Copying:
        """What is selected and copied."""
        from tui_reader.faces.plain.copying import Copying

        return Copying(self.reading, self.keys)

    @cached_property
    def questions(self) -> Questions:
        """What is asked, until it is answered."""
        from tui_reader.faces.plain.questions import Questions

        return Questions(self.writing, self.go_back)

    @cached_property
    def continuous(self) -> ContinuousReading:
        """Reading on."""
        from tui_reader.faces.plain.continuous_reading import ContinuousReading

        return ContinuousReading(self.reading, self.telling, self.writing, self.keys)

    @cached_property
    def memos(self) -> MemoVisit:
        """Visits to memos, and the way back."""
        from tui_reader.faces.plain.memo_visit import MemoVisit

        return MemoVisit(self.reading, self.telling, self.writing, self.keys)

    @cached_property
    def search(self) -> PlainSearch:
        """The search that is going on."""
        from tui_reader.faces.plain.plain_search import PlainSearch

        stopping = "" if self.session.settings.typing == "line" else self.keys.key("back")
        return PlainSearch(self.reading, self.writing, stopping)

    @cached_property
    def prompts(self) -> PromptedCommands:
        """Commands that need an answer."""
        from tui_reader.faces.plain.prompted_commands import PromptedCommands

        return PromptedCommands(
            self.reading,
            self.search,
            self.questions,
            self.telling,
            self.writing,
            self.commands,
            self.tell_everywhere,
            self.session.settings.typing == "line",
        )

    def tell_everywhere(self, id: str) -> None:
        """Tell of a speaker in all documents of the library."""
        from tui_reader.faces.plain.person_lists import PersonLists

        say, open = self.writing.say, self.opening.take_up
        PersonLists(self.reading, self.questions, say, open, lambda: bool(self.inbox.waiting)).of_speaker(id)

    @property
    def settings(self) -> Settings:
        """The settings in force: with speed, volume and verbosity as keys have changed them."""
        player, verbosity = self.reading.player, self.telling.verbosity.value
        return self.session.settings._replace(speed=player.speed, volume=player.volume, verbosity=verbosity)

    def take_setting(self, name: str, value: Value) -> None:
        """Change a setting, at once."""
        from tui_reader.settings.values import changed

        now = self.settings
        settings = changed(now, name, value)
        self.session = self.session._replace(settings=settings)
        self.reading.take_settings(now)  # a speed that is set is compared with the one in force
        self.reading.take_settings(settings)
        self.telling.take_settings(settings)
        self.writing.width = settings.line_width

    def go_back(self) -> None:
        """Close what was asked or leave the memo, and stop reading."""
        was_reading = self.continuous.active
        self.continuous.stop()
        if not self.memos.leave(was_reading):
            self.writing.say(f"{'Stopped' if was_reading else 'Back'} at {place(self.reading)}.")
