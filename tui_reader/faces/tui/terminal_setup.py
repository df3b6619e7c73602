"""The terminal's encoding and streams, and leaving when it is gone.

Textual writes to the standard error stream of the start, and notices neither that it is no terminal nor a hang-up.
"""

from __future__ import annotations

import codecs
import os
import sys
import threading
from collections.abc import Callable
from io import TextIOWrapper

from tui_reader.terminal.output import in_browser

PATIENCE = 3
"""Seconds that leaving may take after a hang-up."""
LIKENESS = str.maketrans("‘’‚“”„–—―…·•‹›\u00a0", '\'\',"""---.**<> ')
"""The ASCII character for a typographic one, in as many cells."""


def prepare() -> bool:
    """Whether the terminal takes UTF-8; where it does not, characters are replaced by similar ones or "?"."""
    codecs.register_error("tui_reader.likeness", _likeness)
    if not (in_browser() or os.isatty(2)):
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc]
    utf8 = True
    for stream in (sys.__stdout__, sys.__stderr__):
        if isinstance(stream, TextIOWrapper) and codecs.lookup(stream.encoding).name != "utf-8":
            stream.reconfigure(errors="tui_reader.likeness")
            utf8 = utf8 and stream is not sys.__stderr__
    return utf8


def takes_clipboard() -> bool:
    """Whether the terminal may take text for its clipboard (OSC 52).

    Linux's console and tmux as it comes do not; inside a screen reader it is not sent, for it would be said.
    """
    from tui_reader.startup.screen_reader_detection import on_accessibility_bus

    return "TMUX" not in os.environ and on_accessibility_bus()


def call_when_gone(callback: Callable[[], object]) -> None:
    """Call back, in another thread, when the terminal of standard input is gone, also where it sends no SIGHUP."""
    import select

    def wait() -> None:
        poll = select.poll()
        poll.register(0, 0)  # a hang-up is always told
        if any(event & select.POLLHUP for _, event in poll.poll()):
            callback()

    threading.Thread(target=wait, name="hang-up", daemon=True).start()


def end_soon(status: int) -> None:
    """End the process by force if it has not left in time: writing to a terminal that is gone may block."""
    guard = threading.Timer(PATIENCE, os._exit, (status,))
    guard.daemon = True
    guard.start()


def _likeness(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    near = error.object[error.start : error.end].translate(LIKENESS)
    return near.encode("ascii", "replace").decode("ascii"), error.end
