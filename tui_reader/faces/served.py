"""Serves the full screen to a web browser by textual-serve, by default to this computer alone.

Each browser window has a reader of its own, a child process. Every request needs the token of the printed address. The
page may load nothing from other servers. Needs the extra `serve`: importing this without it raises
ModuleNotFoundError.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import shlex
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server

from tui_reader.errors import ReaderError, UsageError
from tui_reader.paths import NO_LIBRARY
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.terminal.isolation import python_command
from tui_reader.terminal.output import PROGRAM, print_lines

SAFE = {
    "Content-Security-Policy": "default-src 'self' 'unsafe-inline' data: blob:; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Headers of every answer: the page connects to this server alone, and tells no other server its address."""

CLOSING = 5.0
"""Seconds that open windows have to end."""


def run(path: Path | None, options: ReadingOptions, host: str, port: int) -> int:
    """Serve the document at `path` (the one read last, where it is None) until Ctrl+C; returns the exit status.

    Port 0 takes any free one. Raises UsageError for an address that stands for more than one, such as 0.0.0.0, and
    ReaderError where nothing can be served at the address.
    """
    with _listen(host, port) as listening:
        port = listening.getsockname()[1]
        written = f"[{host}]" if ":" in host else host
        token = secrets.token_urlsafe(16)
        server = Server(command(path, options), host, port, title=PROGRAM, public_url=f"http://{written}:{port}")
        logging.getLogger("textual-serve").setLevel(logging.CRITICAL)  # it would print a line for each request
        windows: set[asyncio.Task[Any]] = set()
        lines = (
            f"The reader is at http://{written}:{port}/?token={token} until Ctrl+C.",
            "It is for sighted people, and silent. With a screen reader or a braille display use",
            f"{PROGRAM} --plain, also over ssh, or the page that {PROGRAM} export FILE -o FILE.html writes.",
        )

        async def tell(_: web.Application) -> None:
            print_lines(lines)

        async def close(_: web.Application) -> None:
            """Let each window's reader end by itself; cut off later, it would leave its process behind."""
            for window in windows:
                window.cancel()
            if windows:
                await asyncio.wait(windows, timeout=CLOSING)

        async def app() -> web.Application:
            made: web.Application = await server._make_app()
            made.on_startup[:] = [tell]  # in place of its own greeting, which has no token
            made.on_shutdown.append(close)
            made.middlewares.append(guard(token, f"tui-reader-{port}", windows))
            return made

        # Signals end run_app, which closes the windows and so ends their readers.
        web.run_app(app(), sock=listening, print=None, access_log=None, shutdown_timeout=CLOSING)
    return 0


def command(path: Path | None, options: ReadingOptions) -> str:
    """The shell command that runs for each window: this program in the full screen, silent, each word quoted."""
    words = python_command("tui_reader.cli.main", "main", "--full", "--no-sound")
    for option in ("speed", "width", "encoding", "start"):
        value = getattr(options, option)
        if value is not None:
            words += [f"--{'from' if option == 'start' else option}={value}"]
    if options.library == NO_LIBRARY:
        words.append("--no-library")
    elif options.library is not None:
        words.append(f"--library={options.library.absolute()}")
    if path is not None:
        words.append(str(path.absolute()))
    return subprocess.list2cmdline(words) if sys.platform == "win32" else "exec " + shlex.join(words)


def guard(token: str, cookie: str, windows: set[asyncio.Task[Any]]) -> Any:
    """A middleware that answers only requests with the token, in the address or in the cookie that the first page set.

    `windows` holds the tasks of the requests that are being answered.
    """

    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        given = request.query.get("token") or request.cookies.get(cookie) or ""
        if not secrets.compare_digest(given.encode(), token.encode()):
            raise web.HTTPForbidden(text="Open the whole address that the program printed, with its token.\n")
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
    """A socket that listens at an address; port 0 takes any free one."""
    if host in ("", "0.0.0.0", "::", "*"):
        raise UsageError(f"--host {host or repr(host)}: name the one address that the browser will use, or its host.")
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise ReaderError(f"Cannot serve at {host}, port {port}: {why}. --port 0 takes any free port.") from None
