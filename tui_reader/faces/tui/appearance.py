"""Settings put into effect on the screen: keys, theme, the terminal's cursor, and the arrows of the page."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App

from tui_reader.faces.tui.terminal_cursor import TerminalCursor
from tui_reader.faces.tui.themes import OWN_COLOURS
from tui_reader.settings import Settings
from tui_reader.terminal.keymap import Keymap, keymap


class Appearance:
    """What of the settings belongs to the app and its terminal."""

    def __init__(self, app: App[int], utf8: bool, bind: Callable[[Keymap], None]) -> None:
        """`utf8` is whether the terminal takes more than ASCII; `bind` binds the keys of a keymap."""
        self._app, self._utf8, self._bind = app, utf8, bind
        self.cursor = TerminalCursor(app)
        self.keys: Keymap
        """The commands with the keys in force."""

    def arrows(self, settings: Settings) -> tuple[str, str]:
        """The signs for the page before and the next; a calm screen has none."""
        return ("", "") if settings.calm else ("‹", "›") if self._utf8 else ("<", ">")

    def bar(self, settings: Settings) -> str:
        """The sign beside the current turn of the whole dialogue; a calm screen has none."""
        return "" if settings.calm else "▌" if self._utf8 else "|"

    def take_keys(self, settings: Settings) -> None:
        """Bind the commands to the keys that are set."""
        self.keys = keymap(settings.keymap, settings.keys)
        self._bind(self.keys)

    def take_theme(self, settings: Settings) -> str:
        """Take the theme that is set; returns what is wrong with it, or ""."""
        theme = OWN_COLOURS if settings.theme == "auto" else settings.theme
        if theme not in self._app.available_themes:
            return f"There is no theme {theme!r}; Ctrl+P, Change theme lists them."
        self._app.theme = theme
        return ""

    def take(self, settings: Settings, before: Settings) -> str:
        """Put into effect what is set in another way than before; returns what is wrong, or ""."""
        if (settings.keymap, settings.keys) != (before.keymap, before.keys):
            self.take_keys(settings)
        if settings.cursor != before.cursor:
            self.cursor.show(settings.cursor)
        return self.take_theme(settings) if settings.theme != before.theme else ""
