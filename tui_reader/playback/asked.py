"""What the desktop asks by a media key or its player controls: posted to the faces as the player's events are."""

from __future__ import annotations

from enum import StrEnum

from tui_reader.named_tuple import NamedTuple


class Wish(StrEnum):
    """What the desktop may ask for, by a media key or its player controls."""

    PLAY = "play"
    PAUSE = "pause"
    PLAY_PAUSE = "play-pause"
    STOP = "stop"
    NEXT = "next"
    PREVIOUS = "previous"
    SEEK = "seek"
    """By seconds at speed 1."""
    POSITION = "position"
    """To so many seconds at speed 1 from the beginning of the page."""
    RATE = "rate"
    """Of speed 1."""
    VOLUME = "volume"
    """0 to 1."""


class Asked(NamedTuple):
    """The desktop asks for something. It comes as the player's events do, and is the face's to do."""

    wish: Wish
    amount: float = 0.0
    """As the wish says."""
