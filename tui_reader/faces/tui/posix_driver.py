"""Textual's driver of a POSIX terminal: for input of any bytes, and for who hears the terminal."""

from __future__ import annotations

import time
from contextlib import suppress

from textual.drivers.linux_driver import LinuxDriver

from tui_reader.startup.screen_reader_detection import on_accessibility_bus

SETTLED = 0.05
"""Seconds in which a terminal has told the accessibility bus what stands on it now."""
SAID_ALOUD = ("\x1b[?2026$p", "\x1b[?2048$p", "\x1b[>", "\x1b[<u", "\x1b]22;", "\x1b]52;")
"""Questions and wishes to a terminal (synchronised output, size reports, keys, the mouse's shape, the clipboard) that
yasr, which runs it inside itself, does not know and says."""


class PosixDriver(LinuxDriver):
    """Goes on where the driver of Textual ends the program with a traceback, and writes nothing that is said aloud."""

    _quiet = not on_accessibility_bus()
    """Whether a screen reader may run the terminal inside itself."""

    def run_input_thread(self) -> None:
        """Read keys until the screen is left; what is read together with bytes that are no UTF-8 is dropped."""
        while not self.exit_event.is_set():
            with suppress(UnicodeDecodeError):
                super().run_input_thread()

    def write(self, data: str) -> None:
        """Write to the terminal."""
        if not (self._quiet and data.startswith(SAID_ALOUD)):
            super().write(data)

    def stop_application_mode(self) -> None:
        """Give the terminal back; for plain text mode the lines that come back with it are scrolled out of sight.

        They all come at once, and Orca would say them before the next message; in Fenrir those of the screen stay.
        """
        super().stop_application_mode()
        if getattr(self._app, "handed", None):
            rows = self._get_terminal_size()[1]
            self.write(f"\x1b[{rows};1H" + "\n" * rows + "\x1b[H")
            self.flush()
            time.sleep(SETTLED)
