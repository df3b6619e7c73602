"""A large file is read by another process while a line in the terminal says so and Escape stops it. Knows no face.

The line is written once, for a counter would be read out by a screen reader again and again.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui_reader.errors import ReaderError
from tui_reader.startup.input_source import InputSource

if TYPE_CHECKING:
    from tui_reader.document.model import Document

LOOK = 0.02
"""Seconds between looks at the keyboard."""


def patiently(to_read: InputSource) -> Document:
    """The document; waiting for a large one can be stopped by Escape.

    Raises as `formats.read` does, and ReaderError when it was stopped.
    """
    if not to_read.is_large or not os.isatty(0) or not sys.stderr.isatty():
        return to_read.read()
    from concurrent.futures import Future

    from tui_reader.startup.background_reader import BackgroundReader

    reading = BackgroundReader(to_read)
    done: Future[Document] = Future()

    def wait() -> None:
        try:
            done.set_result(reading.document())
        except BaseException as error:  # noqa: BLE001 - whoever waits for it gets it
            done.set_exception(error)

    line = f"{to_read.told} Escape stops."
    sys.stderr.write(line)
    sys.stderr.flush()
    try:
        with _keys() as pressed:
            thread = threading.Thread(target=wait, name="reading", daemon=True)
            thread.start()
            while thread.is_alive():
                thread.join(LOOK)
                if pressed() == b"\x1b":
                    reading.stop()
                    raise ReaderError(stopped(to_read))
            return done.result()
    finally:
        sys.stderr.write(f"\r{' ' * len(line)}\r")
        sys.stderr.flush()


def stopped(to_read: InputSource) -> str:
    """What is said when it was stopped."""
    return f"{to_read.name}: reading it was stopped."


@contextmanager
def _keys() -> Iterator[Callable[[], bytes]]:
    """What was typed since it was last asked for; nothing of it is seen."""
    if sys.platform == "win32":
        import msvcrt

        yield lambda: msvcrt.getch() if msvcrt.kbhit() else b""
        return
    import select
    import termios

    def pressed() -> bytes:
        return os.read(0, 1024) if select.select([0], [], [], 0)[0] else b""

    before = termios.tcgetattr(0)
    mode = termios.tcgetattr(0)
    mode[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(0, termios.TCSADRAIN, mode)
    try:
        yield pressed
    finally:
        termios.tcsetattr(0, termios.TCSADRAIN, before)
