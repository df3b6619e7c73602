"""A stand-in for speech-dispatcher: it says nothing, writes down what it is asked, tells what a test has it tell.

The reader asks it, and so do screen readers (tests/heard), each on its own connection.
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from io import BufferedReader
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

OWN = {"RATE": "0", "PITCH": "0", "VOLUME": "0", "LANGUAGE": "en-US", "VOICE_TYPE": "MALE1"}
"""What the person has set, of the settings that the reader asks for."""
VOICES = ("English (America)+klatt6\ten-US\tklatt6", "English (America)+male3\ten-US\tmale3", "Thorsten\tde\tnone")


class Message(NamedTuple):
    """A text that is to be said, as it came over the line, and what was set then."""

    text: str
    set: dict[str, str]
    at: float
    """Seconds of the monotonic clock."""
    kind: str = "SPEAK"
    """Or what is said of a key: KEY, CHAR, SOUND_ICON."""


class Dispatcher:
    """The server on a socket, or on a port of loopback where there is no `path`.

    `pace` seconds after a message it ends by itself, or never where that is None.
    """

    def __init__(self, path: Path | None = None, pace: float | None = None, voices: tuple[str, ...] = VOICES) -> None:
        self.messages: list[Message] = []
        self.cancels: list[float] = []
        """When it was asked to be silent, by the monotonic clock."""
        self.lines: list[str] = []
        """Every command."""
        self.own = dict(OWN)
        self.refuses: tuple[str, ...] = ()
        """Beginnings of commands that it refuses."""
        self._pace, self._voices = pace, voices
        self._clients: list[socket.socket] = []
        self._asked: dict[int, socket.socket] = {}
        """Who asked for a message, by its number."""
        self._write = threading.Lock()
        self._over: set[int] = set()
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._socket = socket.socket(socket.AF_UNIX)
            self._socket.bind(str(path))
        else:
            self._socket = socket.create_server(("127.0.0.1", 0))
            self.port: int = self._socket.getsockname()[1]
        self._socket.listen()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def begin(self, number: int) -> None:
        """Tell that a message begins to be heard; messages count from 1."""
        self._tell(number, 701, "BEGIN")

    def mark(self, number: int, name: int | str) -> None:
        """Tell that a mark of it is reached."""
        self._send(self._asked[number], f"700-{number}\r\n700-1\r\n700-{name}\r\n700 INDEX MARK\r\n")

    def end(self, number: int) -> None:
        """Tell that it was heard to its end."""
        self._finish(number, 702, "END")

    def silence(self, number: int) -> None:
        """Tell that it was cut off."""
        self._finish(number, 703, "CANCELED")

    def close(self) -> None:
        """Die."""
        for end in (self._socket, *self._clients):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._thread.join(5)

    def _finish(self, number: int, code: int, word: str) -> None:
        with self._write:
            if number in self._over:
                return
            self._over.add(number)
        self._tell(number, code, word)

    def _tell(self, number: int, code: int, word: str) -> None:
        self._send(self._asked[number], f"{code}-{number}\r\n{code}-1\r\n{code} {word}\r\n")

    def _send(self, client: socket.socket, text: str) -> None:
        with self._write, suppress(OSError):  # who asked may have gone
            client.sendall(text.encode())

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._socket.accept()
            except OSError:
                return  # closed
            self._clients.append(client)
            threading.Thread(target=self._answer, args=(client,), daemon=True).start()

    def _answer(self, client: socket.socket) -> None:
        with client, client.makefile("rb") as file, suppress(OSError):  # closed
            self._answer_lines(client, file)

    def _answer_lines(self, client: socket.socket, file: BufferedReader) -> None:
        kept: dict[str, str] = {}
        lines = (raw.decode(errors="replace").removesuffix("\r\n") for raw in file)
        for line in lines:
            self.lines.append(line)
            if self.refuses and line.startswith(self.refuses):
                self._send(client, "300 ERR UNKNOWN ERROR\r\n")
                continue
            name, *words = line.split(None, 3)
            if name == "SPEAK":
                self._send(client, "230 OK RECEIVING DATA\r\n")
                text = "\n".join(takewhile(lambda line: line != ".", lines))
                self._take(client, Message(text, dict(kept), time.monotonic()))
            elif name in ("KEY", "CHAR", "SOUND_ICON"):
                self._take(client, Message(" ".join(words), dict(kept), time.monotonic(), name))
            elif name == "SET":
                kept[words[1]] = words[2]
                self._send(client, "209 OK SET\r\n")
            else:
                self._answer_command(client, name, words)

    def _answer_command(self, client: socket.socket, name: str, words: list[str]) -> None:
        """Answer what is neither said nor set."""
        answers = {
            "CANCEL": "213 OK CANCELED\r\n",
            "STOP": "213 OK CANCELED\r\n",
            "LIST": "".join(f"249-{voice}\r\n" for voice in self._voices) + "249 OK VOICE LIST SENT\r\n",
            "GET": f"251-{self.own.get(words[0] if words else '', '0')}\r\n251 OK GET RETURNED\r\n",
            "HISTORY": "245-1\r\n245 OK CLIENT ID SENT\r\n",
        }
        silences = name in ("CANCEL", "STOP")
        if silences:
            self.cancels.append(time.monotonic())
        self._send(client, answers.get(name, "231 HAPPY HACKING\r\n"))
        if silences and self.messages:
            self.silence(len(self.messages))

    def _take(self, client: socket.socket, message: Message) -> None:
        """Write a message down, and say that it waits its turn; an empty one is over at once."""
        if not message.text.strip():
            self.lines.append("empty message")
            self._send(client, "225-0\r\n225 OK MESSAGE QUEUED\r\n")
            return
        self.messages.append(message)
        number = len(self.messages)
        self._asked[number] = client
        self._send(client, f"225-{number}\r\n225 OK MESSAGE QUEUED\r\n")
        if self._pace is not None:
            self.begin(number)
            threading.Timer(self._pace, self.end, (number,)).start()
