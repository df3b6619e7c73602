"""The full screen in a browser, by textual-serve: for people who see, on this machine alone unless told otherwise.

Each browser window has a reader of its own, a child process. Who does not bring the token of the address gets nothing:
no page, no file of it, no line to a reader. The page may load nothing from elsewhere. Needs the extra `serve`;
importing this raises ModuleNotFoundError without it.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import shlex
import socket
import subprocess
import sys
from argparse import Namespace
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server

from tui_reader.errors import ReaderError, UsageError
from tui_reader.paths import NO_LIBRARY
from tui_reader.terminal.output import PROGRAM

SAFE = {
    "Content-Security-Policy": "default-src 'self' 'unsafe-inline' data: blob:; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Headers of every answer: the page opens no connection but to this server, and tells nobody its address."""

CLOSING = 5.0
"""Seconds that open windows are given at the end."""


def run(asked: Namespace) -> int:
    """Serve the reader until Ctrl+C. Raises UsageError for an address that names no one place, ReaderError where it
    cannot be served."""
    with _listen(asked.host, asked.port) as listening:
        port = listening.getsockname()[1]
        host = f"[{asked.host}]" if ":" in asked.host else asked.host
        token = secrets.token_urlsafe(16)
        server = Server(command(asked), asked.host, port, title=PROGRAM, public_url=f"http://{host}:{port}")
        logging.getLogger("textual-serve").setLevel(logging.CRITICAL)  # each page asked for would be a line
        windows: set[asyncio.Task[Any]] = set()
        lines = (
            f"The reader is at http://{host}:{port}/?token={token} until Ctrl+C.",
            "It is for people who see, and silent. With a screen reader or a braille display take",
            f"{PROGRAM} --plain, over ssh too, or the page written by {PROGRAM} export FILE -o FILE.html.",
        )

        async def tell(_: web.Application) -> None:
            print(*lines, sep="\n", flush=True)

        async def close(_: web.Application) -> None:
            """Let each window's reader end by itself; what is cut off later would leave its process behind."""
            for window in windows:
                window.cancel()
            if windows:
                await asyncio.wait(windows, timeout=CLOSING)

        async def app() -> web.Application:
            made: web.Application = await server._make_app()
            made.on_startup[:] = [tell]  # its own greeting has no token
            made.on_shutdown.append(close)
            made.middlewares.append(guard(token, f"tui-reader-{port}", windows))
            return made

        # The signals end it through run_app, which closes the windows and so their readers.
        web.run_app(app(), sock=listening, print=None, access_log=None, shutdown_timeout=CLOSING)
    return 0


def command(asked: Namespace) -> str:
    """What the shell runs for each window: this program, full and silent, each word of it quoted."""
    words = [sys.executable, "-m", "tui_reader", "--full", "--no-sound"]
    for option in ("speed", "width", "encoding", "start"):
        value = getattr(asked, option)
        if value is not None:
            words += [f"--{'from' if option == 'start' else option}={value}"]
    if asked.library == NO_LIBRARY:
        words.append("--no-library")
    elif asked.library is not None:
        words.append(f"--library={asked.library.absolute()}")
    if asked.file is not None:
        words.append(str(asked.file.absolute()))
    return subprocess.list2cmdline(words) if sys.platform == "win32" else "exec " + shlex.join(words)


def guard(token: str, cookie: str, windows: set[asyncio.Task[Any]]) -> Any:
    """A middleware that lets through who names the token in the address, or has it in the cookie of the first page.

    `windows` holds the tasks of the requests that are answered now.
    """

    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        given = request.query.get("token") or request.cookies.get(cookie) or ""
        if not secrets.compare_digest(given.encode(), token.encode()):
            raise web.HTTPForbidden(text="The address with its token, as the program printed it, is needed.\n")
        task = asyncio.current_task()
        assert task is not None
        windows.add(task)
        try:
            answer = await handler(request)
        finally:
            windows.discard(task)
        if not answer.prepared:
            answer.headers.update(SAFE)
            answer.set_cookie(cookie, token, httponly=True, samesite="Strict")
        return answer

    return web.middleware(guarded)


def _listen(host: str, port: int) -> socket.socket:
    """A socket at that address; port 0 takes one that is free."""
    if host in ("", "0.0.0.0", "::", "*"):
        raise UsageError(f"--host {host or repr(host)}: name the one address that the browser will use, or its host.")
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise ReaderError(f"Cannot serve at {host}, port {port}: {why}. --port 0 takes one that is free.") from None
