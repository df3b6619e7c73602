"""What both players share: their state, who sounds how, and the events they post."""

from __future__ import annotations

import threading
from collections.abc import Callable

from tui_reader.playback.events import Event, PlayerState
from tui_reader.tts.render import Casting, SpeechStyle


class BasePlayer:
    """The state of a player, which it changes only while it holds `_change`."""

    def __init__(self, casting: Casting, style: SpeechStyle, post: Callable[[Event], None]) -> None:
        """`post` is called from the player's own threads and must not wait."""
        self._casting, self._style, self._post = casting, style, post
        self._state = PlayerState.STOPPED
        self._serial = 0
        """Of the newest run of playing."""
        self._closing = False
        self._change = threading.Condition(threading.RLock())
        self._ready = threading.Event()

    @property
    def state(self) -> PlayerState:
        """Stopped, paused or playing."""
        return self._state

    @property
    def playing(self) -> bool:
        """Whether it speaks now."""
        return self._state is PlayerState.PLAYING

    @property
    def paused(self) -> bool:
        """Whether it can go on where it fell silent."""
        return self._state is PlayerState.PAUSED

    def wait_ready(self, seconds: float = 10) -> bool:
        """Wait until the engine is open, or none can be; False if that takes longer than `seconds`."""
        return self._ready.wait(seconds)

    def change(self, casting: Casting | None = None, style: SpeechStyle | None = None) -> None:
        """Other voices or another speed, heard from what is made next; `play` again to hear it at once."""
        with self._change:
            self._casting = casting or self._casting
            self._style = style or self._style
