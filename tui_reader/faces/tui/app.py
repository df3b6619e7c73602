"""The full screen: turns keys, clicks and the player's events into commands, and shows the state they return.

Nothing is decided here: where a command leads and what is heard belongs to the reading, what a key does is in the table
of commands, and how the text is shown is one value, `state`.
"""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, ComposeResult, SystemCommand
from textual.binding import Binding, BindingsMap, BindingType
from textual.events import Event, Key
from textual.reactive import Reactive
from textual.screen import Screen

from tui_reader.document.model import Position
from tui_reader.errors import ReaderError
from tui_reader.faces.tui import terminal_setup
from tui_reader.faces.tui.actions import Actions
from tui_reader.faces.tui.command_palette import Commands
from tui_reader.faces.tui.document_loading import DocumentLoading
from tui_reader.faces.tui.document_switching import DocumentSwitching, First
from tui_reader.faces.tui.hints import Hints
from tui_reader.faces.tui.incremental_search import IncrementalSearch
from tui_reader.faces.tui.messages import PlayerEvent
from tui_reader.faces.tui.state import ScreenState, Step, first_state
from tui_reader.faces.tui.status import Status
from tui_reader.faces.tui.status_words import TimeLeft, bar, status_words
from tui_reader.faces.tui.terminal_cursor import TerminalCursor
from tui_reader.faces.tui.text.mouse import Pointing
from tui_reader.faces.tui.text.paint import TextMark
from tui_reader.faces.tui.text.scene import Scene, marks_on, page_shown, scene_of
from tui_reader.faces.tui.text.text_view import TextView
from tui_reader.faces.tui.text.typesetting import typesetting
from tui_reader.faces.tui.themes import OWN_COLOURS, contrast_themes
from tui_reader.reading import Reading
from tui_reader.settings import Settings
from tui_reader.settings.values import Value
from tui_reader.terminal.commands import FULL
from tui_reader.terminal.keymap import keymap
from tui_reader.terminal.keys import character_of

if TYPE_CHECKING:  # what sounds is imported when the first page is seen
    from tui_reader.faces.tui.screens.question_screen import QuestionScreen
    from tui_reader.playback.events import Event as Told
    from tui_reader.startup.collection_shelf import Shelf

CALM = 0.4
"""Seconds until a calm screen is painted: Textual paints three times at its start, and all three are read out."""
BURST = 0.05
"""Seconds in which keys that were sent with the one that leaves the screen still come in."""


class ReaderApp(App[int]):
    """The reader on the full screen; a ScreenHost for its actions and screens."""

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
        first: First | None = None,
    ) -> None:
        """`notices` are lines to show at the start; `utf8` is whether the terminal takes more than ASCII.

        `find_shelf` gives the file of many documents that the one at a path is in. Where nothing is read yet (a
        document without a key), one of them is chosen first, or `first` begins to read what there is to be read.
        """
        super().__init__()
        self.animation_level = "none"
        self.reading = reading
        self.state = first_state(settings, notices)
        self.signal: int | None = None
        """The signal that ended it."""
        self.error: ReaderError | None = None
        """The error that ended it."""
        self.handed: Settings | None = None
        """The settings in effect, where the reader goes on in the plain face."""
        self.typed: list[str] = []
        """Keys pressed after the one that left a face: those for this one at its start, those for the other then."""
        self.utf8 = utf8
        self._first = first
        self._always = self._bindings
        """What is bound whatever the keymap."""
        self._take_keys()
        reading.aloud.set_muted(not settings.sound)
        self._cursor, self._hints, self._time_left = TerminalCursor(self), Hints(reading.library), TimeLeft()
        self._question: QuestionScreen | None = None
        self.search = IncrementalSearch(reading, self.update)
        self.loading = DocumentLoading(
            self._show_again, self.call_later, lambda: len(self.screen_stack) > 1, *bar(utf8, settings.calm)
        )
        self.switching = DocumentSwitching(self, reading, self.loading, self.search, find_shelf)
        self.actions = Actions(self, reading, self.switching, self.search)
        self.view = TextView(
            Scene(reading.document), typesetting(settings), self.sign, self._show_again,
            Pointing(self._turn, self._read_from, self._open_note, self._select),
        )  # fmt: skip
        self.status = Status(self._arrows, self._turn)

    @property
    def _arrows(self) -> tuple[str, str]:
        """The signs for the page before and the next."""
        return ("", "") if self.state.settings.calm else ("‹", "›") if self.utf8 else ("<", ">")

    @property
    def sign(self) -> str:
        """The sign before the current place in a list."""
        return self._arrows[1]

    # Start

    def compose(self) -> ComposeResult:
        """The page and the line at its foot."""
        yield self.view
        yield self.status

    def on_load(self) -> None:
        """Take the theme of the settings, before anything is painted."""
        for theme in contrast_themes():
            self.register_theme(theme)
        self._take_theme()

    def on_mount(self) -> None:
        """Show the place of the reading; sound is opened when that is seen."""
        self.view.focus()
        self.app_resume_signal.subscribe(self, lambda _: self._come_back())
        if sys.platform != "win32" and not self.is_headless:
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, self._leave_for, number)
        calm = self.state.settings.calm
        self.view.hidden = calm
        state = self.switching.begin(self.state, self._first)
        for key in self.typed:
            self.post_message(Key(key, character_of(key)))
        self.typed.clear()
        self.show(state)
        if calm:
            self.set_timer(CALM, self._appear)
        self.call_after_refresh(self._start)

    def _start(self) -> None:
        """What can wait until the first page is seen."""
        if self.state.settings.cursor != "hide":
            self._cursor.show(self.state.settings.cursor)
        gc.freeze()
        gc.enable()
        self.switching.start_sound()

    def _appear(self) -> None:
        """Paint the first page, once."""
        self.view.hidden = False
        self._show_again()

    def _come_back(self) -> None:
        """Paint all again after fg."""
        self._cursor.show(self.state.settings.cursor)
        self.refresh(layout=True)
        self._show_again()

    # Showing

    def show(self, state: ScreenState) -> None:
        """Show a state and where the reading is; only what has changed is painted."""
        settings, reading = self.state.settings, self.reading
        if reading.document is not self.view.scene.document:
            state = state.deselected()
        self.state = state = state.selected_to(reading.document, reading.position)
        if state.settings is not settings:
            self._take_settings(settings)
        scene = scene_of(reading, state.layout, state.notes_open, self._arrows, self._marks)
        self.view.show(scene)
        self._show_status(scene)
        if len(self.screen_stack) == 1:
            self.cursor_position = self.view.region.offset + self.view.cell_of(scene.offset)
            self.call_after_refresh(self._cursor.move)

    def update(self, step: Step) -> None:
        """Show what `step` makes of the state."""
        self.show(step(self.state))

    def say(self, line: str | None) -> None:
        """Show a message at the foot until the next key; None shows nothing."""
        self.show(self.state.saying(line))

    def _show_again(self) -> None:
        """Show the same state where something else has changed."""
        self.show(self.state)

    def follow_place(self) -> None:
        """From now on scroll with the place of the reading."""
        self.view.following = True

    def return_to_place(self) -> None:
        """Scroll to the place of the reading now, and with it from now on."""
        self.view.follow()

    def bring_notes(self) -> None:
        """Scroll to the notes below the text."""
        self.view.bring_notes()

    def _marks(self, page: int, start: int, end: int) -> list[TextMark]:
        """What is marked on a page, from a character to another."""
        return marks_on(self.reading, page, start, end, self.state.marking, self.state.selection)

    def _show_status(self, scene: Scene) -> None:
        if self.view.hidden:
            return
        reading, state, view = self.reading, self.state, self.view
        left = self._time_left.of(reading, scene.page)
        words = status_words(reading, scene.page, state, self.keys, left, view.away, view.more)
        message = state.messages[0] if state.messages else self.loading.line
        self.status.show(view.frame, words, self._hints.shown(reading, self.keys, state.settings), message)

    # Settings

    def take_setting(self, name: str, value: Value) -> None:
        """Change a setting, at once."""
        state = self.state.with_setting(name, value)
        self.reading.take_settings(state.settings)
        if name == "sound":
            self.reading.aloud.set_muted(not state.settings.sound)
        self.show(state)

    def _take_settings(self, before: Settings) -> None:
        """Go by the settings of the state, which were others before."""
        now = self.state.settings
        if (now.keymap, now.keys) != (before.keymap, before.keys):
            self._take_keys()
        if now.theme != before.theme:
            self._take_theme()
        if now.cursor != before.cursor:
            self._cursor.show(now.cursor)
        self.status.take(self._arrows)
        self.view.take(typesetting(now), self.sign)

    def _take_theme(self) -> None:
        theme = self.state.settings.theme
        theme = OWN_COLOURS if theme == "auto" else theme
        if theme in self.available_themes:
            self.theme = theme
        else:
            self.state = self.state.saying(f"There is no theme {theme!r}; Ctrl+P, Change theme lists them.")

    @property
    def theme_names(self) -> list[str]:
        """The themes to choose from."""
        return [*self.available_themes]

    def _take_keys(self) -> None:
        """Bind the commands to the keys that are set."""
        self.keys = keymap(self.state.settings.keymap, self.state.settings.keys)
        # First of all, for a key that took its way over the page would be overtaken by the next.
        bound = [Binding(",".join(c.keys), f"command('{c.id}')", c.words, priority=True) for c in self.keys.of(FULL[0])]
        self._bindings = BindingsMap.merge([self._always, BindingsMap(bound)])

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
        elif changed:
            told = ""
            if self.reading.notice and not self.reading.playing:
                told, self.reading.notice = self.reading.notice, ""
            self.say(told)

    def action_command(self, id: str) -> None:
        """A key's binding: run a command of the table."""
        self.run_command(id)

    def run_command(self, id: str) -> None:
        """Run a command of the table and show the state that it returns."""
        if self.switching.defer_if_loading(id):
            return
        self._hints.used(next(command for command in self.keys.commands if command.id == id))
        self.show(self.actions.run(id, self.state.after_key()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Keys are commands where nothing is open over the text."""
        return action != "command" or len(self.screen_stack) == 1

    async def on_event(self, event: Event) -> None:
        """Give a key to the open question, here and now: however fast somebody types, the next finds it answered.

        A key that comes when the screen has already been left is for the other face.
        """
        if isinstance(event, Key) and self.handed and event.key != "ctrl+c":
            self.typed.append(event.key)
            return
        if isinstance(event, Key) and self._question and self._question.take(event):
            return
        await super().on_event(event)

    # The mouse

    def _turn(self, step: int) -> None:
        self.run_command("next_page" if step > 0 else "previous_page")

    def _read_from(self, position: Position) -> None:
        self.reading.go(position)
        if not self.reading.playing:
            self.reading.play_or_pause()
        self.show(self.state._replace(messages=()))

    def _select(self, start: Position, end: Position) -> None:
        from tui_reader.faces.tui.text.selection import between

        self.show(self.state._replace(anchor=None, selection=between(self.reading.document, start, end)))

    def _open_note(self, position: Position) -> None:
        page = page_shown(self.reading)
        if page is None or position.page != page.index:
            self.reading.go(position)
        self.run_command("notes")

    # Over the text

    def open(self, screen: Screen[None]) -> None:
        """Open a screen over the text."""
        self.push_screen(screen, lambda _: self._show_again())

    def ask(self, screen: QuestionScreen, then: Callable[[str | None], None]) -> None:
        """Open a screen that asks for something; `then` is given the answer, or None where there is no answer."""

        def answered(answer: str | None) -> None:
            self._question = None
            then(answer)
            self._show_again()

        self._question = screen
        self.push_screen(screen, answered)

    # Textual's own

    def action_suspend_process(self) -> None:
        """Pause, and give the terminal back until fg."""
        if self.reading.playing:
            self.reading.play_or_pause()
        super().action_suspend_process()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Of Textual's own commands only the theme: all others are in the table."""
        yield SystemCommand("Change theme", "Choose other colours.", self.action_change_theme)

    # Leaving

    async def action_quit(self) -> None:
        """Leave by Ctrl+C or Ctrl+Q as by q, even where the other face was to be next."""
        self.handed = None
        self.actions.leave()

    def leave(self) -> None:
        """End the program."""
        self.exit(0)

    def leave_with(self, error: ReaderError) -> None:
        """End the program with an error."""
        self.error = error
        self.exit(return_code=error.status)

    def hand_over(self, settings: Settings) -> None:
        """Leave for the plain face, which goes on with these settings."""
        self.handed = settings
        self.set_timer(BURST, self.actions.leave)

    def _leave_for(self, number: int) -> None:
        """Leave because the terminal is gone or the process is told to end."""
        self.signal = number
        terminal_setup.end_soon(128 + number)
        self.actions.leave()
