"""The plain face within the test's process: keys go in one after the other, and what is written for each comes out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty

import pytest

from tests.support.plain_program import as_read
from tui_reader.faces.plain.face import PlainFace
from tui_reader.faces.plain.spoken_lines import NEWLINE
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.session import open_session
from tui_reader.terminal.keyboard import Inbox, WindowsKeyboard


class KeysInOrder:
    """An inbox that gives the next key whenever the face waits for one, and `q` at the end."""

    def __init__(self, keys: Sequence[str], before_each: Callable[[], None], ahead: bool) -> None:
        """`before_each` is called when a key is asked for: what the one before did is done.

        `ahead`: keys are typed while a search goes on, and not only when it is over.
        """
        self._keys = [*keys, "q"]
        self._before_each, self._ahead = before_each, ahead

    def get(self, timeout: float | None = None) -> str:
        """The next key, at once."""
        self._before_each()
        return self._keys.pop(0)

    def get_nowait(self) -> str:
        """The next key, if it is typed before the answer to the one before."""
        if not self._ahead:
            raise Empty
        return self.get()

    @property
    def waiting(self) -> int:
        """How many keys wait: none, each is typed after the answer to the one before."""
        return 0


def answers(
    path: Path, keys: Sequence[str], options: ReadingOptions, columns: int = 80, rows: int = 24, ahead: bool = False
) -> list[str]:
    """What the plain face writes on opening the document, and then for each of the keys; without what `q` says.

    Where it scrolls away what is repeated, that is a single empty line. `ahead`: keys are typed while a search goes on.
    """
    written: list[bytes] = []
    counts: list[int] = []
    inbox = KeysInOrder(keys, lambda: counts.append(len(written)), ahead)
    session = open_session(path, options, lambda event: None)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "write", lambda descriptor, data: written.append(bytes(data)) or len(data))
        patched.setattr(os, "get_terminal_size", lambda descriptor: os.terminal_size((columns, rows)))
        assert PlainFace(session, inbox, WindowsKeyboard(Inbox())).run() == 0  # type: ignore[arg-type]
    session.close()
    starts = [0, *counts]
    scrolled = (NEWLINE * rows).encode()
    parts = (b"".join(written[start:end]) for start, end in zip(starts, counts, strict=False))
    return [as_read(part.replace(scrolled, b"\n")) for part in parts]
