"""The media keys and player controls of the desktop, as the faces and the session know them.

Importing and starting it costs nothing: what speaks with the session bus is imported by its thread.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socket import socket

    from tui_reader.desktop.player_view import PlayerView
    from tui_reader.playback.asked import Asked
    from tui_reader.reading import Reading


class DesktopControls:
    """Shows a reading to the desktop, once it is started; until then, and where there is no desktop, does nothing.

    Its methods are called from one thread, the face's, and return at once.
    """

    def __init__(self, reading: Reading, post: Callable[[Asked], None], wanted: bool = True) -> None:
        """`post` takes what the desktop asks, in another thread. `wanted` False: it is never started."""
        self._reading, self._post, self._wanted = reading, post, wanted
        self._waker: socket | None = None
        """Where a byte wakes the thread, which ends when it is closed."""
        self.latest: tuple[PlayerView, float]
        """What is shown, and when it was so, in seconds of the monotonic clock; read in the thread."""

    def start(self, environ: Mapping[str, str] = os.environ) -> None:
        """Be there for the desktop from now on, where there is one. Call it when the first page is shown."""
        if self._waker or not self._wanted or not sys.platform.startswith("linux"):
            return
        from tui_reader.terminal.session_bus import sockets

        try:
            addresses = list(sockets(environ))
        except ValueError:
            return
        if addresses:
            import socket
            import threading

            woken, self._waker = socket.socketpair()
            self._waker.setblocking(False)
            self.update()
            threading.Thread(target=self._serve, args=(addresses, woken), name="mpris", daemon=True).start()

    @property
    def started(self) -> bool:
        """Whether the desktop can ask for something."""
        return self._waker is not None

    def update(self, reading_on: bool = False, held: bool = False) -> None:
        """Show what has changed; `reading_on` and `held` as in `view_of`."""
        if self._waker:
            from tui_reader.desktop.player_view import view_of

            self.latest = view_of(self._reading, reading_on, held), time.monotonic()
            self._wake()

    def close(self) -> None:
        """Be gone for the desktop."""
        if self._waker:
            self._waker.close()
            self._waker = None

    def _wake(self) -> None:
        assert self._waker
        try:
            self._waker.send(b"\0")
        except OSError:  # it is being woken already, or has ended
            return

    def _serve(self, addresses: list[str | bytes], woken: socket) -> None:
        with woken:
            try:
                from tui_reader.desktop.mpris_service import serve

                serve(addresses, woken, lambda: self.latest, self._post)
            except Exception:  # noqa: BLE001 - a desktop that is not there or broken is no matter of the reading
                return
