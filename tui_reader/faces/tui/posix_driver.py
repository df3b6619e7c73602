"""Textual's driver of a POSIX terminal, for input of any bytes."""

from __future__ import annotations

from contextlib import suppress

from textual.drivers.linux_driver import LinuxDriver


class PosixDriver(LinuxDriver):
    """Goes on where the driver of Textual ends the program with a traceback."""

    def run_input_thread(self) -> None:
        """Read keys until the screen is left; what is read together with bytes that are no UTF-8 is dropped."""
        while not self.exit_event.is_set():
            with suppress(UnicodeDecodeError):
                super().run_input_thread()
