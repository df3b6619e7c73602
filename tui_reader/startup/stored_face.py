"""Stores plain text mode as the setting `face` where it was chosen because a screen reader was found."""

from __future__ import annotations

from tui_reader.errors import ReaderError
from tui_reader.startup.face_choice import FaceChoice


def store_found_face(choice: FaceChoice) -> tuple[str, ...]:
    """Store the face for the next start, where a screen reader that was found decided; the lines that say so.

    Where the settings cannot be written, the first line says why.
    """
    if not choice.found:
        return ()
    from tui_reader.settings import keep_setting

    try:
        keep_setting("face", choice.face.value)
    except ReaderError as error:
        return (str(error), choice.line)
    return (choice.line,)
