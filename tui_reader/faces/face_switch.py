"""Shows a document on one face, and on the other when the person changes it: the full screen and plain text mode.

A face that is left hands over its session, still open: nothing is read or opened again.
"""

from __future__ import annotations

from pathlib import Path

from tui_reader.startup.face_choice import Face, FaceChoice
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.session import Session


def show_faces(
    path: Path | None, options: ReadingOptions, choice: FaceChoice, speak: bool = False, ascii: bool = False
) -> int:
    """Show the document at `path` on the face that was chosen, then on the other as often as the person changes it.

    `speak`: plain text mode starts with its voices on. `ascii`: it prints nothing but ASCII. Returns the exit status.
    Raises as the faces' `run`.
    """
    face, first = choice.face, (choice.line,) if choice.found else ()
    session: Session | None = None
    while True:
        if face is Face.PLAIN:
            from tui_reader.faces.plain import run as run_plain

            ended = run_plain(path, options, speak, first, ascii, session)
            face = Face.FULL
        else:
            from tui_reader.faces.tui import run as run_full

            ended = run_full(path, options, session)
            face = Face.PLAIN
        if isinstance(ended, int):
            return ended
        session = ended
        session.reading.whereabouts.forget()
