"""The face of the full screen. Nothing else of the program imports Textual."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.opening import Options


def run(path: Path | None, options: Options) -> int:
    """Read a document (the one read last, where `path` is None) on the full screen; return the exit status.

    Raises ReaderError, before anything is painted where the document cannot be opened or there is no keyboard.
    """
    import gc

    from tui_reader.keyboard import put_terminal_there
    from tui_reader.output import in_browser

    if not in_browser():
        put_terminal_there()
    # What is imported stays, and looking through it for garbage costs 13 of 220 ms; the app turns it on again.
    gc.disable()
    try:
        from tui_reader.tui.app import run as run_app

        return run_app(path, options)
    finally:
        gc.enable()
