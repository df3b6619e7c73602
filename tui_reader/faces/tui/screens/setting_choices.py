"""The values of one setting as a list: each is tried as one moves to it; Enter keeps it, Escape takes the old one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui_reader.faces.tui.bindings import hidden_bindings
from tui_reader.faces.tui.screens.rows import RowsScreen
from tui_reader.settings.setting import Setting
from tui_reader.settings.setting_words import explained, title_of


class SettingChoicesScreen(RowsScreen):
    """Up and Down try a value."""

    BINDINGS: ClassVar[list[BindingType]] = hidden_bindings("escape,q back", "space take")

    def __init__(
        self,
        setting: Setting,
        choices: Sequence[str],
        before: str,
        attempt: Callable[[str], None],
        keep: Callable[[str], None],
        remark: Callable[[str], str] = lambda choice: "",
    ) -> None:
        """`before` is the value in force; `attempt` puts one in force, `keep` also saves it.

        `remark` gives what is said of a value beside it.
        """
        super().__init__()
        self._setting, self._choices, self._before = setting, choices, before
        self._attempt, self._keep, self._remark = attempt, keep, remark

    def first(self) -> int:
        """The value in force."""
        return self._choices.index(self._before) if self._before in self._choices else 0

    def count(self) -> int:
        """A row for each value."""
        return len(self._choices)

    def row(self, index: int, width: int) -> str:
        """The value."""
        choice = self._choices[index]
        default = f"{choice} (default)" if choice == self._setting.default else choice
        return ", ".join(filter(None, (default, self._remark(choice))))

    def head(self) -> list[str]:
        """What keys do."""
        return [f"{title_of(self._setting)}. Up and Down try a value, Enter keeps it, Escape takes back."]

    def about(self, index: int) -> list[str]:
        """What the setting does."""
        return explained(self._setting)[:1]

    def choose(self, index: int) -> None:
        """Try that value."""
        super().choose(index)
        self._attempt(self._choices[self.rows.at])

    def action_take(self) -> None:
        """Keep it."""
        self._keep(self._choices[self.rows.at])
        self.dismiss()

    def action_back(self) -> None:
        """Take the value that was in force."""
        self._attempt(self._before)
        self.dismiss()
