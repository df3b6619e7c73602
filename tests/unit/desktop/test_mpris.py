"""MPRIS: the properties of a view, and what its methods ask."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tui_reader.desktop.mpris import METHODS, PATH, asked_by, asked_by_value, introspection, player_values
from tui_reader.desktop.player_view import NO_TRACK, PlayerView
from tui_reader.playback.asked import Asked, Wish

TURN = PlayerView("Playing", 1.5, 0.8, "/tui_reader/page/2", 2, "A Talk", "Anne <b>&", 10.0, 3.0, True, False)


def test_metadata_are_of_the_types_that_mpris_wants() -> None:
    values = player_values(TURN)
    assert values["Metadata"] == ("a{sv}", {
        "mpris:trackid": ("o", "/tui_reader/page/2"),
        "mpris:length": ("x", 10_000_000),
        "xesam:title": ("s", "A Talk"),
        "xesam:artist": ("as", ["Anne <b>&"]),
        "xesam:trackNumber": ("i", 2),
    })  # fmt: skip
    assert values["PlaybackStatus"] == ("s", "Playing") and values["Rate"] == ("d", 1.5)
    assert values["CanGoNext"] == ("b", False) and values["CanGoPrevious"] == ("b", True)


def test_where_there_is_no_track_nothing_can_be_played() -> None:
    values = player_values(PlayerView("Stopped", 1.0, 1.0))
    assert values["Metadata"] == ("a{sv}", {"mpris:trackid": ("o", NO_TRACK)})
    assert values["CanPlay"] == values["CanSeek"] == ("b", False)


@pytest.mark.parametrize(
    ("method", "arguments", "asked"),
    [
        ("Next", (), Asked(Wish.NEXT)),
        ("PlayPause", (), Asked(Wish.PLAY_PAUSE)),
        ("Seek", (-2_500_000,), Asked(Wish.SEEK, -2.5)),
        ("SetPosition", ("/tui_reader/page/2", 4_000_000), Asked(Wish.POSITION, 4.0)),
        ("SetPosition", ("/tui_reader/page/1", 4_000_000), None),
        ("SetPosition", ("/tui_reader/page/2", 10_000_001), None),
        ("SetPosition", ("/tui_reader/page/2", -1), None),
    ],
)
def test_a_method_asks(method: str, arguments: tuple[object, ...], asked: Asked | None) -> None:
    assert asked_by(method, arguments, TURN) == asked


@pytest.mark.parametrize(
    ("name", "value", "asked"),
    [
        ("Rate", 2.0, Asked(Wish.RATE, 2.0)),
        ("Rate", 0.0, Asked(Wish.PAUSE)),
        ("Volume", 0.0, Asked(Wish.VOLUME, 0.0)),
        ("Volume", float("nan"), None),
        ("Rate", float("inf"), None),
    ],
)
def test_a_new_value_asks(name: str, value: float, asked: Asked | None) -> None:
    assert asked_by_value(name, value) == asked


def test_all_methods_and_properties_are_looked_up() -> None:
    player = next(one for one in ElementTree.fromstring(introspection(PATH)) if one.get("name", "").endswith("Player"))
    assert [one.get("name") for one in player.iter("method")] == [*METHODS]
    assert {one.get("name") for one in player.iter("property")} == {*player_values(TURN), "Position"}


@pytest.mark.parametrize(("path", "child"), [("/", "org"), ("/org", "mpris"), ("/org/mpris", "MediaPlayer2")])
def test_the_way_to_the_player_is_found(path: str, child: str) -> None:
    assert introspection(path) == f'<node><node name="{child}"/></node>'


def test_elsewhere_is_nothing() -> None:
    assert introspection("/org/mpris/MediaPlayer2/x") == introspection("/or") == "<node/>"
