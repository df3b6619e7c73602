"""The terminal's cursor: where braille displays and magnifiers look. Textual hides it, and moves it when it paints."""

from __future__ import annotations

from textual.app import App


class TerminalCursor:
    """The cursor of one app's terminal."""

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._at = app.cursor_position

    def show(self, wanted: str) -> None:
        """Show the cursor, or hide it where `wanted` is "hide"."""
        self._write("\x1b[?25h" if wanted != "hide" else "\x1b[?25l")

    def move(self) -> None:
        """Move it to where the app has it, in case nothing was painted that moves it."""
        if self._app.cursor_position != self._at:
            self._at = self._app.cursor_position
            self._write(f"\x1b[{self._at.y + 1};{self._at.x + 1}H")

    def _write(self, sequence: str) -> None:
        driver = self._app._driver
        if driver and not self._app.is_headless and not self._app._exit:  # then the terminal is the shell's again
            driver.write(sequence)
