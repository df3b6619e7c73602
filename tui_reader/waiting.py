"""A large file is read while a line in the terminal says so and Escape stops it. Knows no document and no face.

The line is written once, for a counter would be read out by a screen reader again and again.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from tui_reader.errors import ReaderError

LARGE = 2_000_000
"""Bytes from which on reading may take longer than a blink: a tenth of a second."""
MEGABYTE = 1_000_000
LOOK = 0.02
"""Seconds between looks at the keyboard."""
Result = TypeVar("Result")


def patiently(work: Callable[[], Result], name: str, size: int) -> Result:
    """What `work` gives or raises. Where `size` bytes are large, it is done in a thread and can be stopped by Escape.

    Raises ReaderError when it was stopped.
    """
    if size < LARGE or not os.isatty(0) or not sys.stderr.isatty():
        return work()
    from concurrent.futures import Future

    done: Future[Result] = Future()

    def act() -> None:
        try:
            done.set_result(work())
        except BaseException as error:  # noqa: BLE001 - whoever waits for it gets it
            done.set_exception(error)

    line = f"Reading {name}, {size / MEGABYTE:.0f} MB. Escape stops."
    sys.stderr.write(line)
    sys.stderr.flush()
    try:
        with _keys() as pressed:
            thread = threading.Thread(target=act, name="reading", daemon=True)
            thread.start()
            while thread.is_alive():
                thread.join(LOOK)
                if pressed() == b"\x1b":
                    raise ReaderError(f"{name}: reading it was stopped.")
            return done.result()
    finally:
        sys.stderr.write(f"\r{' ' * len(line)}\r")
        sys.stderr.flush()


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
