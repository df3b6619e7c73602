"""The full screen from its start to its end: over a session that it opens, or that the other face hands over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.opening import Options
from tui_reader.session import Session, open_session
from tui_reader.tui import terminal
from tui_reader.tui.app import ReaderApp
from tui_reader.tui.opening import first_of

if TYPE_CHECKING:
    from tui_reader.apart import ReadApart
    from tui_reader.speech.events import Event


def run(
    path: Path | None, options: Options, ahead: ReadApart | None = None, session: Session | None = None
) -> int | Session:
    """Read on the full screen: what `tui_reader.tui.run` does, once this can be imported. `ahead` reads it already."""
    app: ReaderApp | None = None

    def post(event: Event) -> None:
        if app:
            app.take(event)

    utf8 = terminal.prepare()
    session = session.for_face(post) if session else open_session(
        path, options, post, voices=False, choosing=True, later=True
    )
    try:
        first = first_of(session, ahead)
        app = ReaderApp(session.reading, session.settings, session.notices, utf8, session.find_shelf, first)
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
