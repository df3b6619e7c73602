"""The settings in plain text mode: a list whose rows are changed by keys or typed values, applied and saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.errors import ReaderError
from tui_reader.faces.plain.numbered_list import ARROWS, ListContents, MadeRows, NumberedList
from tui_reader.settings import keep_setting
from tui_reader.settings.setting import Setting
from tui_reader.settings.setting_changes import AT_NEXT_START, LATER, key_trouble, next_value
from tui_reader.settings.setting_words import (
    explained,
    force_in_words,
    found,
    group_of,
    in_groups,
    title_of,
    typed_value,
    value_in_words,
    values_in_words,
)
from tui_reader.settings.settings_table import settings_table

if TYPE_CHECKING:
    from tui_reader.faces.plain.parts import PlainParts
    from tui_reader.settings.values import Value

HINT = (
    "n and p go to the next and the one before, a number to that one, slash filters. "
    "+ and - change, Enter types a value, i explains, d resets."
)


LATER_HERE = (*LATER, "typing", "cursor", "keymap")
"""Settings that take effect at the next start of this face; those of keys do too."""


class SettingsList:
    """Each method takes the row of a setting and returns what there is to say."""

    def __init__(self, parts: PlainParts) -> None:
        self._parts, self._table = parts, in_groups(settings_table())

    def open(self) -> None:
        """Tell the first settings, or those from where the list was left, and take keys for them."""
        left = self._parts.settings_left
        contents = ListContents(
            "setting",
            MadeRows(len(self._table), self._row),
            self._type,
            HINT,
            {
                "plus": lambda index: self._change(index, 1),
                "equals_sign": lambda index: self._change(index, 1),
                "minus": lambda index: self._change(index, -1),
                "d": lambda index: self._set(self._table[index], self._table[index].default),
                "i": lambda index: " ".join(explained(self._table[index])),
            },
            steps={**ARROWS, "n": 1, "p": -1},
            selects=True,
            first=(left.at or 0) if left else 0,
            find=self._found,
        )
        self._list = self._parts.settings_left = NumberedList(self._parts.questions, contents)
        self._list.open()

    def _row(self, index: int) -> str:
        """ "Reading: Speed, 1 ×"; the group where it begins."""
        setting = self._table[index]
        begins = not index or group_of(self._table[index - 1]) != group_of(setting)
        group = f"{group_of(setting)}: " if begins else ""
        return f"{group}{title_of(setting)}, {force_in_words(setting, self._parts.settings)}"

    def _found(self, words: str) -> list[int]:
        return [self._table.index(setting) for setting in found(self._table, words)]

    def _change(self, index: int, way: int) -> str:
        setting = self._table[index]
        value = next_value(setting, self._parts.settings, way)
        return f"{title_of(setting)} is typed, with Enter." if value is None else self._set(setting, value)

    def _type(self, index: int) -> None:
        """Ask for a value."""
        setting = self._table[index]
        told = f"{title_of(setting)}, {force_in_words(setting, self._parts.settings)}: {values_in_words(setting)}."

        def typed(words: str) -> None:
            try:
                value = typed_value(setting, words)
            except ValueError as error:
                self._list.resume(f"{title_of(setting)} {error}")
                return
            told = self._set(setting, value)
            trouble = key_trouble(setting, self._parts.settings)
            self._list.resume(f"{trouble} {told}" if trouble else told)

        self._parts.questions.ask_line(told, f"{title_of(setting)}: ", typed)

    def _set(self, setting: Setting, value: Value) -> str:
        self._parts.take_setting(setting.name, value)
        told = (
            f"{title_of(setting)}, {value_in_words(setting, value) or force_in_words(setting, self._parts.settings)}."
        )
        try:
            keep_setting(setting.name, value)
        except ReaderError as error:
            return f"{told} {error}"
        return f"{told} {AT_NEXT_START}" if setting.name in LATER_HERE or setting.name.startswith("keys.") else told
