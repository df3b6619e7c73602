"""Writes messages at the end of a terminal's text so that a screen reader says each one whole and once.

Measured with yasr, Fenrir and Orca (tests/heard). Knows nothing of what is said.

- A terminal that scrolls tells the accessibility bus (AT-SPI) that its new text begins with the line feed at the end of
  the line above, and Orca says lines whole: it would say that line again. So the line feed goes first, and the text
  when the terminal has told the bus of it. Whether the terminal scrolls only it knows: its screen may be full of
  other lines.
- yasr, Fenrir and tdsr, which run the terminal inside themselves, and the readers of Linux's own console are told of no
  scrolling, and Fenrir says "blank" to a line feed that comes alone. For them it goes with the text.
- Fenrir takes a single line for an echo of typing when the cursor has moved as many cells as it has characters, and a
  single word on a full screen. A blank behind the line makes them different.
- Fenrir hears what is on the screen: of a message that is longer, a screenful at a time is written.
- Fenrir, and NVDA where it compares lines, say the lines in which the screen differs from before. A long turn that is
  repeated leaves the screen as it was: where lines would be missed, those that stand there are scrolled away first.
- Fenrir cuts lines that are longer than a window that became narrow, and says those too: they are scrolled away.
- A braille display shows the cells around the cursor. Behind a line that fills them these are the next, empty ones: the
  last word of such a line goes to a line of its own.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

from tui_reader.terminal.wrapping import cell_width

CELLS = 40
"""The cells of a common braille display; for smaller ones the cursor is left at the start of messages."""
NEWLINE = "\n \r"
"""A line break with a space, because yasr says "blank" for an empty line."""
PAUSE = 0.03
"""Seconds that a terminal needs to report what was written; for VTE 0.012 was enough and 0.005 was not."""
MOST_PAUSE = 0.12
"""With five programs to each processor Orca said one line of 100 again after 0.03, and none of 500 after this."""
SCREENFUL = 0.1
"""Seconds that a screen reader needs to read a screen; on a busy machine it is a few pauses."""


class SpokenLines:
    """The messages at the end of a terminal; none is ever changed."""

    def __init__(self, feeds_first: bool) -> None:
        """`feeds_first`: whether the line feed before a message is written alone."""
        self._feeds_first = feeds_first
        self._column = 0
        """The column in which the cursor was left."""
        self._shown: list[str] = []
        """The lines that are on the screen, at most."""
        self._size = 0, 0
        """Rows and columns of the screen when it was last written to."""

    def pieces(self, text: str, rows: int, columns: int = 80) -> Iterator[tuple[str, float]]:
        """The pieces to write for a message on a screen of that size, each with the seconds to wait after it."""
        resized = bool(self._shown) and not self._feeds_first and self._size != (rows, columns)
        self._size = rows, columns
        lines = text.split("\n")
        most = max(1, rows - 1)
        for first in range(0, len(lines), most):
            portion = lines[first : first + most]
            if resized or _is_missed(self._shown[-rows:], portion, rows):
                yield NEWLINE * rows, screenful()
                self._shown, resized = [], False
            elif self._shown and self._feeds_first:
                yield NEWLINE, pause()
            between = "\n" if self._shown and not self._feeds_first else ""
            self._shown = [*self._shown, *portion][-rows:]
            alone = portion[0] if len(portion) == 1 else ""
            if alone and (" " not in alone or self._column == 2 * len(alone) + 1):
                portion = [f"{alone} "]
            self._column = len(portion[-1])
            yield between + "\n".join(portion), screenful() if first + most < len(lines) else 0


def _is_missed(shown: Sequence[str], new: Sequence[str], rows: int) -> bool:
    """Whether a comparison of the screen's lines, before and after, takes other lines than these for new."""
    if not set(shown) & set(new):
        return False
    from difflib import Differ

    others = [f"line {number} of others" for number in range(rows - len(shown))]
    before = [*others, *shown]
    after = [*before, *new][-rows:]
    return [line[2:] for line in Differ().compare(before, after) if line[0] == "+"] != list(new)


def pause() -> float:
    """Seconds to wait until the terminal has reported what was written: longer where many wait for a processor."""
    if sys.platform == "win32":
        return PAUSE
    return min(MOST_PAUSE, PAUSE * max(1, os.getloadavg()[0] / (os.cpu_count() or 1) - 1))


def screenful() -> float:
    """Seconds to wait until a screen reader has read a screen."""
    return max(SCREENFUL, 3 * pause())


def felt_behind(text: str) -> str:
    """The message, its last word on a separate line if the cursor after it would be shown on empty braille cells."""
    before, blank, word = text.rpartition(" ")
    filled = blank and "\n" not in word and cell_width(text.rpartition("\n")[2]) % CELLS == 0
    return f"{before}\n{word}" if filled else text
