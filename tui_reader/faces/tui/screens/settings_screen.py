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
from tui_reader.settings.setting_changes import explained, in_force, key_trouble, next_value, typed_value, value_shown
from tui_reader.settings.settings_table import settings_table
from tui_reader.settings.values import Value, value_of

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

    def count(self) -> int:
        """A row for each setting."""
        return len(self._table)

    def row(self, index: int, width: int) -> str:
        """Name and value."""
        setting = self._table[index]
        return f"{setting.name:<{self._widest}}  {in_force(setting, self._settings())}"

    def head(self) -> list[str]:
        """What keys do."""
        return [HELP]

    def spoken_row(self, index: int) -> str:
        """Name and value, as plain text mode says them."""
        setting = self._table[index]
        return f"{setting.name}, {in_force(setting, self._settings())}"

    def about(self, index: int) -> list[str]:
        """The sentence about it, the values it may have, and the default."""
        return explained(self._table[index])

    @property
    def _chosen(self) -> Setting:
        return self._table[self.rows.at]

    def action_change(self, way: int) -> None:
        """The next value, or the one before."""
        setting = self._chosen
        choices = self._themes if setting.name == "theme" else ()
        value = next_value(setting, self._settings(), way, choices)
        if value is not None:
            self._set(value)

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
        try:
            self._set(typed_value(setting, words))
        except ValueError as error:
            self.tell(str(error))
            return
        trouble = key_trouble(setting, self._settings())
        if trouble:
            self.tell(trouble)

    def _set(self, value: Value) -> None:
        name = self._chosen.name
        self._take(name, value)
        try:
            keep_setting(name, value)
        except ReaderError as error:
            self.tell(str(error))
        else:
            # A screen reader says the row, which has the new value.
            self.choose(self.rows.at) if self.aloud else self.tell(
                f"{name} is {value_shown(value)} now. Escape goes back."
            )
