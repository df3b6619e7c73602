"""The settings on one screen, in groups: each with its value and its sentence; applied at once and saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui_reader.errors import ReaderError
from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.faces.tui.screens.overlays import ask
from tui_reader.faces.tui.screens.rows import RowsScreen
from tui_reader.faces.tui.screens.setting_choices import SettingChoicesScreen
from tui_reader.faces.tui.text.head import cut
from tui_reader.faces.tui.themes import remark
from tui_reader.settings import Settings, keep_setting
from tui_reader.settings.setting import Setting
from tui_reader.settings.setting_changes import key_trouble, next_value, value_shown
from tui_reader.settings.setting_words import (
    explained,
    force_in_words,
    found,
    group_of,
    in_groups,
    title_of,
    typed_value,
    values_in_words,
)
from tui_reader.settings.settings_table import settings_table
from tui_reader.settings.values import Value, value_of

HELP = "Settings. Left and Right change, Enter chooses a value, d resets, / filters, Escape goes back."
GROUPS_FROM = 60
"""Cells from which there is room for the groups."""


class SettingsScreen(RowsScreen):
    """Up and Down choose a setting, Left and Right change it."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings(
        "right,plus,equals_sign change(1)", "left,minus change(-1)", "d default", "slash filter", "escape,q back"
    )

    def __init__(
        self,
        settings: Callable[[], Settings],
        take: Callable[[str, Value], None],
        themes: Sequence[str],
        begin: str = "",
        left_at: Callable[[str], None] = lambda name: None,
    ) -> None:
        """`settings` gives the settings in force, `take` changes one of them at once.

        `begin` is the name of the setting that is chosen first; `left_at` is told the one that was chosen last.
        """
        super().__init__()
        self._settings, self._take, self._themes = settings, take, themes
        self._every = self._table = in_groups(settings_table())
        self._begin, self._left_at = begin, left_at
        self._filtered = ""
        """What is said of the filter, while there is one."""

    def first(self) -> int:
        """The setting that was chosen last."""
        return next((at for at, setting in enumerate(self._table) if setting.name == self._begin), 0)

    def count(self) -> int:
        """A row for each setting."""
        return len(self._table)

    def row(self, index: int, width: int) -> str:
        """Its group, where that begins, its name in words and its value."""
        setting = self._table[index]
        begins = not index or group_of(self._table[index - 1]) != group_of(setting) or index == self.rows.top
        group = f"{group_of(setting) if begins else '':<17}" if width >= GROUPS_FROM else ""
        named = max(12, min(38, width - len(group) - 14))
        title = cut(title_of(setting), named)
        return f"{group}{title:<{named}}  {force_in_words(setting, self._settings())}"

    def head(self) -> list[str]:
        """What the filter has found, and what keys do."""
        return [" ".join(filter(None, (self._filtered, HELP)))]

    def spoken_row(self, index: int) -> str:
        """Name and value, and the group where it begins."""
        setting = self._table[index]
        begins = not index or group_of(self._table[index - 1]) != group_of(setting)
        group = f"{group_of(setting)}. " if begins else ""
        return f"{group}{title_of(setting)}, {force_in_words(setting, self._settings())}"

    def about(self, index: int) -> list[str]:
        """The sentence about it, the values it may have, the default, and its name in the file."""
        about, values = explained(self._table[index])
        return [about, f"{values} In the file: {self._table[index].name}."]

    @property
    def _chosen(self) -> Setting:
        return self._table[self.rows.at]

    def _choices(self, setting: Setting) -> Sequence[str]:
        return self._themes if setting.name == "theme" else setting.choices

    # Changing

    def action_change(self, way: int) -> None:
        """The next value, or the one before."""
        setting = self._chosen
        value = next_value(setting, self._settings(), way, self._choices(setting))
        if value is not None:
            self._set(setting, value)

    def action_default(self) -> None:
        """Reset it to its default."""
        self._set(self._chosen, self._chosen.default)

    def action_take(self) -> None:
        """Turn it, choose its value from a list, or type it."""
        setting, choices = self._chosen, self._choices(self._chosen)
        value = value_of(self._settings(), setting.name)
        if isinstance(value, bool):
            self._set(setting, not value)
        elif choices:
            self._choose_of(setting, choices, str(value))
        else:
            self._ask(setting, value_shown(value))

    def type_value(self, begun: str) -> bool:
        """Type a number."""
        setting = self._chosen
        value = value_of(self._settings(), setting.name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        self._ask(setting, begun, fresh=False)
        return True

    def _ask(self, setting: Setting, typed: str, fresh: bool = True) -> None:
        question = f"{title_of(setting)} ({values_in_words(setting)}): "
        ask(self, AskScreen(question, typed, fresh=fresh), lambda words: self._typed(setting, words))

    def _choose_of(self, setting: Setting, choices: Sequence[str], before: str) -> None:
        def attempt(choice: str) -> None:
            self._take(setting.name, choice)

        def keep(choice: str) -> None:
            self._set(setting, choice)

        told = (remark,) if setting.name == "theme" else ()
        choosing = SettingChoicesScreen(setting, choices, before, attempt, keep, *told)
        self.app.push_screen(choosing, lambda _: self._renew())

    def _renew(self) -> None:
        if self.is_mounted:
            self.rows.renew()

    def _typed(self, setting: Setting, words: str | None) -> None:
        if words is None or not (words or setting.read):
            return
        try:
            self._set(setting, typed_value(setting, words))
        except ValueError as error:
            self.tell(f"{title_of(setting)} {error}")
            return
        if trouble := key_trouble(setting, self._settings()):
            self.tell(trouble)

    def _set(self, setting: Setting, value: Value) -> None:
        self._take(setting.name, value)
        try:
            keep_setting(setting.name, value)
        except ReaderError as error:
            self.tell(str(error))
            return
        now = f"{title_of(setting)}: {force_in_words(setting, self._settings())}."
        # A screen reader says the row, which has the new value.
        self.choose(self.rows.at) if self.aloud else self.tell(f"{now} Saved. Escape goes back.")

    # Finding

    def action_filter(self) -> None:
        """Ask for words, and list the settings that have them."""
        ask(self, AskScreen("Filter: "), self._filter)

    def _filter(self, typed: str | None) -> None:
        if typed is None:
            return
        settings = found(self._every, typed)
        if not settings:
            self.tell(f"No setting has {' '.join(typed.split())}.")
            return
        self._table = settings if typed.strip() else self._every
        self._filtered = f"{len(settings)} of {len(self._every)} settings." if typed.strip() else ""
        self.begin_at(0)

    def action_back(self) -> None:
        """Leave the filter, or the screen."""
        name = self._chosen.name
        if self._filtered:
            self._table, self._filtered, self._begin = self._every, "", name
            self.begin_at(self.first())
            return
        self._left_at(name)
        self.dismiss()
