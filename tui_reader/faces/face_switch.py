"""The document on one face, and on the other whenever the person changes it: the same reading all the while.

A face that is left for the other one hands over its session, still open; nothing is read or opened again.
"""

from __future__ import annotations

from argparse import Namespace

from tui_reader.errors import ReaderError
from tui_reader.startup.face_choice import Choice, Face
from tui_reader.startup.open_document import Options
from tui_reader.startup.session import Session


def show(asked: Namespace, choice: Choice, options: Options) -> int:
    """Show what is asked for on the face that was chosen, then on the other as often as wanted; the exit status.

    Raises as the faces' `run`.
    """
    face, first = choice.face, _remembered(choice)
    session: Session | None = None
    while True:
        if face is Face.PLAIN:
            from tui_reader.faces.plain import run as run_plain

            ended = run_plain(asked.file, options, asked.speak, first, asked.ascii, session)
            face = Face.FULL
        else:
            from tui_reader.faces.tui import run as run_full

            ended = run_full(asked.file, options, session)
            face = Face.PLAIN
        if isinstance(ended, int):
            return ended
        session = ended


def _remembered(choice: Choice) -> tuple[str, ...]:
    """A face that was chosen by evidence is kept for the next time; the lines that say so."""
    if not choice.found:
        return ()
    from tui_reader.settings import keep_setting

    try:
        keep_setting("face", choice.face.value)
    except ReaderError as error:
        return (str(error), choice.line)
    return (choice.line,)
