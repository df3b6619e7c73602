"""The app of Textual: its start, its keys, its signals and its end; all else is done by the controller."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, ComposeResult, SystemCommand
from textual.binding import Binding, BindingsMap, BindingType
from textual.events import Event, Key, Paste
from textual.reactive import Reactive
from textual.screen import Screen

from tui_reader.desktop.desktop_controls import DesktopControls
from tui_reader.errors import ReaderError
from tui_reader.faces.tui import terminal_setup
from tui_reader.faces.tui.command_palette import PALETTE_CSS, Commands
from tui_reader.faces.tui.documents.document_switching import First
from tui_reader.faces.tui.player_event import PlayerEvent
from tui_reader.faces.tui.screen_controller import CALM, ScreenController
from tui_reader.faces.tui.themes import OWN_COLOURS, contrast_themes
from tui_reader.reading import Reading
from tui_reader.settings import Settings
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.terminal.commands import FULL, CommandId
from tui_reader.terminal.keymap import Keymap
from tui_reader.terminal.keys import UNKNOWN, character_of, key_name
from tui_reader.terminal.output import in_browser

if TYPE_CHECKING:  # what sounds is imported when the first page is seen
    from tui_reader.playback.events import Event as Told
    from tui_reader.startup.collection_shelf import Shelf

BEHIND = 0.25
"""Seconds for which a key may wait before its command; then many wait, and only what they come to is painted."""


class ReaderApp(App[int]):
    """The reader on the full screen."""

    TITLE = "tui-reader"
    CSS = f"Screen {{ layers: base foot; overflow: hidden; }} .foot {{ layer: foot; dock: bottom; }} {PALETTE_CSS}"
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
        controls: DesktopControls | None = None,
        options: ReadingOptions | None = None,
    ) -> None:
        """`notices` are lines to show at the start; `utf8` is whether the terminal takes more than ASCII.

        `find_shelf` gives the file of many documents that the one at a path is in. Where nothing is read yet (a
        document without a key), one of them is chosen first, or `first` begins to read what there is to be read.
        `controls` are the desktop's, `options` those of the command line.
        """
        super().__init__()
        self.animation_level = "none"
        self.signal: int | None = None
        """The signal that ended it."""
        self.typed: list[str] = []
        """Keys pressed after the one that left a face: those for this one at its start, those for the other then."""
        self._first = first
        self._keep_place, self._keep_document = reading.place.keep, reading.library.cache.keep_soon
        self._controls = controls or DesktopControls(reading, self.take, wanted=False)
        self._told: set[str] = set()
        """Keys of which was said that they do nothing."""
        self._always = self._bindings
        """What is bound whatever the keymap."""
        self.controller = ScreenController(
            self,
            reading,
            settings,
            notices,
            utf8,
            find_shelf,
            self._bind,
            self._controls.update,
            options or ReadingOptions(),
        )
        self.view = self.controller.view

    @property
    def error(self) -> ReaderError | None:
        """The error that ended it."""
        return self.controller.error

    @property
    def handed(self) -> Settings | None:
        """The settings in effect, where the reader goes on in the plain face."""
        return self.controller.handed

    def _bind(self, keys: Keymap) -> None:
        """Bind the commands to the keys of a keymap."""
        # First of all, for a key that took its way over the page would be overtaken by the next.
        bound = [Binding(",".join(c.keys), f"command('{c.id}')", c.words, priority=True) for c in keys.of(FULL)]
        bound.append(Binding("tab", "command('notes')", show=False, priority=True))  # to what can be opened here
        self._bindings = BindingsMap.merge([self._always, BindingsMap(bound)])

    # Start

    def compose(self) -> ComposeResult:
        """The page, the shape of the talk, and the line at the foot."""
        yield self.view
        yield self.controller.foot.shape
        yield self.controller.foot.status

    def on_load(self) -> None:
        """Take signals, before the terminal is changed, and the theme of the settings, before anything is painted."""
        if sys.platform != "win32" and not self.is_headless:
            loop = asyncio.get_running_loop()
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
                loop.add_signal_handler(number, self._leave_for, number)  # its end restores what was before
                # asyncio alone loses a signal while its pipe is full, as when thousands of keys wait.
                signal.signal(
                    number, lambda told, _: loop.is_closed() or loop.call_soon_threadsafe(self._leave_for, told)
                )
            if not in_browser():
                gone = partial(self._leave_for, signal.SIGHUP)
                terminal_setup.call_when_gone(lambda: loop.is_closed() or loop.call_soon_threadsafe(gone))
        for theme in contrast_themes():
            self.register_theme(theme)
        self.controller.start_theme()

    def on_mount(self) -> None:
        """Show the place of the reading; sound is opened when that is seen."""
        self.view.focus()
        self.app_resume_signal.subscribe(self, lambda _: self._come_back())
        calm = self.controller.state.settings.calm
        self.view.hidden = calm
        state = self.controller.switching.begin(self.controller.state, self._first)
        for key in self.typed:
            self.post_message(Key(key, character_of(key)))
        self.typed.clear()
        self.controller.show(state)
        if calm:
            self.set_timer(CALM, self.controller.appear)
        self.call_after_refresh(self._start)

    def _start(self) -> None:
        """What can wait until the first page is seen."""
        if self.controller.state.settings.cursor != "hide":
            self.controller.show_cursor()
        gc.freeze()
        gc.enable()
        self.controller.switching.start_sound()
        self._controls.start()
        self._keep_place()
        self._keep_document()

    def _come_back(self) -> None:
        """Paint all again after fg."""
        self.controller.show_cursor()
        self.refresh(layout=True)
        self.controller.show_again()

    # What comes in

    def take(self, event: Told) -> None:
        """Take what the player says, in any thread."""
        self.post_message(PlayerEvent(event))

    def on_player_event(self, message: PlayerEvent) -> None:
        """Show what the player says."""
        self.controller.take_event(message.event)

    def action_command(self, id: CommandId) -> None:
        """The action that keys are bound to: run a command of the table."""
        self.controller.run_command(id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Keys are commands where nothing is open over the text."""
        return action != "command" or not self.controller.covered()

    async def on_event(self, event: Event) -> None:
        """Give a key to the open question, here and now: however fast somebody types, the next finds it answered.

        A key that comes when the screen has already been left is for the other face.
        """
        question = self.controller.over.question
        if isinstance(event, Key):
            self.controller.behind = time.monotonic() - event.time > BEHIND
            if self.controller.behind:
                await asyncio.sleep(0)  # or a signal would wait until all keys are answered
            if self.signal:
                return
        if isinstance(event, Key) and self.handed and event.key != "ctrl+c":
            self.typed.append(event.key)
            return
        if isinstance(event, Key) and question and question.take(event):
            return
        if isinstance(event, Paste) and (question or not self.controller.covered()):
            self._take_pasted(event.text)
            return
        if isinstance(event, Key) and event.key not in self._bindings.key_to_bindings and not self.controller.covered():
            self.controller.pass_over_message()
        await super().on_event(event)

    def _take_pasted(self, text: str) -> None:
        """Type pasted text into the open question; it is never taken for commands."""
        if self.controller.over.question:
            self.controller.over.question.paste(text)
        else:
            self.controller.tell_key(f"Pasted text is no command; {self.controller.keys.key('search')} asks for words.")

    def on_key(self, event: Key) -> None:
        """Say once of each key that it does nothing."""
        if event.key in self._told or event.key in self.screen.active_bindings:
            return
        self._told.add(event.key)
        named = "This key" if event.key == UNKNOWN else f"The key {_written(event.key)}"
        self.controller.tell_key(f"{named} does nothing here. {self.controller.keys.key('help')} lists the keys.")

    # Textual's own

    def action_suspend_process(self) -> None:
        """Pause, and give the terminal back until fg."""
        self.controller.pause()
        super().action_suspend_process()

    def action_command_palette(self) -> None:
        """Find something by its name; on a calm screen in a list that is heard row by row."""
        controller = self.controller
        if not controller.state.settings.calm:
            super().action_command_palette()
        elif not controller.covered():
            from tui_reader.faces.tui.screens.command_list import CommandListScreen

            controller.open(CommandListScreen(controller.palette()))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own commands: the palette has all there are."""
        return ()

    async def action_quit(self) -> None:
        """Leave by Ctrl+C or Ctrl+Q as by q, even where the other face was to be next."""
        self.controller.handed = None
        self.controller.actions.leave()

    def _leave_for(self, number: int) -> None:
        """Leave because the terminal is gone or the process is told to end."""
        if self.signal:
            return
        self.signal = number
        terminal_setup.end_soon(128 + number)
        self.controller.actions.leave()


def _written(key: str) -> str:
    """A key as a person writes it: "j", "F6", "Ctrl+X"."""
    return key_name(key) if character_of(key) else "+".join(map(str.capitalize, key.split("+")))
