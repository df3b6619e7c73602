"""Writes messages to the terminal, each at once, and leaves the cursor on the message.

Knows the terminal's size and how screen readers listen (`spoken_lines`); not what is said.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator

from tui_reader.faces.plain.spoken_lines import NEWLINE, PAUSE, SpokenLines, felt_behind, pause
from tui_reader.faces.printing import wrapped
from tui_reader.settings.values import UNBROKEN
from tui_reader.terminal.output import in_ascii, without_controls
from tui_reader.terminal.wrapping import cell_width, wrap

FEW = 10
"""With more keys waiting than these, nobody listens to each message."""
AT_ONCE = 5000
"""The most characters of a message that are written at one key: some five minutes of speech."""
CHUNK = 4000
"""Bytes that are written at once: a screenful, so that no screen reader is shown the half of it. Linux keeps at least
4,096 for a terminal that does not take them."""
LOOK = 0.02
"""Seconds between looks at the keyboard while something is written."""
MORE = "Enter: more."


class Writing:
    """Adds messages at the end of the terminal's text."""

    def __init__(
        self,
        width: int,
        waiting: Callable[[], int],
        ascii: bool = False,
        start: bool = False,
        by_lines: bool = False,
        feeds_first: bool = True,
    ) -> None:
        """`width` is the longest line in cells, unless the terminal is narrower, or UNBROKEN.

        `waiting` gives the number of keys that are not answered yet. With `ascii` only ASCII is written. `feeds_first`
        as in SpokenLines.

        `start`: the cursor is left on the first cell of a message, where a braille display begins. `by_lines`: it is
        left below the message instead, where a line is typed that the terminal echoes.
        """
        self._start, self._by_lines = start and not by_lines, by_lines
        self._up = self._below = 0
        """Rows from the cursor to the last row of the message, and from its first row to that."""
        self._foot = 0
        """Rows of MORE below the words of a part of a long message."""
        self.width, self._waiting, self._ascii = width, waiting, ascii
        self._feeds_first = feeds_first
        self._lines = SpokenLines(feeds_first)
        self.rest = ""
        """What is not written yet of a long message."""
        self._told = ""
        """What was written last, with the rest behind it."""
        self._earlier: list[str] = []
        """The same for each part of a long message that was written before."""

    @property
    def columns(self) -> int:
        """The longest line, in cells, that is written now."""
        return self.width if self.width == UNBROKEN else min(_terminal_size()[0], self.width) - 1

    def say(self, text: str, question: str = "") -> None:
        """Write a message and leave the cursor on its last line; a key that is pressed meanwhile ends it.

        Of a long message a part is written (`_most`); `more` writes on, and `step` goes through all parts. A `question`
        is on a separate line, and what is typed follows it there.
        """
        self._earlier = []
        self._say(in_ascii(text) if self._ascii else text, question)

    def _say(self, text: str, question: str = "") -> None:
        columns, rows = _terminal_size()
        self._told = text
        text, self.rest = (text, "") if question else _divided(text, self._most(text, columns, rows))
        self._to_the_end()
        self._below = 0
        # A screen of one or two rows has no room for MORE; Down writes on there too.
        self._foot = 1 if self.rest and not (self._start and rows < 3) else 0
        lines = wrapped(text, self.columns)
        lines += f"\n{question}" if question else f"\n{MORE}" if self._foot else ""
        if self._by_lines:
            self._write_lines(lines if question else f"{lines}\n", self._waiting())
            return
        if not (question or self._start):
            lines = felt_behind(lines)
        known = self._waiting()
        for piece, seconds in self._lines.pieces(lines, rows, columns):
            if not self._write_lines(piece, known):
                return
            if piece == NEWLINE:
                self._nothing_pressed(0 if known > FEW else seconds, known)
            elif seconds and not self._nothing_pressed(0 if known else seconds, known):
                return
        if self._start and not question:
            self._up = self._below = min(_rows(lines, columns), rows) - 1
            self.write("\r" + (f"\x1b[{self._up}A" if self._up else ""))

    def _most(self, text: str, columns: int, rows: int) -> int:
        """How many characters of a message are written at one key.

        Where the cursor stays at its start or the terminal breaks lines, no more than the screen shows with MORE.
        """
        if not self._start and self.width != UNBROKEN:
            return AT_ONCE
        lines = wrap(without_controls(text[:AT_ONCE]), min(self.columns, columns))
        return AT_ONCE if len(lines) <= max(1, rows - 1) else lines[max(1, rows - 2)].start

    def more(self) -> None:
        """Write on in the message that was too long."""
        self._earlier.append(self._told)
        self._say(self.rest)

    def step(self, way: int) -> bool:
        """Move the cursor a row on (1) or back (-1) in the message, also to another part of it.

        False where it is left at the end of messages, or the message has no further row.
        """
        if not self._start:
            return False
        if way > 0 and self.rest and self._up == self._foot:
            self.more()
        elif way < 0 and self._up == self._below and self._earlier:
            self._say(self._earlier.pop())
            self._move(max(0, self._up - self._foot))
        elif 0 <= self._up - way <= self._below:
            self._move(way)
        else:
            return False
        return True

    def _move(self, rows: int) -> None:
        """Move the cursor so many rows down, up where they are negative."""
        self._up -= rows
        if rows:
            self.write(f"\x1b[{abs(rows)}{'B' if rows > 0 else 'A'}")

    def _nothing_pressed(self, seconds: float, known: int) -> bool:
        """Wait so long; False at once if more keys than are `known` wait to be answered."""
        end = time.monotonic() + seconds
        while self._waiting() <= known:
            left = end - time.monotonic()
            if left <= 0:
                return True
            time.sleep(min(LOOK, left))
        return False

    def _write_lines(self, text: str, known: int) -> bool:
        """Write a piece of a message; False if a key was pressed while the terminal took nothing."""
        for chunk in _chunks(text):
            while not _takes_more():
                if self._waiting() > known:
                    return False
            self.write(chunk)
        return True

    def _to_the_end(self) -> None:
        """Move the cursor to the last line again."""
        self._move(self._up)

    def write(self, text: str) -> None:
        """Write characters as they are."""
        data = text.encode(sys.stdout.encoding, sys.stdout.errors or "replace")
        while data:
            data = data[os.write(1, data) :]

    def leave(self, cut: bool = True) -> None:
        """Write a line feed, after which a shell can write; later messages start anew.

        `cut`: whether it is left in the middle of what may be typed, and not behind a message.
        """
        self._to_the_end()
        if not cut:
            # A message that is followed at once loses its first letter in Orca.
            time.sleep(pause() if self._feeds_first else PAUSE)
        if cut or not self._by_lines:
            self.write("\n")
        self._lines = SpokenLines(self._feeds_first)


def _divided(text: str, most: int) -> tuple[str, str]:
    """The first characters of a message, at most so many, up to the end of a line or word, and the rest."""
    if len(text) <= most:
        return text, ""
    end = max(text.rfind("\n", most // 2, most), text.rfind(" ", most // 2, most))
    return (text[:most], text[most:]) if end < 0 else (text[:end], text[end + 1 :])


def _rows(lines: str, columns: int) -> int:
    """How many rows of a terminal lines take, which breaks those that are longer."""
    return sum(max(1, -(-cell_width(line) // columns)) for line in lines.split("\n"))


def _chunks(text: str) -> Iterator[str]:
    """The text in pieces that a terminal which takes anything takes whole."""
    while text:
        piece = text.encode(errors="replace")[:CHUNK].decode(errors="ignore")
        yield text[: len(piece)]
        text = text[len(piece) :]


def _takes_more() -> bool:
    """Whether standard output takes something now; it is asked for LOOK seconds."""
    if sys.platform == "win32":
        return True
    import select

    return bool(select.select([], [1], [], LOOK)[1])


def _terminal_size() -> tuple[int, int]:
    """Columns and rows of the terminal of standard output; 80 by 24 if they are unknown."""
    try:
        columns, rows = os.get_terminal_size(1)
    except OSError:
        return 80, 24
    return columns or 80, rows or 24
