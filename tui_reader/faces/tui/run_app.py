"""The full screen from its start to its end: over a session that it opens, or that the other face hands over."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.faces.tui import terminal_setup
from tui_reader.faces.tui.app import ReaderApp
from tui_reader.faces.tui.documents.document_switching import first_of
from tui_reader.settings import Settings
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.screen_reader_detection import find_screen_reader
from tui_reader.startup.session import Session, open_session
from tui_reader.terminal.output import in_browser

if TYPE_CHECKING:
    from tui_reader.playback.events import Event
    from tui_reader.startup.background_reader import BackgroundReader


def calm_for(screen_reader: str | None, settings: Settings) -> Settings:
    """The settings, with a calm screen where a screen reader was found: for this session, and not stored."""
    return settings._replace(calm=True) if screen_reader else settings


def run(
    path: Path | None, options: ReadingOptions, ahead: BackgroundReader | None = None, session: Session | None = None
) -> int | Session:
    """Run the full screen; `ahead` is the reader that has begun on the document, `session` is the other face's."""
    app: ReaderApp | None = None

    def post(event: Event) -> None:
        if app:
            app.take(event)

    utf8 = terminal_setup.prepare()
    session = (
        session.for_face(post)
        if session
        else open_session(path, options, post, voices=False, choosing=True, later=True)
    )
    session = session._replace(settings=calm_for(find_screen_reader(), session.settings))
    try:
        first = first_of(session, ahead)
        controls = None if in_browser() else session.controls
        app = ReaderApp(
            session.reading,
            session.settings,
            session.notices,
            utf8,
            session.find_shelf,
            first,
            controls,
            session.options,
        )
        if sys.platform != "win32" and not in_browser():
            from tui_reader.faces.tui.posix_driver import PosixDriver

            app.driver_class = PosixDriver
        app.typed += session.typed
        app.run()
    finally:
        if not (app and app.handed and not app.signal):
            session.close()
    if app.signal:
        return 128 + app.signal
    if app.error:
        raise app.error
    if app.handed:
        return session._replace(settings=app.handed, typed=tuple(app.typed))
    return app.return_code or 0
