"""The terminal's cursor, moved by the full screen as long as the terminal is its own."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from textual.geometry import Offset

from tui_reader.faces.tui.terminal_cursor import TerminalCursor


def test_the_shells_cursor_is_not_moved_once_the_screen_is_left() -> None:
    written: list[str] = []
    app: Any = SimpleNamespace(
        cursor_position=Offset(0, 0), is_headless=False, _exit=False, _driver=SimpleNamespace(write=written.append)
    )
    cursor = TerminalCursor(app)
    app.cursor_position = Offset(4, 2)
    cursor.move()
    assert written == ["\x1b[3;5H"]
    app.cursor_position, app._exit = Offset(6, 2), True
    cursor.move()
    assert written == ["\x1b[3;5H"]
