"""Where copied text goes: to a clipboard, or to a file where there is none; told as it really is."""

from __future__ import annotations

import os
from collections.abc import Callable

from tui_reader.errors import ReaderError
from tui_reader.paths import data_folder
from tui_reader.terminal.counts import count

NOTES = "notes.txt"
"""The file of the person's data folder that takes what is copied where there is no clipboard."""


def copied(text: str, words: str, with_reference: bool, send: Callable[[str], str] = lambda text: "") -> str:
    """Copy `text`, which is `words` and perhaps their reference; the line that says what was done.

    `send` gives the text to the terminal and returns the name of what it was given to; empty where that takes none.
    Raises ReaderError where it can be put nowhere.
    """
    from tui_reader.terminal import clipboard

    many = f"{count(len(words.split()), 'word')}{' with reference' if with_reference else ''}"
    where, sent = clipboard.copy(text), send(text)
    if where:
        return f"Copied {many} to {where}."
    if sent:
        return f"Sent {many} to {sent}, which does not say whether its clipboard took them."
    return f"Copied {many} to {_written(text)}, as there is no clipboard."


def _written(text: str) -> str:
    """Write text at the end of the file NOTES; its path. Raises ReaderError."""
    path = data_folder() / NOTES
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        private = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(private, "a", encoding="utf-8", errors="replace") as file:
            file.write(f"{text}\n\n")
    except OSError as error:
        raise ReaderError(f"There is no clipboard, and {path} cannot be written: {error.strerror}.") from None
    return str(path)
