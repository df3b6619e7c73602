"""One browser window: the process of its reader, and what is passed between that and the page.

The reader speaks the protocol of Textual's web driver (textual/drivers/web_driver.py), in packets: a letter for the
kind, four bytes for the length, and the content. The page sends what textual-serve's script sends: lists in JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress

from aiohttp import WSMsgType, web

from tui_reader.named_tuple import NamedTuple

DRIVER = "tui_reader.faces.tui.browser_driver:BrowserDriver"
BEGINNING = b"__GANGLION__\n"
"""What the driver writes before its packets."""

MOST_CELLS = 1000
"""Columns or rows that a window may ask for."""
MOST_MESSAGES = 300
"""Messages of a page that are taken in a second; the rest wait. A mouse that is moved quickly makes 120."""
CLOSING = 5.0
"""Seconds that a reader has to end, or to take a key."""


class Size(NamedTuple):
    """The size of a window, in cells."""

    width: int
    height: int

    @classmethod
    def limited(cls, width: int, height: int) -> Size:
        """The size that a page asks for, within limits."""
        return cls(*(min(max(cells, 1), MOST_CELLS) for cells in (width, height)))


async def show(page: web.WebSocketResponse, command: list[str], size: Size) -> str:
    """Run a reader for a page until either of them ends, and end the other.

    Returns why it ended, in words, where the reader said so.
    """
    process = await asyncio.create_subprocess_exec(
        *command, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment(size), start_new_session=True
    )
    assert process.stdin and process.stdout and process.stderr
    complaint = asyncio.create_task(_last_line(process.stderr))
    ways = [
        asyncio.create_task(_to_reader(page, process.stdin)),
        asyncio.create_task(_to_page(process.stdout, page)),
    ]
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        reason = await _end(process, complaint)
    return reason


def packet(message: str) -> bytes:
    """What the reader is told of a message of the page; nothing where it does not concern it."""
    with suppress(ValueError, RecursionError):
        match json.loads(message):
            case ["stdin", str(keys)]:
                return _packet(b"D", keys.encode("utf-8", "replace"))
            case ["resize", {"width": int(width), "height": int(height)}]:
                size = Size.limited(width, height)
                return _packet(b"M", json.dumps({"type": "resize", **size._asdict()}).encode())
            case ["focus" | "blur" as kind]:
                return _packet(b"M", json.dumps({"type": kind}).encode())
    return b""


def _packet(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(4, "big") + content


def environment(size: Size) -> dict[str, str]:
    """The variables that tell Textual to draw for a browser."""
    return {
        **os.environ,
        "TEXTUAL_DRIVER": DRIVER,
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TERM_PROGRAM": "textual",
        "COLUMNS": str(size.width),
        "ROWS": str(size.height),
    }


async def _to_reader(page: web.WebSocketResponse, keys: asyncio.StreamWriter) -> None:
    """Pass on what the page sends, until it is closed or the reader takes no more."""
    loop = asyncio.get_running_loop()
    second, count = loop.time(), 0
    async for message in page:
        count += 1
        if count > MOST_MESSAGES:
            await asyncio.sleep(second + 1 - loop.time())
        if loop.time() >= second + 1:
            second, count = loop.time(), 0
        if message.type == WSMsgType.TEXT:
            keys.write(packet(message.data))
            try:
                async with asyncio.timeout(CLOSING):
                    await keys.drain()
            except (TimeoutError, ConnectionError):
                return


async def _to_page(screen: asyncio.StreamReader, page: web.WebSocketResponse) -> None:
    """Pass on what the reader draws, until it ends or the page is gone."""
    with suppress(asyncio.IncompleteReadError, ConnectionError):
        await screen.readuntil(BEGINNING)
        while True:
            head = await screen.readexactly(5)
            content = await screen.readexactly(int.from_bytes(head[1:], "big"))
            if head[:1] == b"D":
                await page.send_bytes(content)


async def _last_line(errors: asyncio.StreamReader) -> str:
    """The last line that the reader wrote to standard error, without the program's name."""
    end = b""
    while some := await errors.read(4096):
        end = (end + some)[-4096:]
    lines = end.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].partition(": ")[2] if lines else ""


async def _end(process: Process, complaint: asyncio.Task[str]) -> str:
    """Have a reader end by itself, as the end of its input tells it to; kill it with all that it started if it stays.

    Returns what it complained about.
    """
    assert process.stdin and process.stdout
    process.stdin.close()
    try:
        async with asyncio.timeout(CLOSING):
            while await process.stdout.read(65536):  # what is still drawn must not keep it
                pass
            await process.wait()
            return await complaint
    except (TimeoutError, asyncio.CancelledError) as error:
        with suppress(ProcessLookupError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
        if isinstance(error, asyncio.CancelledError):
            raise
        return "The reader did not answer and was ended."
