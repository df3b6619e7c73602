"""Prints who speaks, and with captions what, when it starts to be heard."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable

from tui_reader.faces.printing import wrapped
from tui_reader.narration.utterance import Delivery, Utterance
from tui_reader.reading import Reading


class TurnPrinter:
    """Remembers who spoke last."""

    def __init__(
        self, reading: Reading, width: int, captions: bool, print_lines: Callable[[Iterable[object]], None]
    ) -> None:
        """`width` is the longest line in columns, unless the terminal is narrower."""
        self._reading, self._names = reading, reading.document.short_names
        self._width, self._captions, self._print_lines = width, captions, print_lines
        self._last: tuple[int, str] | None = None

    def print_turn(self, utterance: Utterance) -> None:
        """Print the name where the turn or the voice changes, and the words with captions.

        Of a turn that is left to the person only that it begins is printed.
        """
        if utterance.delivery is Delivery.LEFT:
            self.print_own_turn()
            return
        name = self._names.get(utterance.voice, utterance.voice)
        new = self._last != (utterance.page, utterance.voice)
        self._last = (utterance.page, utterance.voice)
        line = ""
        if self._captions:
            line = f"{name}: {utterance.shown}" if new else utterance.shown
        elif new:
            line = name
        self._print(line)

    def print_own_turn(self) -> None:
        """Print that a turn of the person has begun, where that was not printed yet."""
        self._print(self._reading.rehearsal.take_notice())

    def print_report(self) -> None:
        """Print where the person hesitated in their turns."""
        if self._reading.rehearsing:
            self._print(self._reading.rehearsal.report.rstrip())

    def _print(self, line: str) -> None:
        if line:
            columns = shutil.get_terminal_size().columns
            self._print_lines(wrapped(line, min(columns, self._width) - 1).split("\n"))
