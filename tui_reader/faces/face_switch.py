"""Shows a document on one face, and on the other when the person changes it: the full screen and plain text mode.

A face that is left hands over its session, still open: nothing is read or opened again.
"""

from __future__ import annotations

from argparse import Namespace

from tui_reader.startup.face_choice import Face, FaceChoice
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.session import Session
from tui_reader.startup.stored_face import store_found_face


def show_faces(arguments: Namespace, choice: FaceChoice, options: ReadingOptions) -> int:
    """Show the document on the face that was chosen, then on the other as often as the person changes it.

    Gives the exit status. Raises as the faces' `run`.
    """
    face, first = choice.face, store_found_face(choice)
    session: Session | None = None
    while True:
        if face is Face.PLAIN:
            from tui_reader.faces.plain import run as run_plain

            ended = run_plain(arguments.file, options, arguments.speak, first, arguments.ascii, session)
            face = Face.FULL
        else:
            from tui_reader.faces.tui import run as run_full

            ended = run_full(arguments.file, options, session)
            face = Face.PLAIN
        if isinstance(ended, int):
            return ended
        session = ended
