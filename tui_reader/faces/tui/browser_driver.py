"""The driver of the full screen in a browser: Textual's own, but it ends with the window that it draws for."""

from __future__ import annotations

from contextlib import suppress

from textual import messages
from textual.drivers.web_driver import WebDriver


class BrowserDriver(WebDriver):
    """Reads keys from standard input and draws on standard output, in packets, for `tui-reader serve`.

    The end of the input is the end of the window, also where the server was killed. Textual's own driver reads no
    more then, and leaves the app running.
    """

    def run_input_thread(self) -> None:
        """Read keys until the input ends, then end the app."""
        super().run_input_thread()
        self._app.post_message(messages.ExitApp())

    def write(self, data: str) -> None:
        """Draw; a window that is gone is drawn no more."""
        with suppress(BrokenPipeError):
            super().write(data)

    def write_meta(self, data: dict[str, object]) -> None:
        """Tell the server; one that is gone is told nothing."""
        with suppress(BrokenPipeError):
            super().write_meta(data)
