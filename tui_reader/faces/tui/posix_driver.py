"""Textual's driver of a POSIX terminal: for input of any bytes, and for who hears the terminal."""

from __future__ import annotations

import codecs
import os
import select
import time
from functools import lru_cache

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, Paste

from tui_reader.startup.screen_reader_detection import on_accessibility_bus
from tui_reader.terminal.input_tokens import InputTokens, Token
from tui_reader.terminal.keys import UNKNOWN

SAID_ALOUD = ("\x1b[?2026$p", "\x1b[?2048$p", "\x1b[>", "\x1b[<u", "\x1b]22;", "\x1b]52;")
"""Questions and wishes to a terminal (synchronised output, size reports, keys, the mouse's shape, the clipboard) that
yasr, which runs it inside itself, does not know and says."""
LOOK = 0.1
"""Seconds between looks whether the screen was left."""


class PosixDriver(LinuxDriver):
    """Goes on where the driver of Textual ends the program with a traceback, and writes nothing that is said aloud.

    What the terminal sends is divided before Textual sees it: a sequence may come in pieces, and a report of the mouse
    or of the terminal is never a key.
    """

    _quiet = not on_accessibility_bus()
    """Whether a screen reader may run the terminal inside itself."""

    def run_input_thread(self) -> None:
        """Read keys until the screen is left; bytes that are no UTF-8 are dropped."""
        parser, tokens = XTermParser(), InputTokens()
        decode = codecs.getincrementaldecoder("utf-8")("ignore").decode
        last = time.monotonic()
        while not self.exit_event.is_set():
            wait = tokens.wait
            if select.select([self.fileno], [], [], min(LOOK, LOOK if wait is None else wait))[0]:
                sent, last = os.read(self.fileno, 4096), time.monotonic()
                found = tokens.feed(decode(sent))
                if not sent:
                    self.exit_event.wait(LOOK)
            elif wait is not None and time.monotonic() - last >= wait:
                found = tokens.end()
            else:
                continue
            for token in found:
                self._take(token, parser)

    def _take(self, token: Token, parser: XTermParser) -> None:
        if token.kind == "paste":
            self.process_message(Paste(token.text.replace("\0", "")))
        elif token.kind == "escape":
            self.process_message(Key("escape", "\x1b"))
        elif token.kind == "text" or token.text.startswith(("\x1b[<", "\x1b[M")) or _is_known(token.text):
            for event in parser.feed(token.text):
                self.process_message(event)
        elif token.kind == "key":
            self.process_message(Key(UNKNOWN, None))

    def write(self, data: str) -> None:
        """Write to the terminal."""
        if not (self._quiet and data.startswith(SAID_ALOUD)):
            super().write(data)

    def stop_application_mode(self) -> None:
        """Give the terminal back; for plain text mode the lines that come back with it are scrolled out of sight.

        They all come at once, and Orca would say them before the next message; in Fenrir those of the screen stay.
        The message waits as behind a screenful, on a busy machine longer.
        """
        super().stop_application_mode()
        if getattr(self._app, "handed", None):
            from tui_reader.faces.plain.spoken_lines import screenful

            rows = self._get_terminal_size()[1]
            self.write(f"\x1b[{rows};1H" + "\n" * rows + "\x1b[H")
            self.flush()
            time.sleep(screenful())


@lru_cache(maxsize=200)
def _is_known(sequence: str) -> bool:
    """Whether Textual knows a sequence: it makes something of it at once, and does not wait for more."""
    return any(True for _ in XTermParser().feed(sequence))
