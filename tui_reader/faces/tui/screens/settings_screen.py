"""The settings on one screen: each with its value, its default and its sentence; applied at once and saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui_reader.errors import ReaderError
from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.overlays import ask
from tui_reader.faces.tui.screens.rows import RowsScreen
from tui_reader.settings import Settings, keep_setting
from tui_reader.settings.setting import Setting
from tui_reader.settings.settings_table import settings_table
from tui_reader.settings.values import Value, value_of
from tui_reader.terminal.keymap import keymap
from tui_reader.terminal.keys import key_name

STEPS = {"speed": 0.1, "volume": 0.1, "width": 2, "buffer": 10, "spacing": 1, "margins": 1}
"""By how much a key changes a number; a pause by 50 (ms)."""
LATER = ("face", "engine", "buffer", "media_keys")
"""Settings that take effect at the next start."""
HELP = "Settings. Left and Right change, Enter types a value, d resets, Escape goes back."


class SettingsScreen(RowsScreen):
    """Up and Down choose a setting, Left and Right change it."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings(
        "right,plus change(1)", "left,minus change(-1)", "d default"
    )

    def __init__(
        self, settings: Callable[[], Settings], take: Callable[[str, Value], None], themes: Sequence[str]
    ) -> None:
        """`settings` gives the settings in force, `take` changes one of them at once."""
        super().__init__()
        self._settings, self._take, self._themes = settings, take, themes
        self._table = settings_table()
        self._widest = max(len(setting.name) for setting in self._table)
        self._told = HELP

    def count(self) -> int:
        """A row for each setting."""
        return len(self._table)

    def row(self, index: int, width: int) -> str:
        """Name and value."""
        setting = self._table[index]
        return f"{setting.name:<{self._widest}}  {self._shown(setting)}"

    def _shown(self, setting: Setting) -> str:
        """Its value; of a command's keys those in force."""
        table, _, id = setting.name.partition(".")
        if table != "keys":
            return value_shown(value_of(self._settings(), setting.name))
        settings = self._settings()
        command = next(one for one in keymap(settings.keymap, settings.keys).commands if one.id == id)
        return " ".join(map(key_name, command.keys))

    def head(self) -> list[str]:
        """What was done, or what keys do."""
        return [self._told]

    def about(self, index: int) -> list[str]:
        """The sentence about it, the values it may have, and the default."""
        setting = self._table[index]
        later = " Takes effect at the next start." if setting.name in LATER else ""
        return [setting.about + later, f"{setting.values}. The default is {value_shown(setting.default)}."]

    @property
    def _chosen(self) -> Setting:
        return self._table[self.rows.at]

    def action_change(self, way: int) -> None:
        """The next value, or the one before."""
        setting = self._chosen
        value = value_of(self._settings(), setting.name)
        choices = self._themes if setting.name == "theme" else setting.choices
        if isinstance(value, bool):
            self._set(not value)
        elif choices:
            at = list(choices).index(str(value)) if str(value) in choices else -1
            self._set(choices[(at + way) % len(choices)])
        elif isinstance(value, int | float) and setting.low is not None and setting.high is not None:
            step = STEPS.get(setting.name, 50)
            near = round(min(max(value + way * step, setting.low), setting.high), 2)
            self._set(int(near) if isinstance(setting.default, int) else near)

    def action_default(self) -> None:
        """Reset it to its default."""
        self._set(self._chosen.default)

    def action_take(self) -> None:
        """Type the value."""
        setting = self._chosen

        def typed(words: str | None) -> None:
            if words is not None and (words or setting.read):
                self._type(setting, words.strip())

        question = f"{setting.name} ({setting.values}): "
        ask(self, AskScreen(question, value_shown(value_of(self._settings(), setting.name))), typed)

    def _type(self, setting: Setting, words: str) -> None:
        kind = type(setting.default)
        try:
            value: Value = {"true": True, "false": False}[words.lower()] if kind is bool else kind(words)
            self._set(setting.check(value))
        except (KeyError, ValueError):
            self._tell(f"{setting.name} must be {setting.values}.")
            return
        troubles = keymap(self._settings().keymap, self._settings().keys).troubles
        told = troubles.get(setting.name.partition(".")[2])
        if told and setting.read:
            self._tell(f"{setting.name}: {told}.")

    def _set(self, value: Value) -> None:
        name = self._chosen.name
        self._take(name, value)
        try:
            keep_setting(name, value)
        except ReaderError as error:
            self._tell(str(error))
        else:
            self._tell(f"{name} is {value_shown(value)} now. Escape goes back.")

    def _tell(self, line: str) -> None:
        self._told = line
        self.rows.renew()


def value_shown(value: Value) -> str:
    """A value as it is written in the file."""
    return str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value)
