"""Waiting for a large file in the terminal: another process reads it, one line says so, and Escape stops it.

The line is written once: a screen reader would read a counter again and again.
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
from tui_reader.terminal.output import in_one_line

if TYPE_CHECKING:
    from tui_reader.document.model import Document

LOOK = 0.02
"""Seconds between looks at the keyboard."""


def read_interruptibly(source: InputSource) -> Document:
    """Read a document; while a large one is read, Escape stops it.

    Raises as `formats.read` does, and ReaderError where it was stopped.
    """
    if not source.is_large or not os.isatty(0) or not sys.stderr.isatty():
        return source.read()
    from concurrent.futures import Future

    from tui_reader.startup.background_reader import BackgroundReader

    reader = BackgroundReader(source)
    done: Future[Document] = Future()

    def wait() -> None:
        try:
            done.set_result(reader.document())
        except BaseException as error:  # noqa: BLE001  raised again in the thread that waits
            done.set_exception(error)

    line = in_one_line(f"{source.message} Escape stops.")
    sys.stderr.write(line)
    sys.stderr.flush()
    try:
        with _keys() as pressed:
            thread = threading.Thread(target=wait, name="reading", daemon=True)
            thread.start()
            while thread.is_alive():
                thread.join(LOOK)
                if pressed() == b"\x1b":
                    reader.stop()
                    raise ReaderError(stopped(source))
            return done.result()
    finally:
        sys.stderr.write(f"\r{' ' * len(line)}\r")
        sys.stderr.flush()


def stopped(source: InputSource) -> str:
    """The message where reading was stopped."""
    return f"{source.name}: reading it was stopped."


@contextmanager
def _keys() -> Iterator[Callable[[], bytes]]:
    """Gives a function that returns what was typed since its last call; nothing typed is shown."""
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
