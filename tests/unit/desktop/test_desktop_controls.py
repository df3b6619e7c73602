"""The reader on the session bus: a stand-in for the bus is told what changes; without a bus nothing happens."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from tests.support.sound import until
from tui_reader.desktop import mpris
from tui_reader.desktop.desktop_controls import DesktopControls
from tui_reader.document.model import Position
from tui_reader.playback.asked import Asked, Wish
from tui_reader.reading import Reading
from tui_reader.reading.reading_progress import CHARACTERS_A_SECOND

pytest.importorskip("jeepney", reason="it is for Linux only")
from jeepney import DBusAddress, HeaderFields, new_method_call

from tests.support.session_bus_stand_in import StandInBus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the session bus is Linux")
PLAYER = DBusAddress(mpris.PATH, mpris.NAME, mpris.PLAYER)
NO_BUS = [b"", b"REJECTED ANONYMOUS\r\n", b"\xff" * 10_000, b"OK 1\r\n" + b"l\xff\xff\xff" * 100]
NO_SOCKETS = ["", "tcp:host=x", "unix:path=/no", "nonsense", "unix:path"]
NEXT = new_method_call(PLAYER, "Next").serialise(9)


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "mpris"]


@pytest.fixture
def asked() -> SimpleQueue[Asked]:
    return SimpleQueue()


@pytest.fixture
def controls(reading: Reading, asked: SimpleQueue[Asked]) -> Iterator[DesktopControls]:
    controls = DesktopControls(reading, asked.put)
    yield controls
    controls.close()
    until(lambda: not threads())


def environment(path: Path) -> dict[str, str]:
    return {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={path}"}


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[StandInBus]:
    bus = StandInBus(tmp_path / "bus")
    yield bus
    bus.close()


def begin(controls: DesktopControls, bus: StandInBus, folder: Path) -> None:
    """Start them, and wait until they answer."""
    controls.start(environment(folder / "bus"))
    until(lambda: bus.names)
    bus.send(new_method_call(DBusAddress("/", mpris.NAME, "org.freedesktop.DBus.Peer"), "Ping").serialise(8))
    until(lambda: bus.answers)


def test_the_desktop_is_told_what_changes_and_once(
    controls: DesktopControls, bus: StandInBus, reading: Reading, tmp_path: Path
) -> None:
    begin(controls, bus, tmp_path)
    assert bus.names == ["org.mpris.MediaPlayer2.tui_reader"]
    reading.jumps.to_turn(9)
    controls.update(reading_on=True)
    controls.update(reading_on=True)
    until(lambda: bus.signals)
    time.sleep(0.02)
    _, values, _ = bus.signals.popleft().body
    assert {*values} == {"PlaybackStatus", "Metadata", "CanGoPrevious"} and not bus.signals
    assert values["Metadata"][1]["xesam:artist"] == ("as", ["George W. Ball"])


def test_the_desktop_is_told_a_jump_within_a_turn_and_not_what_time_brings(
    controls: DesktopControls, bus: StandInBus, reading: Reading, tmp_path: Path
) -> None:
    reading.jumps.to_turn(6)
    page = reading.place.position.page
    begin(controls, bus, tmp_path)
    for offset in (10, 60):
        reading.place.position = Position(page, offset)
        controls.update()
    until(lambda: bus.signals)
    signal = bus.signals.popleft()
    assert signal.header.fields[HeaderFields.member] == "Seeked" and not bus.signals
    assert signal.body == (mpris.microseconds(60 / CHARACTERS_A_SECOND),)


def test_what_is_asked_is_posted_also_with_the_answer_about_the_name(
    controls: DesktopControls, asked: SimpleQueue[Asked], tmp_path: Path
) -> None:
    bus = StandInBus(tmp_path / "bus", early=NEXT)
    controls.start(environment(tmp_path / "bus"))
    assert asked.get(timeout=60) == Asked(Wish.NEXT)
    bus.send(new_method_call(PLAYER, "Pause").serialise(10))
    assert asked.get(timeout=60) == Asked(Wish.PAUSE)
    until(lambda: len(bus.answers) == 2)
    bus.close()


def test_a_second_reader_is_a_player_of_its_own(controls: DesktopControls, tmp_path: Path) -> None:
    bus = StandInBus(tmp_path / "bus", taken=(mpris.NAME,))
    controls.start(environment(tmp_path / "bus"))
    until(lambda: len(bus.names) == 2)
    assert bus.names[1] == f"{mpris.NAME}.instance{os.getpid()}"
    bus.close()


def test_closing_leaves_the_bus(controls: DesktopControls, bus: StandInBus, tmp_path: Path) -> None:
    controls.start(environment(tmp_path / "bus"))
    until(lambda: bus.names)
    controls.close()
    assert bus.gone.wait(60)


def test_a_bus_that_goes_takes_nothing_with_it(controls: DesktopControls, bus: StandInBus, tmp_path: Path) -> None:
    controls.start(environment(tmp_path / "bus"))
    until(lambda: bus.names)
    bus.close()
    until(lambda: not threads())
    controls.update()


@pytest.mark.parametrize("said", NO_BUS)
def test_what_is_no_bus_is_left(controls: DesktopControls, said: bytes, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "bus"))
        listener.listen()
        controls.start(environment(tmp_path / "bus"))
        client, _ = listener.accept()
        with client:
            client.sendall(said)
            until(lambda: not threads())


def test_a_socket_that_does_not_answer_is_left_and_never_waited_for(controls: DesktopControls, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "bus"))
        listener.listen()
        controls.start(environment(tmp_path / "bus"))
        controls.update()
        assert threads() == ["mpris"]
        until(lambda: not threads())


@pytest.mark.parametrize("address", NO_SOCKETS)
def test_without_a_bus_nothing_is_begun(controls: DesktopControls, address: str) -> None:
    controls.start({"DBUS_SESSION_BUS_ADDRESS": address})
    controls.update()
    assert not threads()


def test_who_does_not_want_it_has_it_not(reading: Reading, bus: StandInBus, tmp_path: Path) -> None:
    controls = DesktopControls(reading, lambda asked: None, wanted=False)
    controls.start(environment(tmp_path / "bus"))
    assert not threads()
