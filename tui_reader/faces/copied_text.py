"""What is copied and where it goes: to a clipboard, or to a file where there is none; told as it really is."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.document.model import Page
from tui_reader.errors import ReaderError
from tui_reader.paths import data_folder
from tui_reader.reading import Reading
from tui_reader.terminal.counts import count

if TYPE_CHECKING:
    from tui_reader.reading.selection import Selection

NOTES = "notes.txt"
"""The file of the person's data folder that takes what is copied where there is no clipboard."""


def copy_here(
    reading: Reading,
    page: Page,
    selected: Selection | None,
    with_reference: bool,
    send: Callable[[str], str] = lambda text: "",
) -> str:
    """Copy what is selected, or else the turn or paragraph of `page`; the line that says what was done.

    `with_reference` copies their reference too. `send` gives the text to the terminal and returns the name of what it
    was given to; empty where that takes none. Raises ReaderError where the text can be put nowhere.
    """
    from tui_reader.reading import selection
    from tui_reader.terminal import clipboard

    document, place = reading.document, reading.place
    stretch, name = (selected, "the selection") if selected else selection.unselected(page, place.position)
    words = selection.words_of(document, stretch) if selected or not page.turn else selection.turn_of(document, page)
    text = words
    if with_reference:
        text = selection.with_reference(document, words, stretch, place.path, reading.settings.citation)
    told = f"{name}{' with reference' if with_reference else ''}, {count(len(words.split()), 'word')},"
    where, sent = clipboard.copy(text), send(text)
    if where:
        return f"Copied {told} to {where}."
    if sent:
        return f"Sent {told} to {sent}, which does not say if it took them."
    return f"Copied {told} to {_written(text)}, as there is no clipboard."


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
