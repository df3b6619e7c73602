"""Where the session bus is, and whether the desktop says there that a screen reader is on.

It is a property on the session bus of Linux's desktops, read by hand: a client of D-Bus takes 17 ms to import, of the
time before the first line is shown. Only a bus that runs is asked, and nothing is started for it.
"""

from __future__ import annotations

import os
import struct
import sys
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socket import socket

PATIENCE = 0.2
"""The seconds that all of it may take."""
CALL, ANSWER, SIGNAL = 1, 2, 4
"""Kinds of messages; any other is an error."""
NO_START = 2
"""A flag: do not start the service if it is not running."""
LONGEST = 1 << 16
"""The longest message that is accepted, in bytes."""
TRUE = {b"l": b"\x01b\0\0\x01\0\0\0", b"B": b"\x01b\0\0\0\0\0\x01"}
"""Byte order to the body of an answer that says yes: a boolean that is 1."""


def says_screen_reader(environ: Mapping[str, str]) -> bool:
    """Whether the desktop says that a screen reader is on. Never raises."""
    if sys.platform == "win32":
        return False
    try:
        return any(_asked(name) for name in sockets(environ))
    except (OSError, ValueError, struct.error):
        return False


def sockets(environ: Mapping[str, str]) -> Iterator[str | bytes]:
    """The local sockets where the session bus is, as far as there are any."""
    address = environ.get("DBUS_SESSION_BUS_ADDRESS") or f"unix:path={environ.get('XDG_RUNTIME_DIR', '')}/bus"
    for one in address.split(";"):
        kind, _, rest = one.partition(":")
        keys = dict(pair.split("=", 1) for pair in rest.split(",") if "=" in pair)
        if kind == "unix" and "path" in keys:
            path = os.fsdecode(_unescaped(keys["path"]))
            if os.path.exists(path):  # noqa: PTH110  pathlib is not imported for it
                yield path
        elif kind == "unix" and "abstract" in keys:
            yield b"\0" + _unescaped(keys["abstract"])


def _unescaped(value: str) -> bytes:
    if "%" not in value:
        return os.fsencode(value)
    from urllib.parse import unquote_to_bytes

    return unquote_to_bytes(value)


def _asked(name: str | bytes) -> bool:
    import socket

    until = time.monotonic() + PATIENCE
    with socket.socket(socket.AF_UNIX) as bus:
        bus.settimeout(PATIENCE)
        bus.connect(name)
        user = str(os.getuid()).encode().hex()
        bus.sendall(
            f"\0AUTH EXTERNAL {user}\r\nBEGIN\r\n".encode()
            + _call(1, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "Hello")
            + _call(2, "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Get",
                    "org.a11y.Status", "ScreenReaderEnabled")
        )  # fmt: skip
        greeting = b""
        while not greeting.endswith(b"\r\n"):
            greeting += _read(bus, 1, until)
        answers = 0
        while greeting.startswith(b"OK"):
            kind, order, body = _message(bus, until)
            answers += kind != SIGNAL
            if answers == 2 and kind != SIGNAL:  # the first is to Hello
                return kind == ANSWER and body == TRUE[order]
    return False


def _call(serial: int, destination: str, path: str, interface: str, member: str, *words: str) -> bytes:
    """A method call with string arguments, as bytes."""
    fields = [
        (1, b"o", _text(path)), (2, b"s", _text(interface)), (3, b"s", _text(member)), (6, b"s", _text(destination)),
    ]  # fmt: skip
    if words:
        fields.append((8, b"g", bytes([len(words)]) + b"s" * len(words) + b"\0"))
    packed = body = b""
    for word in words:
        body = _padded(body, 4) + _text(word)
    for code, kind, value in fields:
        packed = _padded(packed, 8) + bytes([code, 1]) + kind + b"\0" + value
    head = struct.pack("<cBBBIII", b"l", CALL, NO_START, 1, len(body), serial, len(packed))
    return _padded(head + packed, 8) + body


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("ascii") + b"\0"


def _padded(data: bytes, to: int) -> bytes:
    return data + b"\0" * (-len(data) % to)


def _message(bus: socket, until: float) -> tuple[int, bytes, bytes]:
    """The kind of the next message, its byte order, and its body."""
    head = _read(bus, 16, until)
    order = head[:1]
    length, _, fields = struct.unpack("<III" if order == b"l" else ">III", head[4:])
    if order not in TRUE or length + fields > LONGEST:
        raise ValueError("no message of D-Bus")
    rest = _read(bus, fields + -fields % 8 + length, until)
    return head[1], order, rest[len(rest) - length :]


def _read(bus: socket, size: int, until: float) -> bytes:
    """Exactly that many bytes. Raises OSError if they do not come in time."""
    data = b""
    while len(data) < size:
        bus.settimeout(max(0.001, until - time.monotonic()))
        some = bus.recv(size - len(data))
        if not some or time.monotonic() > until:
            raise OSError("no answer in time")
        data += some
    return data
