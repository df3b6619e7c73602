"""A stand-in for the session bus: it takes one player, answers its questions, and keeps what it says."""

from __future__ import annotations

import socket
import threading
from collections import deque
from contextlib import suppress
from pathlib import Path

from jeepney import HeaderFields, Message, MessageType, Parser, new_method_return

OWNER, EXISTS = 1, 3
"""Answers to who asks for a name: it is theirs; somebody else has it."""


class StandInBus:
    """Serves one connection on a socket."""

    def __init__(self, path: Path, taken: tuple[str, ...] = (), early: bytes = b"") -> None:
        """`taken`: names that somebody has; `early` is sent together with the answer about a name."""
        self.names: list[str] = []
        """Names that were asked for."""
        self.signals: deque[Message] = deque()
        self.answers: deque[Message] = deque()
        self.gone = threading.Event()
        self._taken, self._early = taken, early
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()
        self._client: socket.socket | None = None
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def send(self, message: bytes) -> None:
        assert self._client
        self._client.sendall(message)

    def close(self) -> None:
        for end in filter(None, (self._client, self._listener)):
            with suppress(OSError):  # it is gone already
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._thread.join(5)

    def _serve(self) -> None:
        try:
            self._client, _ = self._listener.accept()
        except OSError:
            return
        with self._client as client:
            parser, said = Parser(), b""
            while not said.endswith(b"BEGIN\r\n"):
                said += client.recv(1)
                if said.endswith(b"\r\n") and b"AUTH" in said.splitlines()[-1]:
                    client.sendall(b"OK 1234deadbeef\r\n")
            while data := self._received(client):
                with suppress(OSError):  # the other side has enough of it
                    for message in parser.feed(data):
                        self._take(client, message)
            self.gone.set()

    @staticmethod
    def _received(client: socket.socket) -> bytes:
        try:
            return client.recv(4096)
        except OSError:
            return b""

    def _take(self, client: socket.socket, message: Message) -> None:
        if message.header.message_type is MessageType.signal:
            self.signals.append(message)
        elif message.header.message_type is not MessageType.method_call:
            self.answers.append(message)
        elif message.header.fields[HeaderFields.member] == "Hello":
            client.sendall(new_method_return(message, "s", (":1.42",)).serialise(1))
        else:
            name = message.body[0]
            self.names.append(name)
            answer = EXISTS if name in self._taken else OWNER
            client.sendall(new_method_return(message, "u", (answer,)).serialise(2) + self._early)
