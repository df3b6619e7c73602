"""What actions and the screens over the text may ask of the app: they know this Protocol, and not the controller."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, cast

from textual.app import App
from textual.geometry import Size
from textual.screen import Screen

from tui_reader.errors import ReaderError
from tui_reader.faces.tui.state import ScreenState, Step
from tui_reader.settings import Settings
from tui_reader.settings.values import Value
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.terminal.commands import CommandId
from tui_reader.terminal.keymap import Keymap

if TYPE_CHECKING:  # screens are imported when they are first opened
    from tui_reader.faces.tui.palette_entry import Entry
    from tui_reader.faces.tui.screens.question_screen import QuestionScreen


class ScreenHost(Protocol):
    """The controller of the app, as actions and screens see it.

    An action that runs now returns its state. What comes later (an answer, a document that has been read) calls
    `update` or `say`, never within an action: the state that the action returns would undo it.
    """

    @property
    def state(self) -> ScreenState:
        """What is shown."""

    @property
    def keys(self) -> Keymap:
        """The commands with the keys in force."""

    @property
    def size(self) -> Size:
        """The size of the terminal in cells."""

    @property
    def notes_are_beside(self) -> bool:
        """Whether notes stand beside the text also when they are not open."""

    @property
    def sign(self) -> str:
        """The sign before the current place in a list."""

    @property
    def options(self) -> ReadingOptions:
        """What the command line asks for."""

    @property
    def theme_names(self) -> list[str]:
        """The themes to choose from."""

    def show(self, state: ScreenState) -> None:
        """Show a state; only what has changed is painted."""

    def update(self, step: Step) -> None:
        """Show what `step` makes of the state."""

    def say(self, line: str | None) -> None:
        """Show a message at the foot until the next key; None shows nothing."""

    def run_command(self, id: CommandId) -> None:
        """Run a command of the table by its id."""

    def keep_setting(self, name: str, value: Value) -> None:
        """Change a setting, at once, and save it; says what is wrong where it cannot be saved."""

    def palette(self) -> list[Entry]:
        """All that can be found by name."""

    def take_setting(self, name: str, value: Value) -> None:
        """Change a setting, at once."""

    def open(self, screen: Screen[None]) -> None:
        """Open a screen over the text."""

    def ask(self, screen: QuestionScreen, then: Callable[[str | None], None]) -> None:
        """Open a screen that asks for something; `then` is given the answer, or None where there is no answer."""

    def copy_to_clipboard(self, text: str) -> str:
        """Give text to the terminal for its clipboard; what it was given to, empty where the terminal takes none."""

    def follow_place(self) -> None:
        """From now on scroll with the place of the reading."""

    def turn_beyond(self, way: int, far: bool = False) -> None:
        """Go to the next turn (above 0) or to the one before, as the text ends here; `far`: to the last or first."""

    def return_to_place(self) -> None:
        """Scroll to the place of the reading now, and with it from now on."""

    def bring_notes(self) -> None:
        """Scroll to the notes below the text."""

    def leave(self) -> None:
        """End the program."""

    def leave_with(self, error: ReaderError) -> None:
        """End the program with an error."""

    def hand_over(self, settings: Settings) -> None:
        """Leave for the plain face, which goes on with these settings."""

    def call_later(self, callback: Callable[..., object], *args: object) -> None:
        """Call something soon, in the app's own thread."""

    def call_after_refresh(self, callback: Callable[..., object]) -> None:
        """Call something when what is shown has been painted."""


class _Hosting(Protocol):
    controller: ScreenHost


def host_of(app: App[Any]) -> ScreenHost:
    """The host in the app that a widget or a provider of Textual runs in, which is always the reader's."""
    return cast(_Hosting, app).controller
