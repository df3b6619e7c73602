"""Prints who speaks, and with captions what, when it starts to be heard."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable

from tui_reader.faces.printing import wrapped
from tui_reader.narration.utterance import Utterance
from tui_reader.reading import Reading


class TurnPrinter:
    """Remembers who spoke last."""

    def __init__(
        self, reading: Reading, width: int, captions: bool, print_lines: Callable[[Iterable[object]], None]
    ) -> None:
        """`width` is the longest line in columns, unless the terminal is narrower."""
        self._names = reading.document.short_names
        self._width, self._captions, self._print_lines = width, captions, print_lines
        self._last: tuple[int, str] | None = None

    def print_turn(self, utterance: Utterance) -> None:
        """Print the name where the turn or the voice changes, and the words with captions."""
        name = self._names.get(utterance.voice, utterance.voice)
        new = self._last != (utterance.page, utterance.voice)
        self._last = (utterance.page, utterance.voice)
        line = ""
        if self._captions:
            line = f"{name}: {utterance.shown}" if new else utterance.shown
        elif new:
            line = name
        if line:
            columns = shutil.get_terminal_size().columns
            self._print_lines(wrapped(line, min(columns, self._width) - 1).split("\n"))
