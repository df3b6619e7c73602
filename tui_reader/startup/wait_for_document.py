"""Waiting for a large file in the terminal: another process reads it, lines say how far it is, and a key stops it.

A line is written once and stays: a screen reader would read a counter again and again.
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
from tui_reader.terminal.milestones import Milestones
from tui_reader.terminal.output import in_one_line

if TYPE_CHECKING:
    from tui_reader.document.model import Document

START_OVER = "Open it again to start over."
LOOK = 0.02
"""Seconds between looks at the keyboard."""


def read_interruptibly(source: InputSource) -> Document:
    """Read a document; while a large one is read, Escape stops it.

    Raises as `formats.read` does, and ReaderError where it was stopped.
    """
    if not source.is_large or not os.isatty(0) or not sys.stderr.isatty():
        return source.read()
    lines: list[str] = []

    def tell(line: str) -> None:
        sys.stderr.write(f"{chr(10) if lines else ''}{in_one_line(line)}")
        sys.stderr.flush()
        lines.append(in_one_line(line))

    try:
        with _keys() as pressed:
            return read_telling(source, "Escape stops.", tell, lambda: pressed() == b"\x1b")
    except KeyboardInterrupt:
        raise KeyboardInterrupt(f"{source.name}: {START_OVER}") from None
    finally:
        blank = " " * len(lines[0]) if lines else ""
        sys.stderr.write("\n" if lines[1:] else f"\r{blank}\r")
        sys.stderr.flush()


def read_telling(
    source: InputSource, how: str, tell: Callable[[str], None], is_stopped: Callable[[], bool]
) -> Document:
    """Read a document in another process; `tell` takes lines of the progress, of which the first ends with `how`.

    `is_stopped` is asked every LOOK seconds. Raises as `formats.read` does, and ReaderError where it was stopped.
    """
    from concurrent.futures import Future

    from tui_reader.startup.background_reader import BackgroundReader

    reader = BackgroundReader(source)
    done: Future[Document] = Future()

    def wait() -> None:
        try:
            done.set_result(reader.document())
        except BaseException as error:  # noqa: BLE001  raised again in the thread that waits
            done.set_exception(error)

    progress = Milestones(f"{source.message} {how}", tell, at_once=True)
    progress.reached(0.0)
    thread = threading.Thread(target=wait, name="reading", daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(LOOK)
            if is_stopped():
                raise ReaderError(f"{stopped(source)} {START_OVER}")
            progress.reached(reader.share)
        return done.result()
    finally:
        if thread.is_alive():
            reader.stop()


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
