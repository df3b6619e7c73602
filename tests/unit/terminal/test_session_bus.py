"""The question to the session bus, answered by a socket that stands in for it: yes, no, nonsense, nothing at all."""

from __future__ import annotations

import os
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tui_reader.startup.screen_reader_detection import find_screen_reader
from tui_reader.terminal.session_bus import says_screen_reader

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the session bus is Linux")
HELLO, SIGNAL = (2, b"\x05\0\0\0:1.42\0"), (4, b"\x05\0\0\0:1.42\0")
GREETING = b"OK 1234deadbeef\r\n"


def message(kind: int, body: bytes, order: str = "<") -> bytes:
    """A message as a bus sends it; its fields are of no matter here, but have a length that is padded."""
    fields = struct.pack(f"{order}BBccI", 5, 1, b"u", b"\0", 2) + b"\x08\x01g\0\x01v\0"
    head = struct.pack(f"{order}cBBBIII", b"l" if order == "<" else b"B", kind, 1, 1, len(body), 7, len(fields))
    whole = head + fields
    return whole + b"\0" * (-len(whole) % 8) + body


def value(yes: bool, order: str = "<") -> bytes:
    """The body of an answer that holds a truth."""
    return b"\x01b\0\0" + struct.pack(f"{order}I", yes)


class Bus:
    """A socket that hears a question and gives these pieces for it, so many `seconds` before each."""

    def __init__(self, path: str | Path | bytes, *answer: bytes, seconds: float = 0) -> None:
        self.heard, self.left = b"", False
        """What was asked; whether who asked has left, with nothing more to come."""
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(path if isinstance(path, bytes) else str(path))
        self._socket.listen()
        self._answer, self._seconds = answer, seconds
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        try:
            line, _ = self._socket.accept()
        except OSError:
            return
        with line:
            while b"ScreenReaderEnabled" not in self.heard:
                self.heard += line.recv(4096)
            with suppress(OSError):  # the other side has enough of it
                for piece in self._answer:
                    time.sleep(self._seconds)
                    line.sendall(piece)
                line.settimeout(5)
                self.left = line.recv(4096) == b""

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)


Ask = Callable[..., bool]


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Ask]:
    """Asks a bus that answers with these pieces."""
    made: list[Bus] = []

    def ask(*answer: bytes, seconds: float = 0) -> bool:
        made.append(Bus(tmp_path / f"bus{len(made)}", *answer, seconds=seconds))
        return says_screen_reader({"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/bus{len(made) - 1},guid=12"})

    yield ask
    for bus in made:
        bus.close()


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("yes", [True, False])
def test_what_the_desktop_says_is_taken_in_either_order_of_bytes(ask: Ask, order: str, yes: bool) -> None:
    messages = (message(*HELLO, order), message(*SIGNAL, order), message(2, value(yes, order), order))
    assert ask(GREETING + b"".join(messages)) is yes


@pytest.mark.parametrize(
    "answer",
    [
        b"", b"REJECTED EXTERNAL\r\n", b"OK", GREETING, GREETING + message(*HELLO), b"\0" * 4096,
        GREETING + message(*HELLO) + message(3, value(True)),
        GREETING + message(*HELLO) + message(2, b"\x01u\0\0\x01\0\0\0"),
        GREETING + message(*HELLO) + message(2, value(True))[:-1], GREETING + b"x" * 64,
        GREETING + struct.pack("<cBBBIII", b"l", 2, 1, 1, 1 << 30, 7, 1 << 30),
    ],
)  # fmt: skip
def test_any_other_answer_is_no_and_no_error(ask: Ask, answer: bytes) -> None:
    assert ask(answer) is False


def test_a_bus_that_says_nothing_is_left(tmp_path: Path) -> None:
    bus = Bus(tmp_path / "bus", GREETING)
    assert says_screen_reader({"XDG_RUNTIME_DIR": str(tmp_path)}) is False
    bus.close()
    assert bus.left


def test_a_yes_that_comes_too_late_is_no(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.terminal.session_bus.PATIENCE", 0.1)
    yes = GREETING + message(*HELLO) + message(2, value(True))
    assert ask(yes, seconds=0.5) is False
    assert ask(*(bytes([byte]) for byte in yes), seconds=0.01) is False  # each byte in time, and the last is not


def test_a_bus_at_the_usual_place_or_without_a_file_is_asked_too(tmp_path: Path) -> None:
    yes = GREETING + message(*HELLO) + message(2, value(True))
    bus = Bus(tmp_path / "bus", yes)
    assert says_screen_reader({"XDG_RUNTIME_DIR": str(tmp_path)})
    bus.close()
    name = f"tui-reader test {os.getpid()}"
    bus = Bus(f"\0{name}".encode(), yes)
    escaped = name.replace(" ", "%20")
    assert says_screen_reader({"DBUS_SESSION_BUS_ADDRESS": f"tcp:host=x;unix:abstract={escaped}"})
    assert b"org.a11y.Status" in bus.heard
    bus.close()


@pytest.mark.parametrize("address", ["", "unix:path=/nonexistent/bus", "nonsense", "unix:", "autolaunch:", "tcp:x=y"])
def test_without_a_bus_there_is_nobody_to_ask(address: str) -> None:
    assert says_screen_reader({"DBUS_SESSION_BUS_ADDRESS": address}) is False


def test_it_is_evidence_after_all_else_and_not_asked_for_over_ssh(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[int] = []
    monkeypatch.setattr("tui_reader.terminal.session_bus.says_screen_reader", lambda environ: asked.append(1) or True)
    (tmp_path / "proc").mkdir()
    assert find_screen_reader({}, tmp_path) == "the desktop says that a screen reader is on"
    assert find_screen_reader({"SSH_CONNECTION": "x"}, tmp_path) is None and asked == [1]
    (tmp_path / "proc" / "7").mkdir()
    (tmp_path / "proc" / "7" / "comm").write_text("orca\n")
    assert find_screen_reader({}, tmp_path) == "Orca is running" and asked == [1]
