"""The full screen: turns keys, clicks and what the player says into calls of the reading, and shows what has changed.

Nothing is decided here: where one goes and what is heard is the reading's, what a key does is in the table of commands.
"""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, ComposeResult, SystemCommand
from textual.binding import Binding, BindingsMap, BindingType
from textual.events import Event, Key
from textual.reactive import Reactive
from textual.screen import Screen

from tui_reader.document.model import Page, Position
from tui_reader.errors import ReaderError
from tui_reader.faces.tui import status, terminal_setup
from tui_reader.faces.tui.actions import Actions
from tui_reader.faces.tui.command_palette import Commands
from tui_reader.faces.tui.hints import Hints
from tui_reader.faces.tui.messages import PlayerEvent
from tui_reader.faces.tui.terminal_cursor import TerminalCursor
from tui_reader.faces.tui.text.mouse import Pointing
from tui_reader.faces.tui.text.paint import TextMark
from tui_reader.faces.tui.text.scene import Scene, marks_on, page_shown, scene_of
from tui_reader.faces.tui.text.text_view import TextView
from tui_reader.faces.tui.text.typesetting import typesetting
from tui_reader.faces.tui.themes import OWN_COLOURS, contrast_themes
from tui_reader.reading import Reading
from tui_reader.settings import Settings, Value, changed
from tui_reader.terminal.commands import FULL
from tui_reader.terminal.keymap import keymap
from tui_reader.terminal.keys import character_of

if TYPE_CHECKING:  # what sounds is imported when the first page is seen
    from tui_reader.faces.tui.screens.ask import AskScreen
    from tui_reader.faces.tui.screens.document_chooser import ChooserScreen
    from tui_reader.faces.tui.text.selection import Selection
    from tui_reader.playback.events import Event as Told
    from tui_reader.startup.document_choice import Shelf

    Asking = AskScreen | ChooserScreen

HITS = ("next_hit", "previous_hit")
"""Commands that go to what was found: the line at the foot tells which it is."""
CALM = 0.4
"""Seconds until a calm screen is painted: Textual paints three times at its start, and all three are read out."""


class ReaderApp(App[int]):
    """The reader on the full screen."""

    TITLE = "tui-reader"
    CSS = "Screen { layers: base; overflow: hidden; }"
    ALLOW_SELECT = False
    COMMANDS = {Commands}  # noqa: RUF012 - as Textual declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, priority=True),
    ]
    theme: Reactive[str] = Reactive(OWN_COLOURS)

    def __init__(
        self,
        reading: Reading,
        settings: Settings,
        notices: Sequence[str] = (),
        utf8: bool = True,
        find_shelf: Callable[[Path], Shelf | None] = lambda path: None,
        first: Callable[[ReaderApp], None] | None = None,
    ) -> None:
        """`notices` are lines to show at the start; `utf8` is whether the terminal takes more than ASCII.

        `find_shelf` gives the file of many documents that the one at a path is in. Where nothing is read yet (a
        document without a key), one of them is chosen first, or `first` begins to read what there is to be read.
        """
        super().__init__()
        self.animation_level = "none"
        self.reading = reading
        self.signal: int | None = None
        """The signal that ended it."""
        self.error: ReaderError | None = None
        """What ended it."""
        self.handed: Settings | None = None
        """What is set, and was changed on the way, where the person goes on in the plain face."""
        self.typed: list[str] = []
        """Keys pressed behind the one that left a face: those for this one at its start, those for the other then."""
        self.settings = settings
        self.utf8 = utf8
        self._always = self._bindings
        """What is bound whatever the keymap."""
        self._take_keys()
        self._messages: deque[str] = deque(notices)
        self.notes_open = settings.show_notes
        reading.aloud.set_muted(not settings.sound)
        self.shown_by = settings.layout
        """What is seen: a page, a sentence of it, or the whole dialogue."""
        self.marking = settings.mark
        """What is marked of the reading aloud."""
        self.chosen: Selection | None = None
        """What is selected."""
        self.anchor: Position | None = None
        """Where what is selected by keys begins; it goes on to where one is."""
        self._shown: tuple[str, int, float] | None = None
        self._left = ""
        self._cursor, self._hints = TerminalCursor(self), Hints(reading.library)
        self._asking: Asking | None = None
        self.actions = Actions(self, find_shelf, first)
        self.view = TextView(
            Scene(reading.document), typesetting(settings), self.sign, self.show,
            Pointing(self._turn, self._read_from, self._follow_mark, self._drag),
        )  # fmt: skip
        self.status = status.Status(self._arrows, self._turn)

    @property
    def _arrows(self) -> tuple[str, str]:
        """The signs for the page before and the next."""
        return ("", "") if self.settings.calm else ("‹", "›") if self.utf8 else ("<", ">")

    @property
    def sign(self) -> str:
        """What stands before where one is."""
        return self._arrows[1]

    def compose(self) -> ComposeResult:
        """The page and the line at its foot."""
        yield self.view
        yield self.status

    def on_load(self) -> None:
        """Take the theme of the settings, before anything is painted."""
        for theme in contrast_themes():
            self.register_theme(theme)
        self._take_theme()

    def _take_theme(self) -> None:
        theme = OWN_COLOURS if self.settings.theme == "auto" else self.settings.theme
        if theme in self.available_themes:
            self.theme = theme
        else:
            self._messages.append(f"There is no theme {theme!r}; Ctrl+P, Change theme lists them.")

    def _take_keys(self) -> None:
        """Bind the commands to the keys that are set."""
        self.keys = keymap(self.settings.keymap, self.settings.keys)
        # First of all, for a key that took its way over the page would be overtaken by the next.
        bound = [Binding(",".join(c.keys), f"command('{c.id}')", c.words, priority=True) for c in self.keys.of(FULL[0])]
        self._bindings = BindingsMap.merge([self._always, BindingsMap(bound)])

    def take_setting(self, name: str, value: Value) -> None:
        """Set something otherwise, at once."""
        old, self.settings = self.settings, changed(self.settings, name, value)
        self.reading.take_settings(self.settings)
        self.shown_by = self.settings.layout if name == "layout" else self.shown_by
        self.marking = self.settings.mark if name == "mark" else self.marking
        self.notes_open = self.settings.show_notes if name == "show_notes" else self.notes_open
        if name == "sound":
            self.reading.aloud.set_muted(not self.settings.sound)
        if (self.settings.keymap, self.settings.keys) != (old.keymap, old.keys):
            self._take_keys()
        if self.settings.theme != old.theme:
            self._take_theme()
        if self.settings.cursor != old.cursor:
            self._cursor.show(self.settings.cursor)
        self.status.take(self._arrows)
        self.view.take(typesetting(self.settings), self.sign)
        self.show()

    def on_mount(self) -> None:
        """Show where one is; sound is opened when that is seen."""
        self.view.focus()
        self.app_resume_signal.subscribe(self, lambda _: self._come_back())
        if sys.platform != "win32" and not self.is_headless:
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, self._leave_for, number)
        self.view.hidden = self.settings.calm
        self.actions.begin()
        for key in self.typed:
            self.post_message(Key(key, character_of(key)))
        self.typed.clear()
        self.show()
        if self.settings.calm:
            self.set_timer(CALM, self._appear)
        self.call_after_refresh(self._start)

    def _start(self) -> None:
        """What can wait until the first page is seen."""
        if self.settings.cursor != "hide":
            self._cursor.show(self.settings.cursor)
        gc.freeze()
        gc.enable()
        self.actions.start_sound()

    def _appear(self) -> None:
        """Paint the first page, once."""
        self.view.hidden = False
        self.show()

    def _come_back(self) -> None:
        """Paint all again after fg."""
        self._cursor.show(self.settings.cursor)
        self.refresh(layout=True)
        self.show()

    # Showing

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return page_shown(self.reading)

    def show(self) -> None:
        """Show what is; only what has changed is painted."""
        if self.reading.document is not self.view.scene.document:
            self.actions.deselect()
        if self.anchor:
            self.chosen = self.actions.selected(self.anchor)
        scene = scene_of(self.reading, self.shown_by, self.notes_open, self._arrows, self._marks)
        self.view.show(scene)
        self._show_status(scene.page)
        if len(self.screen_stack) == 1:
            self.cursor_position = self.view.region.offset + self.view.cell_of(scene.offset)
            self.call_after_refresh(self._cursor.move)

    def _marks(self, page: int, start: int, end: int) -> list[TextMark]:
        """What is marked on a page, from a character to another."""
        return marks_on(self.reading, page, start, end, self.marking, self.chosen)

    def _show_status(self, page: Page | None) -> None:
        reading, key = self.reading, self.keys.key
        where = [status.place(reading, page, self.shown_by == "scroll"), status.playing(reading)]
        if self.chosen:
            where.insert(1, f"selected: {key('copy')} copies, {key('highlight')} highlights")
        if self.view.away:
            where.insert(1, f"{key('follow')} back to it")
        if page and (now := (reading.document.key, page.index, reading.aloud.speed)) != self._shown:
            # The time left changes with the turn only: a clock would be said for ever by a screen reader.
            self._shown, self._left = now, status.time_left(reading.seconds_left())
        where.insert(1, status.hit(reading))
        where += [self._left]
        where += ["more below"] if self.view.more else []
        message = self._messages[0] if self._messages else self.actions.opening.line
        if self.view.hidden:
            return
        hints = self._hints.shown(reading, self.keys, self.settings)
        self.status.show(self.view.frame, "   ".join(filter(None, where)), hints, message)

    def say(self, line: str | None) -> None:
        """Show a line until the next key."""
        if line:
            self._messages.append(line)

    # What comes in

    def take(self, event: Told) -> None:
        """Take what the player says, in any thread."""
        self.post_message(PlayerEvent(event))

    def on_player_event(self, message: PlayerEvent) -> None:
        """Show what the player says."""
        from tui_reader.playback.events import Trouble

        changed = self.reading.handle(message.event)
        if isinstance(message.event, Trouble):
            self.say(message.event.line)
            self.show()
        elif changed:
            if self.reading.notice and not self.reading.playing:
                self.say(self.reading.notice)
                self.reading.notice = ""
            self.show()

    def action_command(self, id: str) -> None:
        """Do a command of the table."""
        if self.actions.is_kept(id):
            return
        if self._messages:
            self._messages.popleft()
        command = next(command for command in self.keys.commands if command.id == id)
        self._hints.used(command)
        if not command.by_face:
            self.view.following = True
        before = self.reading.position
        told = getattr(self.actions if command.by_face else self.reading, id)()
        if id in HITS and self.reading.position != before:
            self.open_found_note()
        else:
            self.say(told)
        self.show()

    def open_found_note(self) -> None:
        """Where it was found in a note, open it."""
        found = self.reading.found
        if found and found.index is not None and found.hits[found.index].note:
            self.notes_open = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Keys are commands where nothing is open over the text."""
        return action != "command" or len(self.screen_stack) == 1

    async def on_event(self, event: Event) -> None:
        """Give a key to what is asked, here and now: however fast one types, the next finds it answered.

        One that comes when the screen is already left is for the other face.
        """
        if isinstance(event, Key) and self.handed and event.key != "ctrl+c":
            self.typed.append(event.key)
            return
        if isinstance(event, Key) and self._asking and self._asking.take(event):
            return
        await super().on_event(event)

    def _turn(self, step: int) -> None:
        self.action_command("next_page" if step > 0 else "previous_page")

    def _read_from(self, position: Position) -> None:
        self._messages.clear()
        self.reading.go(position)
        if not self.reading.playing:
            self.reading.play_or_pause()
        self.show()

    def _drag(self, start: Position, end: Position) -> None:
        self.anchor = None
        self._choose(start, end)
        self.show()

    def _choose(self, start: Position, end: Position) -> None:
        from tui_reader.faces.tui.text.selection import between

        self.chosen = between(self.reading.document, start, end)

    def _follow_mark(self, position: Position) -> None:
        if self.page is None or position.page != self.page.index:
            self.reading.go(position)
        self.action_command("notes")

    # Over the text

    def open(self, screen: Screen[None]) -> None:
        """Show a screen over the text, which shows what is when that is left."""
        self.push_screen(screen, lambda _: self.show())

    def ask(self, screen: Asking, then: Callable[[str | None], None]) -> None:
        """Show a screen that asks for something; `then` is given the answer, None for none."""

        def answered(answer: str | None) -> None:
            self._asking = None
            then(answer)
            self.show()

        self._asking = screen
        self.push_screen(screen, answered)

    # Textual's own

    async def action_quit(self) -> None:
        """Leave by Ctrl+C or Ctrl+Q as by q, wherever one was to go on."""
        self.handed = None
        self.actions.quit()

    def action_suspend_process(self) -> None:
        """Pause, and give the terminal back until fg."""
        if self.reading.playing:
            self.reading.play_or_pause()
        super().action_suspend_process()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Of Textual's own commands only the theme: all others are in the table."""
        yield SystemCommand("Change theme", "Choose other colours.", self.action_change_theme)

    def _leave_for(self, number: int) -> None:
        """Leave because the terminal is gone or the process is told to end."""
        self.signal = number
        terminal_setup.end_soon(128 + number)
        self.actions.quit()
