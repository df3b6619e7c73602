"""Two listeners that are models, for what cannot run here: a differ of lines (NVDA, Narrator) and a braille display.

Both look at the screen that a terminal would show. Neither is the real thing.
"""

from __future__ import annotations

import difflib
import re
import time
from collections.abc import Iterator, Mapping, Sequence

import pyte

from tests.heard.listener import QUIET, InTerminal, wait
from tests.support.speech_dispatcher_stand_in import Message

SETTLED = 0.05
"""Seconds without a write after which a reader looks at the screen."""
A_FEW = 15
"""Of a line in which fewer characters than these have changed, only they are said."""
CELLS = 40
"""Of a common braille display."""
UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-z]|\x1b\[\?[0-9;]*\$p")
"""Questions about keys and modes, which pyte would print."""


class Looker(InTerminal):
    """One who sees the screen of a terminal."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 80, rows: int = 24
    ) -> None:
        super().__init__(command, {"TERM": "xterm-256color", **environment}, columns, rows)
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._seen = 0
        """How many writes are on the screen."""

    def _looks(self) -> Iterator[float]:
        """The times at which the writes rest, each when the screen shows what was written up to then."""
        writes = list(self.program.writes)
        burst = b""
        for number in range(self._seen, len(writes)):
            at, data = writes[number]
            after = writes[number + 1][0] if number + 1 < len(writes) else time.monotonic()
            burst += data
            if after - at > SETTLED:
                self._stream.feed(UNKNOWN.sub(b"", burst))
                self._seen, burst = number + 1, b""
                yield at


class Differ(Looker):
    """Hears the lines that are new on the screen; of one that is a little different, what is different."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 80, rows: int = 24
    ) -> None:
        super().__init__(command, environment, columns, rows)
        self._before: list[str] = []
        self._messages: list[Message] = []

    @property
    def messages(self) -> Sequence[Message]:
        for at in self._looks():
            now = [line.rstrip() for line in self._screen.display]
            self._messages += [Message(line, {}, at) for line in said_lines(self._before, now)]
            self._before = now
        return self._messages


class BrailleWindow(Looker):
    """Feels the cells of the cursor's line around the cursor, if it is shown; hears nothing."""

    cells = CELLS
    """How many its display has."""

    @property
    def messages(self) -> Sequence[Message]:
        return []

    def feel(self) -> str:
        """The cells, once the program has written since this was asked last, and then rests."""
        wait(lambda: len(self.program.writes) > self._seen, "an answer")
        wait(self._rests, "the end of an answer")
        for _ in self._looks():
            pass
        cursor = self._screen.cursor
        first, line = cursor.x // self.cells * self.cells, str(self._screen.display[cursor.y])
        return line[first : first + self.cells].rstrip()

    def _rests(self) -> bool:
        """Whether nothing was written for a while, and the last was no line feed, which words always follow."""
        at, data = self.program.writes[-1]
        return time.monotonic() - at >= QUIET and not data.endswith(b"\n \r")

    @property
    def shown(self) -> bool:
        """Whether the cursor is shown."""
        return not self._screen.cursor.hidden


def said_lines(before: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    """What a differ of lines says."""
    gone = ""
    for line in difflib.ndiff(before, now):
        tag, text = line[0], line[2:]
        if tag == "+":
            said = different(gone, text).strip()
            if said:
                yield said
        if tag != "?":
            gone = text if tag == "-" else ""


def different(old: str, new: str) -> str:
    """Of a line, what is said of it: what is different if that is little, or all of it."""
    same = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    until = len(new)
    while len(old) == len(new) and until > same and old[until - 1] == new[until - 1]:
        until -= 1
    return new[same:until] if until - same < A_FEW else new
