"""The face of the full screen. Nothing else of the program imports Textual."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.opening import Options
    from tui_reader.session import Session


def run(path: Path | None, options: Options, session: Session | None = None) -> int | Session:
    """Read a document (the one read last, where `path` is None) on the full screen until the person leaves.

    Gives the exit status, or the session for the other face. `session`: what that face hands over, to go on with.
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

        return run_app(path, options, session)
    finally:
        gc.enable()
