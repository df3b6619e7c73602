"""The interfaces of MPRIS 2.2: the properties of a reading, and what each method asks. Knows no connection.

https://specifications.freedesktop.org/mpris-spec/latest/. Values are pairs of a type and a value, as D-Bus has them;
times are in microseconds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from tui_reader.desktop.player_view import NO_TRACK, PlayerView
from tui_reader.playback.asked import Asked, Wish

PATH = "/org/mpris/MediaPlayer2"
NAME = "org.mpris.MediaPlayer2.tui_reader"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"
SLOWEST, FASTEST = 0.5, 4.0

Values = Mapping[str, tuple[str, Any]]
"""Properties by name."""

ROOT_VALUES: Values = {
    "Identity": ("s", "tui-reader"),
    "CanQuit": ("b", False),
    "CanRaise": ("b", False),
    "HasTrackList": ("b", False),
    "SupportedUriSchemes": ("as", []),
    "SupportedMimeTypes": ("as", []),
}
WRITABLE = {"Rate": Wish.RATE, "Volume": Wish.VOLUME}
SIMPLE = {
    "Next": Wish.NEXT,
    "Previous": Wish.PREVIOUS,
    "Pause": Wish.PAUSE,
    "PlayPause": Wish.PLAY_PAUSE,
    "Stop": Wish.STOP,
    "Play": Wish.PLAY,
}
"""Methods that ask for something and take nothing."""
METHODS = dict.fromkeys(SIMPLE, "") | {"Seek": "x", "SetPosition": "ox", "OpenUri": "s"}
"""All methods of the player, and the types of what they take."""


def microseconds(seconds: float) -> int:
    """Seconds as MPRIS has them."""
    return round(seconds * 1_000_000)


def player_values(view: PlayerView) -> Values:
    """The properties of the player, without Position."""
    return {
        "PlaybackStatus": ("s", view.status),
        "Rate": ("d", view.rate),
        "Volume": ("d", view.volume),
        "Metadata": ("a{sv}", _metadata(view)),
        "MinimumRate": ("d", SLOWEST),
        "MaximumRate": ("d", FASTEST),
        "CanGoNext": ("b", view.has_next),
        "CanGoPrevious": ("b", view.has_previous),
        "CanPlay": ("b", view.track != NO_TRACK),
        "CanPause": ("b", view.track != NO_TRACK),
        "CanSeek": ("b", view.track != NO_TRACK),
        "CanControl": ("b", True),
    }


def _metadata(view: PlayerView) -> dict[str, tuple[str, Any]]:
    values: dict[str, tuple[str, Any]] = {"mpris:trackid": ("o", view.track)}
    if view.track != NO_TRACK:
        values |= {"mpris:length": ("x", microseconds(view.length)), "xesam:title": ("s", view.title)}
    if view.speaker:
        values["xesam:artist"] = ("as", [view.speaker])
    if view.number:
        values["xesam:trackNumber"] = ("i", view.number)
    return values


def asked_by(method: str, arguments: tuple[Any, ...], view: PlayerView) -> Asked | None:
    """What a method of the player asks; None where it asks for nothing now. Raises KeyError for an unknown one."""
    if method == "Seek":
        return Asked(Wish.SEEK, arguments[0] / 1_000_000)
    if method == "SetPosition":
        track, position = arguments
        inside = 0 <= position <= microseconds(view.length)
        return Asked(Wish.POSITION, position / 1_000_000) if track == view.track and inside else None
    return Asked(SIMPLE[method])


def asked_by_value(name: str, value: float) -> Asked | None:
    """What a new value of a property asks; None for one that is no number. Raises KeyError where it is read only."""
    wish = WRITABLE[name]
    if not math.isfinite(value):
        return None
    return Asked(Wish.PAUSE) if wish is Wish.RATE and value == 0 else Asked(wish, value)


def introspection(path: str) -> str:
    """What there is at a path, in D-Bus's XML, for programs that look it up."""
    if path != PATH:
        child = PATH.removeprefix(path.rstrip("/") + "/").partition("/")[0] if PATH.startswith(path) else ""
        return f'<node><node name="{child}"/></node>' if child else "<node/>"
    methods = "".join(
        f'<method name="{name}">{"".join(map(_argument, kinds))}</method>' for name, kinds in METHODS.items()
    )
    seeked = '<signal name="Seeked"><arg name="Position" type="x"/></signal>'
    values = {**player_values(PlayerView("Stopped", 1.0, 1.0)), "Position": ("x", 0)}
    return (
        f'<node><interface name="{ROOT}"><method name="Raise"/><method name="Quit"/>{_properties(ROOT_VALUES)}'
        f"</interface>"
        f'<interface name="{PLAYER}">{methods}{seeked}{_properties(values)}</interface></node>'
    )


def _argument(kind: str) -> str:
    return f'<arg direction="in" type="{kind}"/>'


def _properties(values: Values) -> str:
    access = {name: "readwrite" if name in WRITABLE else "read" for name in values}
    return "".join(
        f'<property name="{name}" type="{kind}" access="{access[name]}"/>' for name, (kind, _) in values.items()
    )
