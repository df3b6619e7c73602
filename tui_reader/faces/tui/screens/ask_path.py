"""Asks for a file or a folder; Tab completes its name."""

from __future__ import annotations

from textual.events import Key

from tui_reader.faces.tui.screens.ask import AskScreen
from tui_reader.terminal.path_completion import completed


class PathScreen(AskScreen):
    """Gives the path as it was typed, or None."""

    def take(self, event: Key) -> bool:
        """Tab completes; all else as ever. Whether the key was for it."""
        if event.key == "tab":
            self._prompt.show(completed(self._prompt.typed))
            return True
        return super().take(event)
