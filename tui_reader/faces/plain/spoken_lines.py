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
- A braille display shows the cells around the cursor. Behind a line that fills them these are the next, empty ones: the
  last word of such a line goes to a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.terminal.wrapping import cell_width

CELLS = 40
"""The cells of a common braille display."""
NEWLINE = "\n \r"
"""A line break with a space, because yasr says "blank" for an empty line."""
PAUSE = 0.03
"""Seconds that a terminal needs to report what was written; for VTE 0.012 was enough and 0.005 was not."""
SCREENFUL = 0.1
"""Seconds that a screen reader needs to read a screen."""


class SpokenLines:
    """The messages at the end of a terminal; none is ever changed."""

    def __init__(self, feeds_first: bool) -> None:
        """`feeds_first`: whether the line feed before a message is written alone."""
        self._feeds_first = feeds_first
        self._begun = False
        """Whether something was written."""
        self._column = 0
        """The column in which the cursor was left."""

    def pieces(self, text: str, rows: int) -> Iterator[tuple[str, float]]:
        """The pieces to write for a message on a screen of `rows` rows, each with the seconds to wait after it."""
        lines = text.split("\n")
        most = max(1, rows - 1)
        for first in range(0, len(lines), most):
            portion = lines[first : first + most]
            if self._begun and self._feeds_first:
                yield NEWLINE, PAUSE
            alone = portion[0] if len(portion) == 1 else ""
            if alone and (" " not in alone or self._column == 2 * len(alone) + 1):
                portion = [f"{alone} "]
            between = "\n" if self._begun and not self._feeds_first else ""
            self._begun, self._column = True, len(portion[-1])
            yield between + "\n".join(portion), SCREENFUL if first + most < len(lines) else 0


def felt_behind(text: str) -> str:
    """The message, its last word on a separate line if the cursor after it would be shown on empty braille cells."""
    before, blank, word = text.rpartition(" ")
    filled = blank and "\n" not in word and cell_width(text.rpartition("\n")[2]) % CELLS == 0
    return f"{before}\n{word}" if filled else text
