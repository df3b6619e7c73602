"""A connection to the session bus, by jeepney: opened within half a second or not at all, and never waited for longer.

Knows nothing of players. jeepney's own connections have no limit for how long they wait for the bus to take a message.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterable
from itertools import count

from jeepney import DBusNameFlags, HeaderFields, Message, MessageType, Parser, message_bus
from jeepney.auth import BEGIN, Authenticator

PATIENCE = 0.5
"""Seconds that all of the opening may take, and later each message that is sent."""
LONGEST = 1 << 20
"""Bytes of a message that is accepted."""
OWNER = 1
"""The bus' answer to who asks for a name and gets it."""


class BusError(Exception):
    """The bus does not answer, is gone, or says what cannot be understood."""


class BusConnection:
    """A connection that has said hello."""

    def __init__(self, address: str | bytes) -> None:
        """Connect to a socket's path. Raises BusError or OSError."""
        self._serials, self._parser = count(1), Parser()
        self._until = time.monotonic() + PATIENCE
        self.early: list[Message] = []
        """What has come while an answer was waited for, such as the first questions to a new name."""
        self.socket = socket.socket(socket.AF_UNIX)
        try:
            self.socket.settimeout(PATIENCE)
            self.socket.connect(address)
            self._introduce()
        except BaseException:
            self.socket.close()
            raise
        self.socket.settimeout(PATIENCE)

    def _introduce(self) -> None:
        authenticator = Authenticator()
        for line in authenticator:
            self.socket.sendall(line)
            authenticator.feed(self._received())
        self.socket.sendall(BEGIN)
        self._asked(message_bus.Hello())

    def own(self, names: Iterable[str]) -> str:
        """Take the first of these names that nobody has; returns it. Raises BusError when all are taken."""
        for name in names:
            if self._asked(message_bus.RequestName(name, DBusNameFlags.do_not_queue)) == (OWNER,):
                return name
        raise BusError("all names are taken")

    def send(self, message: Message) -> None:
        """Send a message. Raises OSError when the bus does not take it in time."""
        self.socket.sendall(message.serialise(next(self._serials)))

    def received(self) -> list[Message]:
        """The messages that have come, when there is something to read. Raises BusError or OSError."""
        data = self.socket.recv(1 << 16)
        if not data:
            raise BusError("the bus is gone")
        return self._parsed(data)

    def _parsed(self, data: bytes) -> list[Message]:
        messages: list[Message] = self._parser.feed(data)
        if self._parser.buf.bytes_buffered > LONGEST:
            raise BusError("a message is too long")
        return messages

    def _asked(self, call: Message) -> tuple[object, ...]:
        """The body of the answer to a call of the bus."""
        serial = next(self._serials)
        self.socket.sendall(call.serialise(serial))
        reply: Message | None = None
        while reply is None:
            for message in self._parsed(self._received()):
                if message.header.fields.get(HeaderFields.reply_serial) == serial:
                    reply = message
                else:
                    self.early.append(message)
        if reply.header.message_type is not MessageType.method_return:
            raise BusError("the bus refuses")
        return tuple(reply.body)

    def _received(self) -> bytes:
        """Something of what the bus sends, while it is opened."""
        self.socket.settimeout(max(0.001, self._until - time.monotonic()))
        data = self.socket.recv(1 << 12)
        if not data or time.monotonic() > self._until:
            raise BusError("no answer in time")
        return data
