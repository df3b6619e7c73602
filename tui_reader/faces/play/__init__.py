"""Reads a document aloud without a screen, by a sound device or into a stream that another program plays.

Who speaks is printed at each turn, with captions the words too. What a person types meanwhile, line by line, is done.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui_reader.document.model import Position
from tui_reader.faces.play.face import PlayFace
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.startup.session import open_session
from tui_reader.terminal.keyboard import Inbox, Keyboard, open_keyboard
from tui_reader.terminal.output import complain
from tui_reader.terminal.signals import orderly_ending


def run(path: Path | None, options: ReadingOptions, captions: bool = False) -> int:
    """Read from the stored place, or from where the options say, to the end; returns the exit status.

    With `options.stream` the names and words go to standard error. Raises as `open_session`, KeyboardInterrupt for
    Ctrl+C, and OSError where a stream can be written to no more, each with the place stored.
    """
    inbox = Inbox()
    with orderly_ending():
        session = open_session(path, options, inbox.put)
        try:
            for line in (*session.notices, *session.reading.document.warnings):
                complain(line)
            with _typed_lines(inbox, options) as keyboard:
                if PlayFace(session, inbox, keyboard, captions).run():
                    # Read to the end: the next time it starts at the beginning.
                    session.reading.place.go(Position(0, 0))
        finally:
            session.close()
    return 0


@contextmanager
def _typed_lines(inbox: Inbox, options: ReadingOptions) -> Iterator[Keyboard | None]:
    """Put lines of standard input into the inbox, where they are meant for the reader.

    A terminal's are, unless the program runs in its background. Of a pipe or file they are where a stream is written,
    as `ssh` passes them on; otherwise it may hold something else, such as the list that a shell's loop reads.
    """
    if options.piped is not None or not (_in_foreground() if os.isatty(0) else options.stream):
        yield None
        return
    if sys.platform != "win32":
        signal.signal(signal.SIGTTIN, signal.SIG_IGN)  # put in the background it reads on, and no more lines
    with open_keyboard(inbox, by_lines=True) as keyboard:
        yield keyboard


def _in_foreground() -> bool:
    """Whether what is typed at the terminal is for this program, and not for a shell that has started it."""
    if sys.platform == "win32":
        return True
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:  # the terminal is not this session's own: nobody else reads it
        return True
