"""A client for SSIP, the protocol of speech-dispatcher: lines over a socket.

The protocol is described in speech-dispatcher's "SSIP Documentation". Answers and notices come over one socket: a
thread reads both, passes notices to `notify`, and keeps answers for `ask`. speech-dispatcher's own client,
python3-speechd, is packaged for Debian only. Knows no voice, no utterance and no document.
"""

from __future__ import annotations

import os
import re
import socket
import struct
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue

from tui_reader.errors import EngineError
from tui_reader.named_tuple import NamedTuple

FIRST = 0.5
"""Seconds to wait for the first answer: a server that is running gives it in a millisecond."""
PATIENCE = 3.0
"""Seconds to wait for the answers after it, and for the first one of a server that systemd has to start."""
LONGEST = 1 << 16
"""Bytes of a line; speech-dispatcher sends no longer ones."""
PORT = 6560
"""The port where an address does not name one."""
BEGIN, END, CANCELED, MARK = 701, 702, 703, 700
"""Codes of the notices about a message."""
_DOTS = re.compile(r"^\.", re.MULTILINE)


class Notice(NamedTuple):
    """What the server says of a message unasked."""

    code: int
    """BEGIN, END, CANCELED, MARK, or another from 700 to 799."""
    message: int
    mark: str = ""


class Answer(NamedTuple):
    """What the server answers to a line."""

    code: int
    meaning: str
    """What the code means, in words."""
    lines: tuple[str, ...]
    """The data that was asked for."""


def address(environ: Mapping[str, str] = os.environ) -> tuple[str, int] | str:
    """The server's address: host and port, or a socket's path. From SPEECHD_ADDRESS, by default the usual socket."""
    kind, _, where = environ.get("SPEECHD_ADDRESS", "").partition(":")
    if kind == "inet_socket":
        host, _, port = where.rpartition(":")
        return host or where or "127.0.0.1", int(port) if host and port.isdecimal() else PORT
    if kind == "unix_socket" and where:
        return where
    folder = environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    return str(Path(folder, "speech-dispatcher", "speechd.sock"))


def named(where: tuple[str, int] | str) -> str:
    """An address in words."""
    return where if isinstance(where, str) else f"{where[0]}, port {where[1]}"


class Connection:
    """A connection to a server. Its methods are called from one thread."""

    def __init__(self, where: tuple[str, int] | str, notify: Callable[[Notice | None], None]) -> None:
        """Connect. `notify` is called from another thread with each notice, and with None when the server is gone.

        Raises EngineError when there is no server.
        """
        self._named = named(where)
        self._notify = notify
        self._answers: SimpleQueue[Answer | None] = SimpleQueue()
        self._socket = socket.socket(socket.AF_UNIX if isinstance(where, str) else socket.AF_INET, socket.SOCK_STREAM)
        try:
            self._socket.settimeout(FIRST)
            self._socket.connect(where)
            self._socket.settimeout(None)
        except OSError as error:
            self._socket.close()
            raise EngineError(f"No speech-dispatcher at {self._named} ({error.strerror or error}).") from None
        self._patience = PATIENCE if _listens_for_it(self._socket) else FIRST
        self._reader = threading.Thread(target=self._read, name="ssip", daemon=True)
        self._reader.start()

    def ask(self, line: str, patience: float = PATIENCE) -> Answer:
        """Send a line and wait for its answer, at most `patience` seconds.

        Raises Refused when the server refuses, EngineError if it is silent.
        """
        if not line.isprintable():
            raise EngineError(f"{line!r} cannot be sent to speech-dispatcher.")
        return self._ask(line, patience)

    def say(self, text: str) -> int:
        """Have a text said after what is being said; returns the message's number. Raises EngineError."""
        self._ask("SPEAK")
        stuffed = _DOTS.sub("..", "\n".join(text.splitlines()))
        lines = self._ask(stuffed.replace("\n", "\r\n") + "\r\n.").lines
        if not lines or not lines[0].isdecimal():
            raise self._strange()
        return int(lines[0])

    def close(self) -> None:
        """Have the server be silent, without waiting for that, and disconnect. No notice comes afterwards."""
        self._notify = lambda notice: None
        with suppress(OSError):
            self._socket.sendall(b"CANCEL self\r\nQUIT\r\n")
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._reader.join(1)

    def _ask(self, text: str, patience: float = PATIENCE) -> Answer:
        try:
            self._socket.sendall(text.encode("utf-8", "replace") + b"\r\n")
            answer = self._answers.get(timeout=min(patience, self._patience))
        except (OSError, Empty):
            answer = None
        if answer is None:
            raise EngineError(f"speech-dispatcher at {self._named} does not answer.")
        self._patience = PATIENCE
        if not 200 <= answer.code < 300:
            raise Refused(f"speech-dispatcher refuses: {answer.meaning}.")
        return answer

    def _strange(self) -> EngineError:
        return EngineError(f"The server at {self._named} is not speech-dispatcher.")

    # The reader's thread

    def _read(self) -> None:
        lines: list[str] = []
        with self._socket.makefile("rb") as file:
            while (raw := self._line(file.readline)).endswith(b"\n"):
                line = raw.decode("utf-8", "replace").rstrip("\r\n")
                code = line[:3]
                if not (code.isascii() and code.isdecimal()):
                    break
                lines.append(line[4:])
                if line[3:4] != "-":
                    self._take(int(code), lines.pop(), lines)
                    lines = []
        self._answers.put(None)
        self._notify(None)

    @staticmethod
    def _line(readline: Callable[[int], bytes]) -> bytes:
        """The next line; anything that is not a whole line ends the connection."""
        try:
            return readline(LONGEST)
        except (OSError, ValueError):  # closed meanwhile
            return b""

    def _take(self, code: int, meaning: str, lines: list[str]) -> None:
        if not 700 <= code < 800:
            self._answers.put(Answer(code, meaning, tuple(lines)))
        elif lines and lines[0].isdecimal():
            self._notify(Notice(code, int(lines[0]), lines[2] if len(lines) > 2 else ""))


class Refused(EngineError):
    """The server refuses a command."""


def _listens_for_it(connected: socket.socket) -> bool:
    """Whether systemd listens at the other end, which starts the server now."""
    if sys.platform != "linux" or connected.family != socket.AF_UNIX:
        return False
    process, _, _ = struct.unpack("3i", connected.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
    try:
        return Path(f"/proc/{process}/comm").read_bytes() == b"systemd\n"
    except OSError:
        return False
