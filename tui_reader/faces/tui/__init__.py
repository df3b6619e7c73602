"""The full screen. Nothing else in the program imports Textual."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.packed.document_cache import DocumentCache
from tui_reader.paths import NO_LIBRARY

if TYPE_CHECKING:
    from tui_reader.startup.background_reader import BackgroundReader
    from tui_reader.startup.reading_options import ReadingOptions
    from tui_reader.startup.session import Session


def run(path: Path | None, options: ReadingOptions, session: Session | None = None) -> int | Session:
    """Read a document (the one read last, where `path` is None) on the full screen until the person leaves.

    Gives the exit status, or the session for the other face. `session`: what that face hands over, to go on with.
    Raises ReaderError, before anything is painted where the document cannot be opened or there is no keyboard.
    """
    import gc

    from tui_reader.terminal.keyboard import put_terminal_there
    from tui_reader.terminal.output import in_browser

    if not in_browser():
        put_terminal_there()
    ahead = _read_ahead(path, options) if path and not session else None
    # What is imported stays, and looking through it for garbage costs 13 of 220 ms; the app turns it on again.
    gc.disable()
    try:
        from tui_reader.faces.tui.run_app import run as run_app

        return run_app(path, options, ahead, session)
    finally:
        gc.enable()


def _read_ahead(path: Path, options: ReadingOptions) -> BackgroundReader | None:
    """The reader of a large document, at work while Textual is imported; None where it is small or known."""
    from tui_reader.startup.input_source import InputSource

    is_kept = options.library != NO_LIBRARY
    source = InputSource(
        path, options.encoding, options.piped, options.producer, options.language, options.columns, is_kept
    )
    if not source.is_large or DocumentCache(is_kept).find(path, source.how):
        return None
    from tui_reader.startup.background_reader import BackgroundReader

    with suppress(OSError):
        return BackgroundReader(source)
    return None
