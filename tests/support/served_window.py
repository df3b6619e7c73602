"""The web server of `serve` on a free port of this computer, with a stand-in for the reader, and a client's window."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, web

from tests.support.corpus import MEMORANDUM
from tui_reader.faces.served.application import application
from tui_reader.faces.served.documents.jobs import Source
from tui_reader.faces.served.request_guard import PROTOCOL, RequestGuard
from tui_reader.faces.served.server import listen, origin_of
from tui_reader.startup.reading_options import ReadingOptions

TOKEN = "the-token"
ECHO = """
import os, sys
def say(content):
    os.write(1, b"D" + len(content).to_bytes(4, "big") + content)
os.write(1, b"__GANGLION__\\n")
say(b"%d %sx%s" % (os.getpid(), os.environ["COLUMNS"].encode(), os.environ["ROWS"].encode()))
while head := sys.stdin.buffer.read(5):
    say(head[:1] + sys.stdin.buffer.read(int.from_bytes(head[1:], "big")))
"""
"""Draws its process id and its size, then what it is told; ends with its input."""
STUCK = ECHO + "import time; time.sleep(600)"
"""Stays when its input ends."""
FAILING = "import sys; sys.exit('tui-reader: lost.txt: No such file.')"


class Served:
    """A running server and a client of it, whose requests come from our page unless their headers say otherwise."""

    def __init__(self, origin: str, client: ClientSession) -> None:
        self.origin = origin
        self.client = client

    async def status(self, path: str, method: str = "GET", **headers: str) -> int:
        """The status of an answer; in the names of headers "_" stands for "-"."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.client.request(method, self.origin + path, headers=sent) as answer:
            return answer.status

    async def window(self, token: str = TOKEN, query: str = "?width=70&height=20", **headers: Any) -> Window:
        """Open a window. Raises WSServerHandshakeError where it is refused."""
        sent = {"Origin": self.origin, **headers}
        sent = {name: value for name, value in sent.items() if value}
        return Window(
            await self.client.ws_connect(f"{self.origin}/ws{query}", protocols=[PROTOCOL, token], headers=sent)
        )


class Window:
    """The client's end of a window."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket

    async def drawn(self) -> str:
        """What the reader draws next."""
        content = await self.socket.receive_bytes(timeout=60)
        return content.decode()

    async def process(self) -> int:
        """The process of the reader, which it draws first."""
        return int((await self.drawn()).split()[0])

    async def reason(self) -> str:
        """Why the window was ended; what is drawn before is left out."""
        while True:
            message = await self.socket.receive(timeout=60)
            if message.type != WSMsgType.BINARY:
                return str(message.extra)


@asynccontextmanager
async def serving(reader: str = ECHO, windows: int = 8) -> AsyncIterator[Served]:
    """Serve with the Python code of a stand-in as the reader."""
    with listen("127.0.0.1", 0) as listening:
        origin = origin_of("127.0.0.1", *listening.getsockname()[:2])
        command, source = [sys.executable, "-I", "-S", "-c", reader], Source(MEMORANDUM, ReadingOptions())
        app = application(RequestGuard(origin, TOKEN), command, windows, source)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.SockSite(runner, listening).start()
        async with ClientSession() as client:
            try:
                yield Served(origin, client)
            finally:
                await runner.cleanup()
