"""Plain text mode: lines that are only added, and single keys, as screen readers and braille displays need them.

Each message begins with a line feed, so that the cursor is left on its text (`spoken_lines`); nothing is written
without a key but a page turned by reading on, an error, and the end. No escape sequence, no cursor addressing. The
same words for the same thing. Where lines are typed in place of keys (`typed_line`), the terminal stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tui_reader.faces.plain.face import PlainFace
from tui_reader.settings import load_settings
from tui_reader.startup.reading_options import ReadingOptions, effective_settings
from tui_reader.startup.session import Session, open_session
from tui_reader.startup.wait_for_document import read_interruptibly
from tui_reader.terminal.keyboard import HANG_UP, Inbox, open_keyboard
from tui_reader.terminal.left_modes import put_right


def run(
    path: Path | None,
    options: ReadingOptions,
    speak: bool = False,
    first: tuple[str, ...] = (),
    ascii: bool = False,
    session: Session | None = None,
) -> int | Session:
    """Read a document until the person leaves; returns the exit status, or the session for the full screen.

    `speak`: own voice on from the start. `first`: lines that are said before all others. `ascii`: nothing else is
    printed. `session`: what the other face hands over, to go on with. Raises as `open_session`, and UsageError where
    there is no keyboard.
    """
    inbox = Inbox()
    if options.engine:
        effective_settings(options)  # an unknown engine is told before anything is looked for
    typing = session.settings.typing if session else options.typing or load_settings()[0].typing
    keyboard = open_keyboard(inbox, typing == "line", options.piped is not None)
    changed = session is not None
    if session:
        for key in session.typed:
            inbox.put(key)
        session = session.for_face(inbox.put, live=True)
    else:
        put_right(0)
        opened = open_session(path, options, inbox.put, voices=False, live=True, read=read_interruptibly)
        session = opened._replace(speak=speak)
    ended: int | Session = 1
    try:
        with keyboard, closing(PlainFace(session, inbox, keyboard, ascii, changed)) as face:
            ended = face.run(first)
    finally:
        if isinstance(ended, int):
            session.close()
    return ended if isinstance(ended, int) else ended._replace(typed=tuple(_keys_left(inbox)))


def _keys_left(inbox: Inbox) -> Iterator[str]:
    """The keys that were pressed but not answered."""
    while not inbox.empty():
        item = inbox.get()
        if isinstance(item, str) and item != HANG_UP:
            yield item
