"""The server of `tui-reader serve`: where it listens, what it prints, what it runs, and how it ends.

By default it serves this computer alone. Needs the extra `serve`: importing this without it raises
ModuleNotFoundError.
"""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import secrets
import signal
import socket
import sys
from pathlib import Path

from aiohttp import web
from aiohttp.web_runner import GracefulExit

from tui_reader.errors import ReaderError, UsageError
from tui_reader.faces.served.application import application
from tui_reader.faces.served.request_guard import RequestGuard
from tui_reader.paths import NO_LIBRARY
from tui_reader.startup.reading_options import ReadingOptions
from tui_reader.terminal.isolation import python_command
from tui_reader.terminal.output import PROGRAM, print_lines


def run(path: Path | None, options: ReadingOptions, host: str, port: int, windows: int) -> int:
    """Serve the document at `path` (the one read last, where it is None) until Ctrl+C; returns the exit status.

    Port 0 takes any free one. At most `windows` are open at the same time. Raises UsageError for an address that
    stands for more than one, such as 0.0.0.0, and ReaderError where nothing can be served at the address.
    """
    with listen(host, port) as listening:
        token = secrets.token_urlsafe(16)
        origin = origin_of(host, *listening.getsockname()[:2])
        lines = (
            f"The reader is at {origin}/?token={token} until Ctrl+C.",
            "It is for sighted people, and silent. With a screen reader or a braille display use",
            f"{PROGRAM} --plain, also over ssh, or the page that {PROGRAM} export FILE -o FILE.html writes.",
        )

        async def begin(_: web.Application) -> None:
            if sys.platform != "win32":
                asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, _stop)
            print_lines(lines)

        app = application(RequestGuard(origin, token), command(path, options), windows)
        app.on_startup.append(begin)
        logging.getLogger().addHandler(logging.NullHandler())  # aiohttp would print a traceback for a broken request
        # SIGINT and SIGTERM end run_app too; it closes the windows, and so ends their readers.
        web.run_app(app, sock=listening, print=None, access_log=None)
    return 0


def _stop() -> None:
    raise GracefulExit


_TYPED = {"start": "from", "producer": "as"}
"""Options that are typed by other names than those of ReadingOptions."""


def command(path: Path | None, options: ReadingOptions) -> list[str]:
    """The command that runs for each window: this program in the full screen, silent."""
    words = python_command("tui_reader.cli.main", "main", "--full", "--no-sound")
    for option in ("speed", "width", "encoding", "producer", "language", "start"):
        value = getattr(options, option)
        if value is not None:
            words.append(f"--{_TYPED.get(option, option)}={value}")
    if options.columns:
        words.append("--columns=" + ",".join(f"{role}={column}" for role, column in options.columns))
    if options.library == NO_LIBRARY:
        words.append("--no-library")
    elif options.library is not None:
        words.append(f"--library={options.library.absolute()}")
    if path is not None:
        words.append(str(path.absolute()))
    return words


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at an address; port 0 takes any free one. Raises as `run` does."""
    try:
        family, *_, place = socket.getaddrinfo(host or "0.0.0.0", port, type=socket.SOCK_STREAM)[0]
        if ipaddress.ip_address(place[0]).is_unspecified:
            said = host or repr(host)
            raise UsageError(f"--host {said}: name the one address that the browser will use, or its host.")
        return socket.create_server(place[:2], family=family)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise ReaderError(f"Cannot serve at {host}, port {port}: {why}. --port 0 takes any free port.") from None


def origin_of(host: str, address: str, port: int) -> str:
    """The address to print, as browsers write it: http://127.0.0.1:8000, also where `host` is 127.1; a name stays.

    `address` is what `host` stands for. Browsers leave out port 80.
    """
    try:
        socket.getaddrinfo(host, None, flags=socket.AI_NUMERICHOST)
        name = f"[{address}]" if ":" in address else address
    except OSError:
        name = host.lower()
    return f"http://{name}" if port == 80 else f"http://{name}:{port}"
