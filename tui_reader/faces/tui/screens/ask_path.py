"""Asks for a file or a folder; Tab completes its name."""

from __future__ import annotations

from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.terminal.path_completion import completed


class PathScreen(AskScreen):
    """Gives the path as it was typed, or None."""

    def take_other(self, key: str) -> bool:
        """Tab completes."""
        if key == "tab":
            self._prompt.show(completed(self._prompt.typed))
            return True
        return super().take_other(key)
