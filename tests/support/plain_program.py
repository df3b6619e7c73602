"""The program in plain mode on a pseudo-terminal, asked key by key."""

from __future__ import annotations

import os
import re
import sys
import termios
import time
from pathlib import Path

from tests.support.pty_program import PATIENCE, PtyProgram

READER = [sys.executable, "-m", "tui_reader", "--plain"]
UNHEARD = (
    "from tui_reader.playback import open_device as opening\n"
    "opening.open_device = lambda rate, *_: (opening.SilentDevice(rate), None)\n"
    "from tui_reader.cli.main import main; raise SystemExit(main())"
)
"""The program with a sound device that nobody hears."""
SENT = {
    "space": " ", "enter": "\r", "escape": "\x1b", "right": "\x1b[C", "left": "\x1bOD", "plus": "+", "minus": "-",
    "equals_sign": "=", "question_mark": "?", "left_square_bracket": "[", "right_square_bracket": "]",
}  # fmt: skip
"""What a terminal sends for a key."""


def as_read(written: bytes) -> str:
    """The lines that a person reads, without what is there for screen readers only."""
    text = written.decode().replace("\r\n", "\n").replace("\n \r", "\n")
    return re.sub(r"(?<=[.?!]) $", "", text, flags=re.MULTILINE)  # what keeps it from looking like typing


class Plain(PtyProgram):
    """The program in plain mode, asked key by key."""

    def __init__(
        self, *words: str | Path, columns: int = 80, command: list[str] | None = None, terminal: str = "linux"
    ) -> None:
        """`words` of the command line; or another `command` that starts it.

        `terminal` is the TERM: on Linux's console a message is one write, elsewhere its line feed goes first.
        """
        environment = {**os.environ, "TERM": terminal}
        super().__init__(command or [*READER, *map(str, words)], environment, columns)
        self._told = 0

    def told(self, quiet: float = 0.04, seconds: float = PATIENCE) -> str:
        """What was written since it was last asked, once something came and then nothing for a while."""
        end = time.monotonic() + seconds
        while len(self.output) == self._told:
            assert time.monotonic() < end, f"nothing came after {self.output[-200:]!r}"
            time.sleep(0.005)
        while time.monotonic() - self.writes[-1][0] < quiet:
            time.sleep(0.005)
        new = self.output[self._told :]
        self._told += len(new)
        return as_read(new)

    def ask(self, *keys: str) -> str:
        """Press keys by name and give what is written for the last of them."""
        for key in keys[:-1]:
            self.press(SENT.get(key, key).encode())
            time.sleep(0.02)
        if keys[:-1]:
            self.told()
        self.press(SENT.get(keys[-1], keys[-1]).encode())
        return self.told()

    def quit(self) -> str:
        """Press q, and give all that is written until it has ended."""
        self.press(b"q")
        self.wait()
        return as_read(self.output[self._told :])

    def silence(self, seconds: float) -> bytes:
        """What is written in some seconds without a key."""
        time.sleep(seconds)
        return self.output[self._told :]

    @property
    def modes(self) -> list[object]:
        """The terminal's settings."""
        return termios.tcgetattr(self.master)


def unheard(*words: str | Path) -> Plain:
    """The program with these words, and a sound device that nobody hears."""
    return Plain(command=[sys.executable, "-c", UNHEARD, "--plain", *map(str, words)])
