"""The reader as a player on the session bus: answers what the desktop asks, and tells it what has changed.

It runs in a thread of its own. What is asked is posted to the face, as events of the player are.
"""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from socket import socket

from tui_reader.desktop import mpris
from tui_reader.desktop.bus_answers import answer, properties_changed, seeked
from tui_reader.desktop.bus_connection import BusConnection, BusError
from tui_reader.desktop.player_view import PlayerView
from tui_reader.playback.asked import Asked

DRIFT = 1.0
"""Seconds by which the position may differ from what the desktop expects until it is told the true one."""

Latest = Callable[[], tuple[PlayerView, float]]
"""Gives what is shown, and when it was so, in seconds of the monotonic clock."""


def serve(addresses: Sequence[str | bytes], woken: socket, latest: Latest, post: Callable[[Asked], None]) -> None:
    """Be a player on the first of these sockets that answers, until `woken` is closed at its other end.

    A byte there says that `latest` has changed. `post` takes what is asked. Raises BusError or OSError where no bus
    answers or it is gone, and anything that jeepney raises for what it cannot understand.
    """
    connection = _connect(addresses)
    with connection.socket:
        connection.own((mpris.NAME, f"{mpris.NAME}.instance{os.getpid()}"))
        teller, messages = _Teller(connection, *latest()), connection.early
        while True:
            for message in messages:
                view, seen = latest()
                for reply in answer(message, view, view.position_after(time.monotonic() - seen), post):
                    connection.send(reply)
            ready, _, _ = select.select([connection.socket, woken], [], [])
            messages = connection.received() if connection.socket in ready else []
            if woken in ready:
                if not woken.recv(1 << 12):
                    return
                teller.tell(*latest())


def _connect(addresses: Sequence[str | bytes]) -> BusConnection:
    for address in addresses:
        with suppress(OSError, BusError, ValueError):
            return BusConnection(address)
    raise BusError("no session bus answers")


class _Teller:
    """Tells the desktop what differs from what it knows."""

    def __init__(self, connection: BusConnection, view: PlayerView, seen: float) -> None:
        self._connection = connection
        self._values = mpris.player_values(view)
        """The properties that it knows."""
        self._counted = view, seen
        """From which view it counts the position, and since when."""

    def tell(self, view: PlayerView, seen: float) -> None:
        """Tell what has changed by now."""
        values = mpris.player_values(view)
        changed = {name: value for name, value in values.items() if self._values[name] != value}
        self._values = values
        if changed:
            self._connection.send(properties_changed(changed))
        before, since = self._counted
        expected = before.position_after(seen - since) if before.track == view.track else 0.0
        jumped = abs(view.position - expected) > DRIFT
        if jumped:
            self._connection.send(seeked(view.position))
        if jumped or changed.keys() & {"Metadata", "PlaybackStatus", "Rate"}:
            self._counted = view, seen
